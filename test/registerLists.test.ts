/** Lists on phones that are views of a register: after the first time only what changed comes, whoever wrote it, and nothing is missed while writers are slow. */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Item, withChanges } from '../src/faces/field/sync/lists.ts'
import { act, asOwner, theSystem } from '../src/kernel/index.ts'
import { type FieldWork, layFieldWork, layKey, layPhone } from './support/fieldWork.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Page = { cursor: string; full: boolean; more: boolean; changes: { id: string; deleted: boolean; label?: string }[] }
type Reader = { list: string; key: string; cursor: string; items: Item[]; wholes: number; carried: number; ids: Set<string> }

let test: TestHouse
let work: FieldWork
beforeAll(async () => {
  test = await openTestHouse()
  work = await layFieldWork(test)
})
afterAll(() => test?.close())

const owner = () => asOwner(test.house.doors)

async function readerOf(list: string, areas: string[]): Promise<Reader> {
  const phone = await layPhone(test, work, null, areas)
  return { list, key: await layKey(test, phone), cursor: '', items: [], wholes: 0, carried: 0, ids: new Set() }
}

/**
 * As the field app does; gives what was news to it: a change that was held back is told once more beside a later one, and says again what the phone knows.
 */
async function pull(reader: Reader): Promise<Page['changes']> {
  const url = `/sync/pull?topic=${encodeURIComponent(`list:${reader.list}`)}&cursor=${reader.cursor}`
  const { statusCode, body } = await test.server.inject({ url, headers: { authorization: `Bearer ${reader.key}` } })
  expect(statusCode).toBe(200)
  const page = JSON.parse(body) as Page
  const known = new Map(reader.items.map(({ id, label }) => [id, label]))
  const news = page.changes.filter(({ id, deleted, label }) => page.full || (deleted ? known.has(id) : known.get(id) !== label))
  for (const { id } of page.changes) reader.ids.add(id)
  reader.items = withChanges(reader.items, page)
  Object.assign(reader, { cursor: page.cursor, wholes: reader.wholes + Number(page.full), carried: reader.carried + page.changes.length })
  return page.more ? [...news, ...(await pull(reader))] : news
}

/** Whoever else holds a transaction open on this server holds the feed back: what changed comes late, never not at all. */
async function pullUntil(reader: Reader, isThere: (changes: Page['changes']) => boolean): Promise<Page['changes']> {
  const came = await pull(reader)
  for (let tries = 0; tries < 600 && !isThere(came); tries++) {
    await pause(100)
    came.push(...(await pull(reader)))
  }
  return came
}

const told = (changes: Page['changes']) => [...new Map(changes.map((change) => [change.id, change.deleted ? null : change.label]))]
const sorted = (items: readonly Item[]) => items.map((item) => JSON.stringify(item)).sort()

const addPlace = (pcode: string, name: string, parent: string, kind = 'posto') =>
  owner().one<{ id: string }>(sql`
    insert into places.place (scope, pcode, name, kind, level, parent, country, predecessors)
    select ${pcode}, ${pcode}, ${name}, ${kind}, 3, id, 'MZ', '{}' from places.place where pcode = ${parent} returning id`)

describe('the register of places', () => {
  it('sends its phones what changed and nothing else: new, renamed, moved and gone', async () => {
    const reader = await readerOf('places', ['MZ01'])
    await pull(reader)
    expect(reader.wholes).toBe(1)
    const before = reader.items.length
    expect(before).toBeGreaterThan(100)
    await addPlace('MZ010277', 'Posto novo', 'MZ0102')
    expect(told(await pullUntil(reader, ({ length }) => length > 0))).toEqual([['MZ010277', 'Posto novo']])
    await owner().run(sql`update places.place set name = 'Posto velho', version = version + 1 where pcode = 'MZ010277'`)
    expect(told(await pullUntil(reader, ({ length }) => length > 0))).toEqual([['MZ010277', 'Posto velho']])
    await owner().run(sql`update places.place set pcode = 'MZ010278', scope = 'MZ010278' where pcode = 'MZ010277'`)
    expect(new Map(told(await pullUntil(reader, ({ length }) => length > 1)))).toEqual(
      new Map([
        ['MZ010277', null],
        ['MZ010278', 'Posto velho'],
      ]),
    )
    await owner().run(sql`delete from places.place where pcode = 'MZ010278'`)
    expect(told(await pullUntil(reader, ({ length }) => length > 0))).toEqual([['MZ010278', null]])
    expect([reader.wholes, reader.items.length]).toEqual([1, before])
  })

  it('misses no change of eight writers who hold their transactions open, and never sends the whole again', async () => {
    const readers = await Promise.all(Array.from({ length: 3 }, () => readerOf('places', ['MZ01'])))
    for (const reader of readers) await pull(reader)
    const whole = readers[0]!.items.length
    const until = Date.now() + 8000
    let written = 0
    const write = async (writer: number) => {
      for (let n = 0; Date.now() < until; n++) {
        const pcode = `MZ01029${writer}${n % 3}`
        await act(test.house.doors, theSystem, async (db) => {
          await db.run(sql`
            insert into places.place (scope, pcode, name, kind, level, parent, country, predecessors)
            select ${pcode}, ${pcode}, 'Posto', 'posto', 3, id, 'MZ', '{}' from places.place where pcode = 'MZ0102' on conflict do nothing`)
          await pause(Math.random() * 40)
          await db.run(sql`update places.place set name = ${`Posto ${writer} ${n}`}, version = version + 1 where pcode = ${pcode}`)
          await pause(Math.random() * 40)
          return 'written'
        })
        written += 1
        if (n % 4 === 3) await act(test.house.doors, theSystem, async (db) => (await db.run(sql`delete from places.place where pcode = ${pcode}`)) && 'gone')
      }
    }
    let writing = true
    const following = readers.map(async (reader) => {
      while (writing) {
        await pull(reader)
        await pause(Math.random() * 30)
      }
    })
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
    writing = false
    await Promise.all(following)
    expect(written).toBeGreaterThan(100)
    const fresh = await readerOf('places', ['MZ01'])
    await pull(fresh)
    for (const reader of readers) {
      for (let tries = 0; tries < 600 && sorted(reader.items).join() !== sorted(fresh.items).join(); tries++) {
        await pause(100)
        await pull(reader)
      }
      expect(sorted(reader.items)).toEqual(sorted(fresh.items))
      expect(reader.wholes).toBe(1)
      expect(reader.carried, 'the whole list once, then changes').toBeLessThan(whole + 20 * written)
    }
  })
})

describe('the places of rounds that collect', () => {
  let round: string
  const line = (pcode: string) =>
    owner().one<{ id: string }>(sql`
      insert into displacement.master_list_line (scope, round, place) select p.scope, ${round}, p.id from places.place p where p.pcode = ${pcode} returning id`)
  const toState = (state: string) => owner().run(sql`update displacement.round set state = ${state}, version = version + 1 where id = ${round}`)
  beforeAll(async () => {
    await addPlace('MZ010288', 'Local A', 'MZ0102', 'site')
    await addPlace('MZ010289', 'Local B', 'MZ0102', 'site')
    await addPlace('MZ070188', 'Local longe', 'MZ0701', 'site')
    const operation = await owner().one<{ id: string }>(
      sql`insert into displacement.operation (scope, name, country_iso3, country_pcode, country_name, cause, status, sensitivity, demonstration)
        values ('MZ', 'Listas', 'MOZ', 'MZ', '{}', 'conflict', 'Active', 'sites', false) returning id`,
    )
    round = (await owner().one<{ id: string }>(
      sql`insert into displacement.round (scope, operation, assessment_type, number, edition, unit_level, state) values ('MZ', ${operation!.id}, 'SA', 7, 1, 'site', 'planned') returning id`,
    ))!.id
  })

  it('come when the round begins, change one by one, and go when it ends, on the phones of their area alone', async () => {
    const [near, far] = [await readerOf('places-of-round', ['MZ01']), await readerOf('places-of-round', ['MZ07'])]
    const areas = await readerOf('areas-of-round', ['MZ01'])
    const a = (await line('MZ010288'))!.id
    const distant = (await line('MZ070188'))!.id
    for (const reader of [near, far, areas]) expect(await pull(reader)).toEqual([])
    await toState('collecting')
    expect(told(await pullUntil(near, (came) => came.some(({ deleted }) => !deleted)))).toEqual([[a, 'Local A']])
    expect(told(await pullUntil(far, (came) => came.some(({ deleted }) => !deleted)))).toEqual([[distant, 'Local longe']])
    expect((await pullUntil(areas, ({ length }) => length > 0)).map(({ id }) => id)).toContain('SA-2-MZ0102')
    const b = (await line('MZ010289'))!.id
    expect(told(await pullUntil(near, ({ length }) => length > 0))).toEqual([[b, 'Local B']])
    await owner().run(sql`update places.place set name = 'Local A, novo', version = version + 1 where pcode = 'MZ010288'`)
    expect(told(await pullUntil(near, ({ length }) => length > 0))).toEqual([[a, 'Local A, novo']])
    await owner().run(sql`delete from displacement.master_list_line where id = ${b}`)
    expect(told(await pullUntil(near, ({ length }) => length > 0))).toEqual([[b, null]])
    await toState('cleaning')
    expect(told(await pullUntil(near, ({ length }) => length > 0))).toEqual([[a, null]])
    await pullUntil(far, (came) => came.some(({ deleted }) => deleted))
    expect([near, far].map(({ items, wholes }) => [items.length, wholes])).toEqual([
      [0, 1],
      [0, 1],
    ])
    expect([...far.ids], 'nothing of the other province').toEqual([distant])
  })
})
