/** Stock sheets whose lines could not be counted as they were written, and refusals at the edges of relief: each says what to do next, in both languages. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LinesAside, SheetShown } from '../src/domains/relief/papers/keepAside.ts'
import { grid, handmadeWorkbook, sheetXml } from '../src/kernel/import/xlsx/handmadeWorkbook.ts'
import { asOwner, type Bilingual, verifyLedger } from '../src/kernel/index.ts'
import { fromText, multipart } from './support/importing.ts'
import { frameOf, pdmRound } from './support/pdmRound.ts'
import { dayFromNow } from './support/pipelineGround.ts'
import { begun, candidateList, criteriaSet, minutes } from './support/selectionList.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
type Refusals = { refusals?: { code: string; sentence: Bilingual }[] }
const answered = ({ status, body }: { status: number; body: unknown }) => {
  const { refusals = [], ...said } = body as Refusals & { id: string }
  return { status, ...said, refusals, codes: refusals.map(({ code }) => code) }
}
const post = async (who: Name, url: string, payload: object = {}) => answered(await test.ask(who, { method: 'POST', url: `/api/relief/${url}`, payload }))
const get = async <T>(who: Name, url: string) => (await test.ask(who, { method: 'GET', url: `/api/relief/${url}` })).body as T
const upload = (who: Name, url: string, text: string, more: Record<string, string> = {}) =>
  test.ask(who, { method: 'POST', url: `/api/relief/${url}`, ...multipart(fromText('folha.csv', text), more) })

beforeAll(async () => {
  test = await openTestHouse()
  await post('rita', 'warehouses', { code: 'PEMBA', name: 'Armazém de Pemba', place: 'MZ0109' })
  await post('rita', 'warehouses', { code: 'BEIRA', name: 'Armazém da Beira', place: 'MZ04' })
  await post('paulo', 'warehouses/PEMBA/shelves', { name: 'A1' })
  const item = (code: string, more: object = {}) => post('rita', 'items', { code, name: { pt: code, en: code }, baseUnit: 'C62', ...more })
  await item('LONA', { packs: [{ name: 'fardo', units: 5 }] })
  await item('REDE')
  await item('SABAO', { expires: true })
  await post('paulo', 'lots', { item: 'LONA', code: 'L-1', origin: 'gift' })
})
afterAll(() => test?.close())

describe('a stock sheet from a spreadsheet', () => {
  const first = 'Artigo,Lote,Prateleira,Quantidade,Unidade,Nota\nLONA,L-1,A1,24,fardos,\nLONA,L-1,A1,120,,meio molhadas\nLONA,L-1,A1,6 paletes,,\n'
  const text = `${first}LONA,L-1,A1,2.4,fardo,\nREDE,,PEMBA/A1,700,,\nREDE,,Z9,10,un,\nSABAO,,A1,muitos,un,`
  const bring = async () => (await upload('paulo', 'warehouses/PEMBA/stock-sheet', text)).body as SheetShown
  const aside = (who: Name = 'paulo') => get<LinesAside>(who, 'warehouses/PEMBA/stock-sheet')
  const lona = async () =>
    (await get<{ items: { code: string; usable: number }[] }>('rita', 'stock?warehouse=PEMBA')).items.find(({ code }) => code === 'LONA')?.usable ?? 0
  const idOf = async (line: number) => (await aside()).waiting.find((one) => one.line === line)!.id

  it('puts aside what mixes pieces and bales, and keeps every such row as it came, once', async () => {
    const read = await bring()
    expect([read.rows, read.lines.length, read.putAside]).toEqual([7, 2, 5])
    expect(read.lines.map(({ item, quantity, pack }) => [item, quantity, pack])).toEqual([
      ['LONA', 24, 'fardo'],
      ['REDE', 700, null],
    ])
    expect(await bring(), 'the same sheet again').toEqual(read)
    const { waiting } = await aside('rita')
    expect(waiting.map(({ line, why, suggestions }) => [line, why.map(({ code }) => code), suggestions.map(({ quantity }) => quantity)])).toEqual([
      [3, ['relief.unit-not-said'], [120, 600]],
      [4, ['relief.unit-unknown'], [6, 30]],
      [5, ['relief.not-whole'], [12]],
      [7, ['relief.shelf-unknown'], [10]],
      [8, ['relief.expiry-missing', 'import.not-a-number'], []],
    ])
    expect([waiting[0]!.file, waiting[0]!.cells.at(-1)]).toEqual(['folha.csv', { heading: 'Nota', written: 'meio molhadas' }])
    expect(waiting[1]!.cells[3]).toEqual({ heading: 'Quantidade', written: '6 paletes' })
    expect(await lona(), 'nothing is counted yet').toBe(0)
    const nothing = await upload('paulo', 'warehouses/PEMBA/stock-sheet', 'a,b\n1,2')
    expect(nothing.text).toContain('relief.no-stock-sheet')
  })

  it('counts a row once its keeper has said what it is, and only once', async () => {
    const line = { item: 'LONA', lot: 'L-1', shelf: 'PEMBA/A1', quantity: 120, pack: 'fardo' }
    const id = await idOf(3)
    expect((await post('paulo', `stock-sheet-lines/${id}/count`, { ...line, pack: 'palete' })).codes, 'a pack that nobody knows').toEqual([
      'relief.unit-unknown',
    ])
    const both = await Promise.all([post('paulo', `stock-sheet-lines/${id}/count`, line), post('rita', `stock-sheet-lines/${id}/count`, line)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    const [late] = both.filter(({ status }) => status === 422)
    expect(late!.refusals[0]).toMatchObject({
      code: 'relief.sheet-line-settled',
      sentence: { pt: expect.stringContaining('Actualize'), en: expect.stringContaining('again') },
    })
    expect(await lona()).toBe(600)
    // A shelf that the sheet wrote wrongly is put right with the line.
    expect((await post('paulo', `stock-sheet-lines/${await idOf(7)}/count`, { ...line, item: 'REDE', lot: '', quantity: 10, pack: null })).status).toBe(200)
  })

  it('sets a row aside for good only with a reason, and remembers both when the sheet comes again', async () => {
    const id = await idOf(8)
    expect((await post('paulo', `stock-sheet-lines/${id}/set-aside`, { words: '' })).codes).toEqual(['ledger.no-reason'])
    expect((await post('paulo', `stock-sheet-lines/${id}/set-aside`, { words: 'Já contado em Outubro' })).status).toBe(200)
    expect(await bring()).toMatchObject({ rows: 7, putAside: 2, settledBefore: 3 })
    const { waiting, done } = await aside()
    expect(waiting.map(({ line }) => line)).toEqual([4, 5])
    expect(done.map(({ line, state, settledWords, by, paper }) => [line, state, settledWords, by, paper !== null])).toEqual([
      ...[
        [3, 'counted', null, expect.any(String), true],
        [7, 'counted', null, 'paulo', true],
      ],
      [8, 'set_aside', 'Já contado em Outubro', 'paulo', false],
    ])
    expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
  })

  it('is nobody else’s', async () => {
    const id = await idOf(4)
    await asOwner(test.house.doors).run(
      sql`update relief.stock_sheet_line set warehouse = (select id from relief.warehouse where code = 'BEIRA'), scope = 'MZ04' where id = ${id}::uuid`,
    )
    expect((await post('paulo', `stock-sheet-lines/${id}/set-aside`, { words: 'a' })).codes).toEqual(['access.not-found'])
    expect((await test.ask('paulo', { url: '/api/relief/warehouses/BEIRA/stock-sheet' })).text).toContain('access.not-found')
  })
})

/** The one refusal, which says what to do next in both languages. */
const refusesWith = (code: string, { refusals }: { refusals: { code: string; sentence: Bilingual }[] }, next: Bilingual) => {
  expect(refusals.map((one) => one.code)).toEqual([code])
  expect([refusals[0]!.sentence.pt, refusals[0]!.sentence.en]).toEqual([expect.stringContaining(next.pt), expect.stringContaining(next.en)])
}

describe('at the edges of relief somebody is told what to do', () => {
  it('where nothing has this code, and where an account belongs to no organisation', async () => {
    const scanned = answered(await test.ask('paulo', { url: '/api/relief/warehouses/PEMBA/scan?code=XYZ-9' }))
    refusesWith('relief.nothing-by-this-code', scanned, { pt: 'Confira o código, ou crie-o.', en: 'Check the code, or enter it.' })
    const request = {
      place: 'MZ0109',
      households: 1,
      neededBy: dayFromNow(9),
      assessment: null,
      ownStock: '',
      otherDonors: '',
      lines: [{ code: 'LONA', asked: 1 }],
    }
    refusesWith('relief.no-organisation', await post('david', 'requests', request), {
      ...{ pt: 'Peça à administração que a associe', en: 'Ask the administrator to attach it' },
    })
  })

  it('where a selection has no known place, no list, no draw, or its time is not over', async () => {
    const place = { pt: 'Escolha um da lista.', en: 'Choose one of the list.' }
    refusesWith('selection.place-unknown', await post('noemia', 'criteria-sets', { ...criteriaSet('ABRIGO'), place: 'MZ9999' }), place)
    const { id: set } = await post('noemia', 'criteria-sets', criteriaSet('ABRIGO'))
    await post('noemia', `criteria-sets/${set}/sign`, minutes)
    refusesWith('selection.place-unknown', await post('bento', 'selections', begun(set, 'Sem lugar', { place: 'MZ9999' })), place)
    refusesWith('selection.place-unknown', await post('noemia', 'monitoring', { ...pdmRound('P-0'), place: 'MZ9999' }), place)
    const { id } = await post('bento', 'selections', begun(set, 'Abrigo'))
    const candidates = `selections/${id}/candidates`
    const part = '--b\r\nContent-Disposition: form-data; name="nota"\r\n\r\na\r\n--b--\r\n'
    const noFile = { payload: Buffer.from(part), headers: { 'content-type': 'multipart/form-data; boundary=b' } }
    refusesWith('selection.file-missing', answered(await test.ask('bento', { method: 'POST', url: `/api/relief/${candidates}`, ...noFile })), {
      ...{ pt: 'Escolha o CSV ou XLSX', en: 'Choose the CSV or XLSX' },
    })
    const names = { pt: 'mostre a folha se estiver oculta', en: 'show the sheet if it is hidden' }
    const sheets = [{ name: 'Lista', state: 'hidden', xml: sheetXml(grid([['Agregado'], ['H-001']])) }]
    const hidden = multipart({ name: 'lista.xlsx', bytes: Buffer.from(handmadeWorkbook({ sheets })) }, {})
    refusesWith('selection.list-empty', answered(await test.ask('bento', { method: 'POST', url: `/api/relief/${candidates}`, ...hidden })), names)
    refusesWith('selection.not-drawn-yet', answered(await test.ask('noemia', { url: `/api/relief/selections/${id}/compare?other=${set}` })), {
      ...{ pt: 'depois do sorteio', en: 'after the draw' },
    })
    await upload('bento', candidates, candidateList())
    const step = (name: string, payload: object = {}) => post('bento', `selection-run/${id}/steps/${name}`, payload)
    await step('freeze')
    await post('bento', `selections/${id}/seed`, { digits: '408217', witnesses: ['community_leader', 'women_group'] })
    await step('rank')
    await step('ask_community')
    await post('bento', `selections/${id}/findings`, { findings: [{ household: 'H-001', says: 'include' }] })
    await step('open_appeals', { appealsDue: dayFromNow(0) })
    const { refusals } = await step('close_appeals')
    // The household that was not asked waits beside it.
    const due = refusals.filter(({ code }) => code !== 'selection.appeals-open')
    refusesWith('selection.appeals-not-due', { refusals: due }, { pt: 'Encerre depois desse dia.', en: 'Close after that day.' })
  })

  it('where a household was not drawn', async () => {
    const { id } = await post('noemia', 'monitoring', pdmRound('P-1'))
    const drawn = await upload('noemia', `monitoring/${id}/draw`, frameOf(600, 4), { seed: 'METUGE' })
    expect(drawn.status, drawn.text).toBe(200)
    const left = await asOwner(test.house.doors).one<{ id: string }>(sql`select id from relief.pdm_unit where role = 'frame' order by id limit 1`)
    refusesWith('monitoring.not-drawn', await post('noemia', `monitoring-visits/${left?.id}`, { outcome: 'absent', visitedOn: '2021-04-12' }), {
      ...{ pt: 'um suplente pela ordem do sorteio', en: 'a reserve in the order of the draw' },
    })
  })
})
