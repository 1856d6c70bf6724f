/**
 * Registering households, from phone to register: who agrees has a number, people and a card; who does not is counted and nameless; a form corrected and approved again
 * changes the same household; and nothing of a name stands outside its box.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displacement } from '../src/domains/displacement/index.ts'
import { receive } from '../src/kernel/forms/receive.ts'
import { type Actor, asOwner, destroyBuried, isRefused, read, seedPackForms } from '../src/kernel/index.ts'
import { householdNumber, readHouseholdNumber } from '../src/registry/people/checkDigit.ts'
import { authorOf } from './support/authoring.ts'
import { findingsBehindReceipts } from './support/lookedOver.ts'
import { layOperation } from './support/movementForm.ts'
import { beginExercise, consentWords, type FilledHousehold, registrationXml } from './support/registrationForm.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

const family = [
  { given: 'Zuleikha', surname: 'Marcada', sex: 'f' as const, born: '1988-04-07', phone: '841234567', document: '110100123456B' },
  { given: 'Abdul', surname: 'Marcada', sex: 'm' as const, age: 9, relation: 'child' },
]

describe('registering a household', () => {
  let test: TestHouse
  let exercise: string
  let household: string
  let first: { submission: string; instanceId: string }
  beforeAll(async () => {
    test = await openTestHouse()
    expect(await seedPackForms(test.house)).toContain('dtm_registration')
    exercise = await beginExercise(test, await layOperation(test))
    expect((await authorOf(test, 'bento').ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })).status).toBe(200)
  })
  afterAll(() => test?.close())

  const owner = () => asOwner(test.house.doors)
  const send = async (given: Omit<FilledHousehold, 'exercise'>) => {
    const { xml, instanceId } = registrationXml({ exercise, ...given })
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml, files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    return { submission: sent.submission!, instanceId }
  }
  const approve = async (submission: string, who: Name = 'gilda') =>
    (await test.ask(who, { method: 'POST', url: `/api/forms/review/${submission}/approve` })) as unknown as {
      status: number
      body: { refusals?: { code: string }[] }
    }
  const lines = () =>
    owner().rows<{ household: string | null; consent: string; counted: object | null; needs: string[] }>(
      sql`select household, consent, counted, needs from displacement.registration_line order by recorded_at`,
    )
  const count = async (table: string) => (await owner().one<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(table)}`))!.n
  const card = async (who: Name, id = household) =>
    (await test.ask(who, { method: 'GET', url: `/api/registration/households/${id}/card-facts` })) as unknown as {
      status: number
      body: Record<string, unknown>
    }

  it('takes the form of the country pack without a doubt of its own', async () => {
    first = await send({ people: family, before: 'MZ0106' })
    expect(await findingsBehindReceipts(test)).toEqual([])
  })

  it('becomes a household with a number, its people sealed, and their consent in the words that were read', async () => {
    expect((await approve(first.submission)).status).toBe(200)
    household = (await lines())[0]!.household!
    const { number } = (await owner().one<{ number: string }>(sql`select number from people.household where id = ${household}`))!
    expect(readHouseholdNumber(number)).toBe(number)
    const people = await owner().rows<{ sex: string; birthYear: number; ageBand: string }>(
      sql`select sex, birth_year, age_band from people.person order by birth_year`,
    )
    expect(people).toEqual([
      { sex: 'f', birthYear: 1988, ageBand: '18-59' },
      { sex: 'm', birthYear: 2017, ageBand: '5-11' },
    ])
    const consents = await owner().rows(sql`select purpose, answer, words, wording_version from people.consent order by purpose`)
    expect(consents).toMatchObject([
      { purpose: 'registration', answer: 'given', words: consentWords, wordingVersion: '2026-11-27' },
      { purpose: 'sharing', answer: 'refused' },
    ])
    const residences = await owner().rows(sql`select kind, place from people.residence order by kind`)
    expect(residences).toEqual([
      { kind: 'current', place: 'MZ010902' },
      { kind: 'previous', place: 'MZ0106' },
    ])
  })

  it('changes the same household and the same people when it is corrected and approved again', async () => {
    const ids = async () => (await owner().rows<{ id: string }>(sql`select id from people.person order by birth_year`)).map(({ id }) => id)
    const before = await ids()
    const again = await send({ people: [family[0]!, { ...family[1]!, age: 10 }], replaces: first.instanceId })
    expect((await approve(first.submission)).status).toBe(200)
    expect(again.submission).not.toBe(first.submission)
    expect(await ids()).toEqual(before)
    expect(await lines()).toHaveLength(1)
    expect(await count('people.household')).toBe(1)
    expect((await owner().one<{ birthYear: number }>(sql`select birth_year from people.person where sex = 'm'`))!.birthYear).toBe(2016)
  })

  it('counts whoever does not agree, by sex and age band, and keeps no name', async () => {
    const refused = await send({
      consent: 'no',
      people: [
        { sex: 'f', age: 30 },
        { sex: 'm', age: 3 },
        { sex: 'm', age: 2 },
      ],
    })
    expect((await approve(refused.submission)).status).toBe(200)
    expect((await lines())[1]).toEqual({
      ...{ household: null, consent: 'refused', needs: ['food'] },
      counted: [
        { sex: 'f', ageBand: '18-59', people: 1 },
        { sex: 'm', ageBand: '0-4', people: 2 },
      ],
    })
    expect(await count('people.person')).toBe(2)
  })

  it('refuses a place outside the exercise, and an exercise that nobody knows', async () => {
    const outside = await send({ people: family, place: 'MZ070101' })
    expect((await approve(outside.submission)).body.refusals![0]!.code).toBe('registration.place-outside')
    const { xml } = registrationXml({ exercise: 'nothing', people: family })
    const unknown = await receive(test.house, test.actor('ana'), { project: 1, xml, files: [], via: 'push' })
    if (isRefused(unknown)) throw new Error('refused')
    expect((await approve(unknown.submission!)).body.refusals![0]!.code).toBe('registration.exercise-unknown')
  })

  it('gives a card the number and the size by age, and no name, to registration officers of its area', async () => {
    const { body } = await card('helio')
    expect(body).toMatchObject({ household, people: 2, place: 'MZ010902', exercise: { id: exercise, name: 'Registo de Metuge' } })
    expect(body.byAge).toEqual([
      { ageBand: '18-59', people: 1 },
      { ageBand: '5-11', people: 1 },
    ])
    expect(JSON.stringify(body)).not.toContain('Marcada')
    for (const who of ['bento', 'celia', 'ana', 'ines', 'filipa'] as const) expect((await card(who)).status, who).toBe(403)
  })

  it('lists names on phones with the registration form, in their own area, and on no others', async () => {
    const list = displacement.lists!.find(({ code }) => code === 'registered_people')!
    const rows = (actor: Actor) => read(test.house.doors, actor, (db) => list.rows(db, test.house))
    const phone: Actor = { ...test.actor('ana'), areas: ['MZ0109'], credential: 'device', device: test.people.ana.id }
    const found = await rows(phone)
    expect(found.map(({ properties }) => [properties.given, properties.surname, properties.birth_year])).toEqual(
      expect.arrayContaining([
        ['Zuleikha', 'Marcada', '1988'],
        ['Abdul', 'Marcada', '2016'],
      ]),
    )
    expect(await rows({ ...phone, areas: ['MZ07'] })).toEqual([])
    for (const who of ['ana', 'bento', 'celia'] as const) expect(await rows(test.actor(who)), who).toEqual([])
  })

  it('has names in no table, and joins no other compartment by a key', async () => {
    const tables = await owner().rows<{ name: string }>(sql`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`)
    for (const { name } of tables)
      expect(
        (await owner().one<{ n: number }>(
          sql`select count(*)::int as n from ${sql.raw(name)} t where t::text ilike '%marcada%' or t::text like '%841234567%'`,
        ))!.n,
        name,
      ).toBe(0)
    const joined = await owner().rows(sql`
      select conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
      where c.contype = 'f' and (a.relnamespace = 'people'::regnamespace) <> (b.relnamespace = 'people'::regnamespace)`)
    expect(joined).toEqual([])
    const views = await owner().rows(
      sql`select viewname from pg_views where definition ilike '%people.%' and schemaname not in ('pg_catalog', 'information_schema')`,
    )
    expect(views).toEqual([])
  })

  it('takes a rejected registration back, keys and all', async () => {
    const person = (await owner().one<{ id: string; sealed: string }>(sql`select id, sealed from people.person where sex = 'm'`))!
    const rejected = await test.ask('gilda', { method: 'POST', url: `/api/forms/review/${first.submission}/reject`, payload: { reason: 'Engano' } })
    expect(rejected.status).toBe(200)
    expect([await count('people.household'), await count('people.person'), await count('people.consent')]).toEqual([0, 0, 0])
    expect(await lines()).toHaveLength(1)
    await destroyBuried(test.house)
    expect(test.house.vault.open(person.id, person.sealed)).toBeNull()
  })
})

describe('the number of a household', () => {
  it('catches every wrong digit and every exchange of two neighbours', () => {
    const number = householdNumber(10_482_735)
    expect(readHouseholdNumber(`${number.slice(0, 4)} ${number.slice(4)}`)).toBe(number)
    for (let at = 0; at < 9; at++)
      for (let digit = 0; digit < 10; digit++) {
        const wrong = number.slice(0, at) + digit + number.slice(at + 1)
        expect(readHouseholdNumber(wrong), wrong).toBe(wrong === number ? number : null)
      }
    for (let at = 0; at < 8; at++) {
      const exchanged = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      expect(readHouseholdNumber(exchanged), exchanged).toBe(exchanged === number ? number : null)
    }
    expect(readHouseholdNumber('12345')).toBeNull()
  })
})
