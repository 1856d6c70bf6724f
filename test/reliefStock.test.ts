/** Relief goods from the supplier's lorry to the partner's signature: received, stored, picked, carried, received short, explained by two; and nothing that may not leave leaves. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Release } from '../src/domains/relief/requests/release.ts'
import { act, addPerson, asOwner, insertRow, isRefused, openSession, theSystem, verifyLedger } from '../src/kernel/index.ts'
import { Organisation } from '../src/registry/organisations/organisation.ts'
import { pdfText } from './support/pdfText.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
type Answer = {
  id: string
  proposal?: string
  document?: string
  hash?: string
  number?: number
  refusals?: { code: string; facts: Record<string, unknown> }[]
}
const today = new Date().toISOString().slice(0, 10)
const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
let minute = 0
/** Moments of this morning, one minute apart, so that the order of papers is the order of the story. */
const next = () => new Date(Date.now() - 3_600_000 + 60_000 * minute++).toISOString()

const post = async (who: Name, url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url: `/api/relief/${url}`, payload })
  const refusals = (body as Answer).refusals ?? []
  return { status, ...(body as Answer), refusals, codes: refusals.map(({ code }) => code) }
}
const get = async <T>(who: Name, url: string) => (await test.ask(who, { method: 'GET', url: `/api/relief/${url}` })).body as T
const paper = (name: string, payload: object, who: Name = 'paulo') => post(who, `warehouses/PEMBA/papers/${name}`, { at: next(), ...payload })
const onHand = async (item: string, shelf: string, who: Name = 'rita') =>
  (await get<{ items: { code: string; rows: { shelf: string; quantity: number }[] }[] }>(who, 'stock')).items
    .find(({ code }) => code === item)
    ?.rows.filter((row) => row.shelf === shelf)
    .reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
const line = (item: string, quantity: number, more: object = {}) => ({ item, quantity, shelf: 'PEMBA/A1', ...more })

let [partner, donor] = ['', '']
const notFound = ['access.not-found']
const session: Record<string, string> = {}
const helper = async (name: string, roles: ['warehouse'], areas: string[]) => {
  const person = await addPerson(test.house.doors, { name, email: `${name}@stock.test`, roles, areas })
  if (isRefused(person)) throw new Error('no person')
  session[name] = await openSession(test.house.doors, person.id)
}
const asHelper = async (name: string, method: 'GET' | 'POST', url: string, payload?: object) => {
  const cookies = { capulana_session: session[name]! }
  const answered = await test.server.inject({ method, url: `/api/relief/${url}`, cookies, ...(payload ? { payload } : {}) })
  return { status: answered.statusCode, body: answered.json() as Answer, codes: ((answered.json() as Answer).refusals ?? []).map(({ code }) => code) }
}
const papers = async (who: Name) => (await get<{ papers: { id: string; kind: string; stays: string | null }[] }>(who, 'warehouses/PEMBA/day')).papers
const stays = async (who: Name, id: string) => (await papers(who)).find((each) => each.id === id)!.stays
const carried = { place: 'MZ0109', transporter: 'Transportes Lúrio', vehicle: 'ABC 123 CD' }
const waybill = (payload: object) => post('paulo', 'warehouses/PEMBA/waybills', { at: next(), ...carried, organisation: partner, ...payload })

beforeAll(async () => {
  test = await openTestHouse()
  await act(test.house.doors, theSystem, async (db) => {
    partner = (await insertRow(db, Organisation, { scope: 'MZ', name: 'Abrigo Norte', kind: 'ngo' })).id
    donor = (await insertRow(db, Organisation, { scope: 'MZ', name: 'Doador Um', kind: 'donor' })).id
  })
  await asOwner(test.house.doors).run(sql`update kernel.person set works_for = ${partner} where name = 'david'`)
  session.david = await openSession(test.house.doors, test.people.david.id)
  await helper('second', ['warehouse'], ['MZ01'])
  await helper('elsewhere', ['warehouse'], ['MZ04'])
  expect((await post('rita', 'warehouses', { code: 'PEMBA', name: 'Armazém de Pemba', place: 'MZ0109' })).status).toBe(200)
  expect((await post('rita', 'warehouses', { code: 'BEIRA', name: 'Armazém da Beira', place: 'MZ04' })).status).toBe(200)
  for (const name of ['A1', 'A2']) await post('paulo', 'warehouses/PEMBA/shelves', { name })
  await post('rita', 'warehouses/BEIRA/shelves', { name: 'B1' })
  const item = (code: string, pt: string, more: object = {}) => post('rita', 'items', { code, name: { pt, en: pt }, baseUnit: 'C62', ...more })
  await item('LONA', 'Lona 4 × 6 m', { packs: [{ name: 'fardo', units: 5 }], weightKg: 4.2, volumeM3: 0.0112 })
  await item('REDE', 'Rede mosquiteira', { weightKg: 0.444, volumeM3: 0.0017 })
  await item('SABAO', 'Sabão', { expires: true })
  await item('BAMBU', 'Bambu', { treated: true })
  const lot = (of: string, code: string, more: object = {}) => post('paulo', 'lots', { item: of, code, origin: 'gift', ...more })
  await lot('LONA', 'L-1', { donor, grantCode: 'G-7', unitCost: 10.5, currency: 'CHF' })
  // Two days, because the papers are of an hour ago, and that may be yesterday.
  await lot('SABAO', 'S-OLD', { expiry: days(-2) })
  await lot('SABAO', 'S-SOON', { expiry: days(30) })
  await lot('SABAO', 'S-LATE', { expiry: days(300) })
  await lot('BAMBU', 'B-1')
})
afterAll(() => test?.close())

describe('goods come in', () => {
  it('are typed in packs, kept in base units, and shown beside what was ordered', async () => {
    const received = await paper('receive', {
      ...{ source: 'donation', reference: 'DN 44' },
      lines: [line('LONA', 60, { lot: 'L-1', pack: 'fardo', ordered: 320 }), line('REDE', 700, { ordered: null })],
    })
    expect(received).toMatchObject({ status: 200, number: 1 })
    expect(await onHand('LONA', 'PEMBA/A1')).toBe(300)
    const [note] = (await get<{ rows: { lines: { ordered: number | null; quantity: number }[] }[] }>('rita', 'received-note')).rows
    expect(note!.lines.map(({ ordered, quantity }) => [ordered, quantity])).toEqual([
      [320, 300],
      [null, 700],
    ])
  })

  it('are refused where a pack, an item, a lot, a shelf or the last day is not known', async () => {
    const of = async (one: object) => (await paper('receive', { source: 'order', lines: [one] })).refusals.map(({ code }) => code)
    expect(await of(line('LONA', 1, { pack: 'palete' }))).toEqual(['relief.unit-unknown'])
    expect(await of(line('NADA', 1))).toEqual(['relief.item-unknown'])
    expect(await of(line('LONA', 1, { lot: 'X' }))).toEqual(['relief.lot-unknown'])
    expect(await of(line('LONA', 1, { shelf: 'PEMBA/Z9' }))).toEqual(['relief.shelf-unknown'])
    expect(await of(line('SABAO', 1))).toEqual(['relief.expiry-missing'])
    expect((await post('paulo', 'lots', { item: 'SABAO', code: 'S-X', origin: 'gift' })).codes).toEqual(['relief.expiry-missing'])
    expect((await post('paulo', 'lots', { item: 'LONA', code: 'L-2', origin: 'gift', unitCost: 1 })).codes).toEqual(['relief.currency-missing'])
    expect((await post('rita', 'items', { code: 'LONA', name: { pt: 'a', en: 'a' }, baseUnit: 'C62' })).codes).toEqual(['relief.code-taken'])
    await post('rita', 'warehouses', { code: 'SHUT', name: 'a', place: 'MZ0109' })
    expect((await post('rita', 'warehouses/SHUT/close')).status).toBe(200)
    expect((await post('paulo', 'warehouses/SHUT/shelves', { name: 'A1' })).codes).toEqual(['relief.warehouse-closed'])
    expect((await post('rita', 'warehouses/PEMBA/close')).codes).toEqual(['relief.shelf-not-empty'])
    expect((await post('rita', 'warehouses', { code: 'NOWHERE', name: 'a', place: 'XX' })).codes).toEqual(['relief.place-unknown'])
  })

  it('change their shelf by a paper of its own, and a shelf with something on it stays open', async () => {
    await paper('move/put-away', { lines: [line('REDE', 100)], toShelf: 'PEMBA/A2' })
    expect([await onHand('REDE', 'PEMBA/A1'), await onHand('REDE', 'PEMBA/A2')]).toEqual([600, 100])
    expect((await post('paulo', 'warehouses/PEMBA/shelves/A2/close')).refusals[0]).toMatchObject({ code: 'relief.shelf-not-empty', facts: { items: ['REDE'] } })
    await paper('move/put-away', { lines: [line('REDE', 100, { shelf: 'PEMBA/A2' })], toShelf: 'PEMBA/A1' })
    expect((await post('paulo', 'warehouses/PEMBA/shelves/A2/close')).status).toBe(200)
  })
})

describe('what may not leave', () => {
  it('stays: an expired lot, untreated wood, a lot put aside; and what ends first goes first unless somebody says why', async () => {
    const soap = (lot: string, quantity = 100) => line('SABAO', quantity, { lot })
    await paper('receive', { source: 'order', lines: [soap('S-OLD'), soap('S-SOON'), soap('S-LATE'), line('BAMBU', 100, { lot: 'B-1' })] })
    expect((await waybill({ lines: [soap('S-OLD', 1)] })).refusals[0]).toMatchObject({
      code: 'relief.lot-not-usable',
      facts: { lot: 'S-OLD', whyPt: 'passou a validade' },
    })
    expect((await waybill({ lines: [line('BAMBU', 1, { lot: 'B-1' })] })).codes).toEqual(['relief.lot-not-usable'])
    expect((await post('paulo', 'treatments', { lots: [{ item: 'BAMBU', lot: 'B-1' }], method: 'Bórax', day: today, treatedUntil: today })).codes).toEqual([
      'relief.treatment-days',
    ])
    await post('paulo', 'treatments', { lots: [{ item: 'BAMBU', lot: 'B-1' }], method: 'Bórax', day: today, treatedUntil: days(365) })
    expect((await waybill({ lines: [line('BAMBU', 1, { lot: 'B-1' })] })).status).toBe(200)

    expect((await waybill({ lines: [soap('S-LATE', 10)] })).refusals[0]).toMatchObject({ code: 'relief.first-expired-first', facts: { proposed: 'S-SOON' } })
    expect((await waybill({ lines: [{ ...soap('S-LATE', 10), reason: 'O parceiro guarda seis meses' }] })).status).toBe(200)
    await paper('move/put-aside', { lines: [soap('S-SOON')], words: 'Caixas molhadas' })
    expect((await waybill({ lines: [line('SABAO', 1, { lot: 'S-SOON', shelf: 'PEMBA/quarantine' })] })).codes).toEqual(['relief.lot-not-usable'])
    expect((await paper('move/take-up', { lines: [line('SABAO', 1, { lot: 'S-SOON', shelf: 'PEMBA/quarantine' })], toShelf: 'PEMBA/A1' })).codes).toEqual([
      'ledger.no-reason',
    ])
  })
})

describe('a waybill', () => {
  let sent: Answer
  it('takes what was released and no more, and has its number and fingerprint', async () => {
    const { id: release } = (await act(test.house.doors, theSystem, async (db) => {
      const warehouse = await db.one<{ id: string }>(sql`select id from relief.warehouse where code = 'PEMBA'`)
      const lines = [{ item: 'LONA', quantity: 240 }]
      const given = { scope: 'MZ0109', warehouse: warehouse!.id, year: 2026, number: 1, organisation: partner, place: 'MZ0109', lines, state: 'open' as const }
      return insertRow(db, Release, given)
    })) as { id: string }
    const picked = await get<{ lines: { item: string; lot: string; quantity: number }[]; short: unknown[] }>('paulo', `warehouses/PEMBA/pick/${release}`)
    expect(picked).toMatchObject({ lines: [{ item: 'LONA', lot: 'L-1', quantity: 240 }], short: [] })
    expect((await waybill({ release, lines: [line('LONA', 241, { lot: 'L-1' })] })).refusals[0]).toMatchObject({
      code: 'relief.above-release',
      facts: { over: 1 },
    })
    expect((await waybill({ release, organisation: donor, lines: picked.lines })).codes).toEqual(['relief.release-not-open'])
    expect((await waybill({ organisation: null, lines: picked.lines })).codes).toEqual(['relief.consignee-one'])
    sent = await waybill({ release, lines: picked.lines })
    expect(sent.hash).toMatch(/^[0-9a-f]{64}$/)
    expect([await onHand('LONA', 'PEMBA/A1'), await onHand('LONA', 'PEMBA/road')]).toEqual([60, 240])
    expect((await get<{ toPick: unknown[] }>('paulo', 'warehouses/PEMBA/day')).toPick).toEqual([])
    expect((await waybill({ lines: [line('LONA', 61, { lot: 'L-1' })] })).codes).toEqual(['ledger.below-zero'])
  })

  it('is received by the partner alone, 14 short, and is never edited: two people say what became of them', async () => {
    const lines = [{ item: 'LONA', lot: 'L-1', received: 226, damaged: 2 }]
    expect((await post('paulo', `waybills/${sent.id}/receive`, { lines })).codes).toEqual(notFound)
    expect((await asHelper('david', 'POST', `waybills/${sent.id}/receive`, { lines: [{ ...lines[0], damaged: 227 }] })).codes).toEqual([
      'relief.damaged-above-received',
    ])
    expect((await asHelper('david', 'POST', `waybills/${sent.id}/receive`, { at: next(), lines })).body).toMatchObject({ discrepancies: 2 })
    expect((await asHelper('david', 'POST', `waybills/${sent.id}/receive`, { lines })).codes).toEqual(['relief.waybill-closed'])
    expect(await onHand('LONA', 'PEMBA/road')).toBe(16)
    expect((await post('paulo', `papers/${sent.document}/cancel`, { words: 'engano' })).codes).toEqual(['relief.receipt-stays'])
    expect(await stays('paulo', sent.document!)).toBe('received')

    type Differences = { waybills: { id: string; lines: { quantity: number }[]; discrepancies: { id: string; kind: string; quantity: number }[] }[] }
    const now = (await get<Differences>('paulo', 'waybills')).waybills.find(({ id }) => id === sent.id)!
    expect(now.lines[0]!.quantity).toBe(240)
    const [damaged, short] = now.discrepancies
    expect([damaged, short]).toMatchObject([
      { kind: 'damaged', quantity: 2 },
      { kind: 'short', quantity: 14 },
    ])
    expect((await post('paulo', `discrepancies/${short!.id}/explain`, { words: 'Roubo na estrada' })).codes).toEqual(['relief.outcome-missing'])
    for (const { id } of [damaged!, short!]) {
      await post('paulo', `discrepancies/${id}/explain`, { words: 'Roubo na estrada, auto da polícia 12', outcome: 'lost' })
      expect((await post('paulo', `discrepancies/${id}/sign`)).codes).toEqual(['relief.second-person'])
      expect((await post('noemia', `discrepancies/${id}/sign`)).status).toBe(200)
    }
    expect(await onHand('LONA', 'PEMBA/road')).toBe(0)
  })

  it('lets a donor follow his lot to the last piece', async () => {
    const { lots } = await get<{ lots: object[] }>('rita', `donor-lots?donor=${donor}`)
    expect(lots).toMatchObject([{ lot: 'L-1', received: 300, onShelves: 60, onRoad: 0, withPartners: 224, lostOrDamaged: 16 }])
  })

  it('goes to another warehouse too, where more than was sent is a fact', async () => {
    const beira = (await get<{ warehouses: { id: string; code: string }[] }>('rita', 'stock')).warehouses.find(({ code }) => code === 'BEIRA')!.id
    const { id } = await waybill({ organisation: null, toWarehouse: beira, place: 'MZ04', lines: [line('REDE', 50)] })
    expect((await asHelper('elsewhere', 'GET', 'warehouses/BEIRA/day')).body).toMatchObject({ expected: [{ id }] })
    // Held once: on no shelf while it is on the road, and in the weeks all the same.
    const board = async () => {
      const { board: rows } = await get<{ board: { item: string; onHand: number; promise: number; weeks: number[] }[] }>('rita', 'pipeline')
      const { onHand: there, promise, weeks } = rows.find(({ item }) => item === 'REDE')!
      return [there, promise, weeks[0]]
    }
    expect(await board()).toEqual([650, 650, 700])
    expect((await asHelper('second', 'POST', `waybills/${id}/receive`, { shelf: 'BEIRA/B1', lines: [] })).codes).toEqual(notFound)
    const lines = [
      { item: 'REDE', received: 52 },
      { item: 'LONA', lot: 'L-1', received: 1 },
    ]
    expect((await asHelper('elsewhere', 'POST', `waybills/${id}/receive`, { at: next(), shelf: 'BEIRA/B1', lines })).body).toMatchObject({ discrepancies: 2 })
    expect([await onHand('REDE', 'BEIRA/B1'), await onHand('LONA', 'BEIRA/B1'), await onHand('REDE', 'PEMBA/road')]).toEqual([52, 1, 0])
    expect(await board()).toEqual([702, 702, 702])
  })

  it('counts what was lost by warehouse, and by whoever carried it', async () => {
    type Losses = { losses: { byWarehouse: object[]; byCarrier: object[] } }
    const { losses } = await get<Losses>('rita', 'pipeline')
    expect(losses.byCarrier).toContainEqual({ carrier: 'Transportes Lúrio', item: 'LONA', lost: 14, damaged: 2, handled: 240, rate: 16 / 240 })
    expect(losses.byCarrier).toContainEqual({ carrier: 'Transportes Lúrio', item: 'REDE', lost: 0, damaged: 0, handled: 50, rate: 0 })
    expect(losses.byWarehouse).toContainEqual({ warehouse: 'PEMBA', item: 'LONA', lost: 14, damaged: 2, handled: 300, rate: 16 / 300 })
    expect(losses.byWarehouse).toContainEqual({ warehouse: 'BEIRA', item: 'REDE', lost: 0, damaged: 0, handled: 50, rate: 0 })
  })
})

describe('a count', () => {
  it('compares with the moment of counting, and what is above the limit waits for somebody who did not count', async () => {
    await paper('receive', { source: 'opening', lines: [line('REDE', 450)] })
    expect(await onHand('REDE', 'PEMBA/A1')).toBe(1100)
    await waybill({ lines: [line('REDE', 100)] })
    const count = (counted: number, who: Name = 'paulo') =>
      post(who, 'warehouses/PEMBA/papers/count', { shelf: 'PEMBA/A1', lines: [{ item: 'REDE', counted, countedAt: next() }] })
    // 1,000 are there when they are counted, whatever stood on the sheet when it was printed.
    expect(await count(1000)).toMatchObject({ status: 200 })
    expect(await onHand('REDE', 'PEMBA/A1')).toBe(1000)
    const waiting = await count(970)
    expect(waiting.proposal).toBeDefined()
    expect(await onHand('REDE', 'PEMBA/A1')).toBe(1000)
    expect((await post('paulo', `proposals/${waiting.proposal}/sign`)).codes).toEqual(['relief.second-person'])
    expect((await asHelper('elsewhere', 'POST', `proposals/${waiting.proposal}/sign`)).codes).toEqual(notFound)
    const signed = await asHelper('second', 'POST', `proposals/${waiting.proposal}/sign`)
    expect(signed.status).toBe(200)
    expect(await onHand('REDE', 'PEMBA/A1')).toBe(970)
    expect((await post('paulo', `papers/${signed.body.document}/cancel`, { words: 'engano' })).codes).toEqual(['relief.second-person'])
    expect([await stays('paulo', signed.body.document!), await stays('rita', signed.body.document!)]).toEqual(['two_signed', null])
  })

  it('leaves both lines on the card when a paper is cancelled', async () => {
    const loss = await paper('move/loss', { lines: [line('REDE', 7)], words: 'Ratos' })
    await post('paulo', `papers/${loss.document}/cancel`, { words: 'Estavam na A2' })
    expect(await onHand('REDE', 'PEMBA/A1')).toBe(970)
    const { lines } = await get<{ lines: { change: number; balance: number; reverses: string | null }[] }>('paulo', 'card?shelf=PEMBA/A1&item=REDE')
    expect(lines.slice(-2).map(({ change, balance }) => [change, balance])).toEqual([
      [-7, 963],
      [7, 970],
    ])
    expect(lines.at(-1)!.reverses).toBe(loss.document)
    const note = (await papers('paulo')).findLast(({ kind }) => kind === 'goods_received')!
    expect([note.stays, (await post('paulo', `papers/${note.id}/cancel`, { words: 'engano' })).codes]).toEqual(['goods_gone', ['ledger.gone-on']])
  })
})

describe('kits', () => {
  it('are counted by their scarcest part, packed and broken by one paper', async () => {
    const kit = {
      code: 'KIT-F',
      name: { pt: 'Kit familiar', en: 'Family kit' },
      parts: [
        { item: 'LONA', perKit: 2 },
        { item: 'REDE', perKit: 3 },
      ],
      validFrom: today,
    }
    expect((await post('paulo', 'kits', kit)).status).toBe(403)
    expect((await post('rita', 'kits', { ...kit, parts: [{ item: 'NADA', perKit: 1 }] })).codes).toEqual(['relief.item-unknown'])
    await post('rita', 'kits', kit)
    const { kits } = await get<{ kits: object[] }>('rita', 'stock?warehouse=PEMBA')
    expect(kits).toMatchObject([{ code: 'KIT-F', edition: 1, kits: 30, limitedBy: [{ pt: 'Lona 4 × 6 m' }] }])
    expect((await paper('pack', { kit: 'KIT-F', kits: 31, toShelf: 'PEMBA/A1' })).refusals[0]).toMatchObject({
      code: 'relief.part-missing',
      facts: { missing: 2 },
    })
    expect((await paper('pack', { kit: 'KIT-F', kits: 10, toShelf: 'PEMBA/A1' })).status).toBe(200)
    expect([await onHand('KIT-F', 'PEMBA/A1'), await onHand('LONA', 'PEMBA/A1')]).toEqual([10, 40])
    const broken = { kit: 'KIT-F', lot: 'V1', kits: 2, shelf: 'PEMBA/A1' }
    expect((await paper('break', { ...broken, parts: [line('LONA', 3, { lot: 'L-1' }), line('REDE', 6)] })).codes).toEqual(['relief.parts-differ'])
    await paper('break', { ...broken, parts: [line('LONA', 4, { lot: 'L-1' }), line('REDE', 6)] })
    expect([await onHand('KIT-F', 'PEMBA/A1'), await onHand('LONA', 'PEMBA/A1')]).toEqual([8, 44])
  })
})

describe('the papers of the warehouse', () => {
  it('say in both languages what they are about, what nobody knows, and what differed', async () => {
    const bills = (await get<{ waybills: { id: string; release: string | null }[] }>('rita', 'waybills')).waybills
    const bill = bills.find(({ release }) => release !== null)!
    const load = await waybill({ lines: [line('REDE', 100), line('BAMBU', 9, { lot: 'B-1' })] })
    const notes = (await get<{ rows: { id: string; source: string }[] }>('rita', 'received-note')).rows
    const papers: [string, string[], string[]][] = [
      [
        `waybill/${bill.id}`,
        ['Guia de remessa PEMBA', 'Abrigo Norte', 'ABC 123 CD', 'Recepção assinada por: david', '14 un. Lona 4 × 6 m em falta · Roubo na estrada', 'noemia'],
        ['Waybill PEMBA', 'Receipt signed by: david', '14 pc Lona 4 × 6 m short · Roubo na estrada'],
      ],
      [`loading/${load.id}`, ['Plano de carga', 'Peso total: pelo menos 44,4 kg, 1 artigo desconhecido'], ['Total weight: at least 44.4 kg, 1 item unknown']],
      [
        `release/${bill.release}`,
        ['Ordem de libertação PEMBA 2026/1', 'Abrigo Norte', 'Já saiu', '240', 'chegou'],
        ['Release order PEMBA 2026/1', 'Left already', 'has arrived'],
      ],
      [
        `received/${notes.find(({ source }) => source === 'donation')!.id}`,
        ['Guia de recepção', 'DN 44', '320', 'desconhecido'],
        ['Goods received note', 'unknown'],
      ],
      ['count-sheet/PEMBA', ['Folha de contagem', 'S-LATE', 'Segunda pessoa'], ['Count sheet', 'Second person']],
      ['stock/PEMBA', ['Relatório de existências', 'a caminho'], ['Stock report', 'on the road', 'PEMBA (put aside)']],
      ['card?shelf=PEMBA/A1&item=REDE', ['Ficha de prateleira', 'Anulação', '970', 'Perdido'], ['Bin card', 'Cancellation', '970', 'Lost']],
      ['donor-lots', ['Lotes por doador', 'Doador Um', 'G-7', '224'], ['Lots by donor', 'G-7', '224']],
    ]
    for (const [url, ...words] of papers)
      for (const [at, lang] of (['pt', 'en'] as const).entries()) {
        const { bytes } = await test.ask('rita', { url: `/api/relief/print/${url}${url.includes('?') ? '&' : '?'}lang=${lang}` })
        expect(bytes.subarray(0, 5).toString(), url).toBe('%PDF-')
        const read = (await pdfText(bytes)).text?.replace(/\s+/g, ' ')
        if (read) for (const one of words[at]!) expect(read, `${url} ${lang}`).toContain(one)
      }
    // The partner prints its own release, which does not say from which store; nobody else's.
    const own = await test.server.inject({ url: `/api/relief/print/release/${bill.release}`, cookies: { capulana_session: session.david! } })
    const said = (await pdfText(own.rawPayload)).text
    if (said) expect([said.includes('2026/1'), said.includes('PEMBA')]).toEqual([true, false])
    expect((await asHelper('elsewhere', 'GET', `print/release/${bill.release}`)).codes).toEqual(notFound)
  })
})

describe('who sees stock', () => {
  it('is its keeper in his area and those who follow everywhere; never a partner, never another area', async () => {
    expect((await asHelper('david', 'GET', 'stock')).status).toBe(403)
    expect((await test.ask('public', { url: '/api/relief/stock' })).status).toBe(401)
    const there = (await asHelper('elsewhere', 'GET', 'stock')).body as unknown as { warehouses: { code: string }[]; items: { rows: { shelf: string }[] }[] }
    expect(there.warehouses.map(({ code }) => code)).toEqual(['BEIRA'])
    expect(JSON.stringify(there.items)).not.toContain('PEMBA')
    expect((await asHelper('elsewhere', 'GET', 'warehouses/PEMBA/day')).codes).toEqual(notFound)
    expect((await asHelper('elsewhere', 'POST', 'warehouses/PEMBA/papers/move/loss', { words: 'a', lines: [line('REDE', 1)] })).codes).toEqual(notFound)
    const own = (await asHelper('david', 'GET', 'waybills')).body as unknown as { waybills: { consignee: string; lines: { shelf: string }[] }[] }
    // A partner reads what was sent, and not where it lay.
    expect(own.waybills.flatMap(({ lines }) => lines).every(({ shelf }) => shelf === '')).toBe(true)
    expect(JSON.stringify((await get('paulo', 'waybills')) as object)).toContain('PEMBA/A1')
    expect([...new Set(own.waybills.map(({ consignee }) => consignee))]).toEqual(['Abrigo Norte'])
    const csv = await test.ask('rita', { url: '/api/relief/stock/export?format=csv&lang=en' })
    expect(csv.text).toContain('#item+code')
    const [note] = (await get<{ rows: { id: string }[] }>('rita', 'received-note')).rows
    expect((await asHelper('elsewhere', 'GET', `print/received/${note!.id}`)).codes).toEqual(notFound)
    expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
  })
})
