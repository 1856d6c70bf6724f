/**
 * What waits, and what is refused: lines of a stock sheet that nobody could read, goods that were promised until they lie on the shelf, and refusals that no other story
 * meets, each with its sentence in both languages.
 */
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../src/kernel/index.ts'
import { fromText, multipart } from './support/importing.ts'
import { frameOf, pdmRound } from './support/pdmRound.ts'
import { dayFromNow } from './support/pipelineGround.ts'
import { begun, candidateList, criteriaSet, minutes } from './support/selectionList.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
type Refusal = { code: string; sentence: { pt: string; en: string } }
type Answer = { id: string; note: string; dueOn: string; refusals?: Refusal[] }
const post = async (who: Name, url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url: `/api/relief/${url}`, payload })
  const answer = (body ?? {}) as Answer
  return { status, id: answer.id, refusals: answer.refusals ?? [], codes: (answer.refusals ?? []).map(({ code }) => code) }
}
const get = async <T>(who: Name, url: string) => (await test.ask(who, { method: 'GET', url: `/api/relief/${url}` })).body as T
const bring = async <T>(who: Name, url: string, text: string) =>
  (await test.ask(who, { method: 'POST', url: `/api/relief/${url}`, ...multipart(fromText('folha.csv', text), {}) })).body as T

beforeAll(async () => {
  test = await openTestHouse()
  await post('rita', 'warehouses', { code: 'PEMBA', name: 'Armazém de Pemba', place: 'MZ0109' })
  await post('paulo', 'warehouses/PEMBA/shelves', { name: 'A1' })
  const item = (code: string, more: object = {}) => post('rita', 'items', { code, name: { pt: code, en: code }, baseUnit: 'C62', ...more })
  await item('LONA', { packs: [{ name: 'fardo', units: 5 }] })
  await item('REDE')
  await item('SABAO', { expires: true })
  await post('paulo', 'lots', { item: 'LONA', code: 'L-1', origin: 'gift' })
})
afterAll(() => test?.close())

const onHand = async (code: string) =>
  ((await get<{ items: { code: string; rows: { quantity: number }[] }[] }>('rita', 'stock')).items.find((item) => item.code === code)?.rows ?? []).reduce(
    (sum, { quantity }) => sum + quantity,
    0,
  )

describe('a stock sheet from a spreadsheet', () => {
  const first = 'Artigo,Lote,Prateleira,Quantidade,Unidade\nLONA,L-1,A1,24,fardos\nLONA,L-1,A1,120,\nLONA,L-1,A1,6 paletes,\n'
  const rest = 'LONA,L-1,A1,2.4,fardo\nREDE,,PEMBA/A1,700,\nREDE,,Z9,10,un\nSABAO,,A1,muitos,un'
  type Waiting = { id: string; file: string; line: number; quantity: string; unit: string; why: Refusal[]; suggestions: { quantity: number }[] }
  type Read = { rows: number; lines: { item: string; quantity: number; pack: string | null }[]; waiting: Waiting[] }
  const sheet = () => bring<Read>('paulo', 'warehouses/PEMBA/stock-sheet', first + rest)
  const waiting = async () => (await get<{ waiting: Waiting[] }>('paulo', 'warehouses/PEMBA/aside-lines')).waiting
  const one = (quantity: number, pack: string | null = null, shelf = 'PEMBA/A1') => ({ item: 'LONA', lot: 'L-1', shelf, quantity, pack })

  it('puts aside what mixes pieces and bales, says what each pack would make of it, and keeps every such line', async () => {
    const read = await sheet()
    expect([read.rows, read.lines.length + read.waiting.length]).toEqual([7, 7])
    expect(read.lines.map(({ item, quantity, pack }) => [item, quantity, pack])).toEqual([
      ['LONA', 24, 'fardo'],
      ['REDE', 700, null],
    ])
    const found = (await waiting()).map(({ file, line, why, suggestions }) => [
      file,
      line,
      why.map(({ code }) => code),
      suggestions.map((each) => each.quantity),
    ])
    expect(found).toEqual([
      ['folha.csv', 3, ['relief.unit-not-said'], [120, 600]],
      ['folha.csv', 4, ['relief.unit-unknown'], [6, 30]],
      ['folha.csv', 5, ['relief.not-whole'], [12]],
      ['folha.csv', 7, ['relief.shelf-unknown'], [10]],
      ['folha.csv', 8, ['relief.expiry-missing', 'import.not-a-number'], []],
    ])
    expect((await waiting())[1]).toMatchObject({ quantity: '6', unit: 'paletes' })
    expect(await onHand('LONA'), 'looking counts nothing').toBe(0)
    expect((await sheet()).waiting.length, 'the same file again adds nothing').toBe(5)
    expect(JSON.stringify(await bring('paulo', 'warehouses/PEMBA/stock-sheet', 'a,b\n1,2'))).toContain('relief.no-stock-sheet')
  })

  it('counts a line once its pack is said, once, and leaves another with a reason', async () => {
    const [bales, pallets] = await waiting()
    expect((await post('paulo', `aside-lines/${bales!.id}/count`, one(1, 'palete'))).codes).toEqual(['relief.unit-unknown'])
    expect((await post('paulo', `aside-lines/${bales!.id}/count`, one(120, 'fardo'))).status).toBe(200)
    expect(await onHand('LONA')).toBe(600)
    expect((await post('rita', `aside-lines/${bales!.id}/count`, one(120))).codes).toEqual(['relief.line-settled'])
    expect((await post('paulo', `aside-lines/${pallets!.id}/leave`, { words: ' ' })).codes).toEqual(['relief.reason-missing'])
    expect((await post('paulo', `aside-lines/${pallets!.id}/leave`, { words: 'Repetida na linha 3' })).status).toBe(200)
    expect((await post('paulo', `aside-lines/${pallets!.id}/leave`, { words: 'Outra vez' })).codes).toEqual(['relief.line-settled'])
    expect((await post('paulo', `aside-lines/${crypto.randomUUID()}/leave`, { words: 'Não há' })).codes).toEqual(['access.not-found'])
    expect((await sheet()).waiting.map(({ line }) => line)).toEqual([5, 7, 8])
    const kept = await asOwner(test.house.doors).rows(sql`
      select a.line, a.state, a.left_because, n.reference from relief.aside_line a left join relief.received_note n on n.id = a.note where a.state <> 'waiting' order by 1`)
    expect(kept).toEqual([
      { line: 3, state: 'counted', leftBecause: null, reference: 'folha.csv: 3' },
      { line: 4, state: 'left', leftBecause: 'Repetida na linha 3', reference: null },
    ])
  })
})

describe('what was promised', () => {
  const promised = (more: object = {}) => ({
    ...{ item: 'REDE', quantity: 500, earliest: dayFromNow(1), likely: dayFromNow(1), latest: dayFromNow(2), stage: 'ordered', confidence: 90, ...more },
  })
  const receive = (quantity: number, pipelineLine: string, item = 'REDE') =>
    post('paulo', 'warehouses/PEMBA/papers/receive', { source: 'order', lines: [{ item, quantity, shelf: 'PEMBA/A1', pipelineLine }] })
  type Line = { id: string; quantity: number; received: number; remaining: number }
  type Board = { board: { item: string; onHand: number; weeks: number[] }[]; lines: Line[] }
  const now = async (id: string) => {
    const { board, lines } = await get<Board>('rita', 'pipeline')
    const nets = board.find(({ item }) => item === 'REDE')!
    const { quantity, received, remaining } = lines.find((line) => line.id === id)!
    return { promised: quantity, received, remaining, onHand: nets.onHand, later: nets.weeks.at(-1) }
  }

  it('is lowered by the note that names it, counts once, and never goes below nothing', async () => {
    const { id } = await post('rita', 'pipeline-lines', promised())
    expect(await now(id)).toEqual({ promised: 500, received: 0, remaining: 500, onHand: 0, later: 500 })
    await receive(300, id)
    expect(await now(id)).toEqual({ promised: 500, received: 300, remaining: 200, onHand: 300, later: 500 })
    expect((await get<{ expected: object[] }>('paulo', 'expected')).expected).toMatchObject([{ id, remaining: 200 }])
    const over = await receive(220, id)
    expect(await now(id)).toEqual({ promised: 500, received: 520, remaining: 0, onHand: 520, later: 520 })
    expect((await get<{ expected: object[] }>('paulo', 'expected')).expected).toEqual([])
    // A note that is cancelled brought nothing: what it took off is expected again.
    const { document } = (await asOwner(test.house.doors).one<{ document: string }>(sql`select document from relief.received_note where id = ${over.id}`))!
    await post('rita', `papers/${document}/cancel`, { words: 'Escrito duas vezes' })
    expect(await now(id)).toEqual({ promised: 500, received: 300, remaining: 200, onHand: 300, later: 500 })
  })

  it('is not lowered by another item, nor where no such line is known', async () => {
    const { id } = await post('rita', 'pipeline-lines', promised())
    expect((await receive(1, id, 'LONA')).codes).toEqual(['relief.pipeline-line-other'])
    expect((await receive(1, crypto.randomUUID())).codes).toEqual(['relief.pipeline-line-unknown'])
  })
})

describe('refusals that no other story meets', () => {
  /** Its code, and that it says in either language what to do next. */
  const says = ({ refusals }: { refusals?: Refusal[] }, code: string, pt: string, en: string) => {
    expect(refusals?.map((one) => one.code)).toEqual([code])
    expect(refusals![0]!.sentence.pt).toContain(pt)
    expect(refusals![0]!.sentence.en).toContain(en)
  }
  const refusedGet = (who: Name, url: string) => get<{ refusals?: Refusal[] }>(who, url)

  it('of a code that nothing has, and of an account without an organisation', async () => {
    says(await refusedGet('paulo', 'warehouses/PEMBA/scan?code=NADA'), 'relief.nothing-by-this-code', 'Confira o código', 'Check the code')
    const asked = { place: 'MZ0109', households: 1, neededBy: dayFromNow(9), lines: [{ code: 'LONA', asked: 1 }], ownStock: 'Nada', otherDonors: 'Ninguém' }
    says(await post('david', 'requests', asked), 'relief.no-organisation', 'Peça à administração', 'Ask the administrator')
  })

  it('of a selection: place, file, empty list, draw and last day of appeals', async () => {
    says(await post('noemia', 'criteria-sets', { ...criteriaSet('LONGE'), place: 'MZ9999' }), 'selection.place-unknown', 'Escolha um', 'Choose one')
    const { id: set } = await post('noemia', 'criteria-sets', criteriaSet('ABRIGO'))
    await post('noemia', `criteria-sets/${set}/sign`, minutes)
    const { id } = await post('bento', 'selections', begun(set, 'Recusas'))
    const candidates = `selections/${id}/candidates`
    const noFile = {
      payload: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    }
    const none = (await test.ask('bento', { method: 'POST', url: `/api/relief/${candidates}`, ...noFile })).body as Answer
    says(none, 'selection.file-missing', 'Escolha o CSV', 'Choose the CSV')
    // The list lies on a sheet that nobody sees, and the one that they do see is empty.
    const book = new ExcelJS.Workbook()
    book.addWorksheet('Lista')
    book.addWorksheet('Escondida', { state: 'hidden' }).addRows(
      candidateList()
        .split('\n')
        .map((row) => row.split(',')),
    )
    const hidden = multipart({ name: 'lista.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) }, {})
    const empty = (await test.ask('bento', { method: 'POST', url: `/api/relief/${candidates}`, ...hidden })).body as Answer
    says(empty, 'selection.list-empty', 'Verifique', 'Check')
    says(await refusedGet('noemia', `selections/${id}/compare?other=${set}`), 'selection.not-drawn-yet', 'depois do sorteio', 'after the draw')
    await bring('bento', candidates, candidateList())
    const step = (name: string, more: object = {}) => post('bento', `selection-run/${id}/steps/${name}`, more)
    await step('freeze')
    await post('bento', `selections/${id}/seed`, { digits: '408217', witnesses: ['community_leader', 'women_group'] })
    await step('rank')
    await step('ask_community')
    const { lines } = await get<{ lines: { household: string; now: string }[] }>('noemia', `selections/${id}/ranked`)
    const household = lines.find((line) => line.now === 'selected')!.household
    await post('bento', `selections/${id}/findings`, { findings: [{ household, says: 'include' }] })
    await step('open_appeals', { appealsDue: dayFromNow(3) })
    const { appeals } = await get<{ appeals: { id: string }[] }>('noemia', `selections/${id}/appeals`)
    for (const each of appeals) await post('noemia', `selection-appeals/${each.id}/decide`, { decision: 'unchanged', reason: 'Visto', language: 'pt' })
    says(await step('close_appeals'), 'selection.appeals-not-due', 'Encerre depois', 'Close after')
  })

  it('of a household that was not drawn', async () => {
    const { id } = await post('moises', 'monitoring', pdmRound('PDM-W'))
    await test.ask('moises', {
      ...{ method: 'POST', url: `/api/relief/monitoring/${id}/draw` },
      ...multipart(fromText('base.csv', frameOf(600, 20)), { seed: 'METUGE-2021' }),
    })
    const unit = await asOwner(test.house.doors).one<{ id: string }>(sql`select id from relief.pdm_unit where round = ${id} and role = 'frame' limit 1`)
    const visit = { outcome: 'answered', visitedOn: '2021-04-12', answers: {} }
    says(await post('ana', `monitoring-visits/${unit!.id}`, visit), 'monitoring.not-drawn', 'suplente pela ordem', 'reserve in the order')
  })
})
