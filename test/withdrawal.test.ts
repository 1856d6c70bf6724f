/**
 * Somebody takes his word back: his name is found by no search, stands in no list, is told to phones as gone, and cannot be read in last night's backup either; what is
 * left is a count. Households split and join with their history kept.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endBiometrics, switchedOn } from '../src/domains/displacement/registration/biometrics/biometricSwitch.ts'
import { enrolFinger } from '../src/domains/displacement/registration/biometrics/enrol.ts'
import { withdrawConsent } from '../src/domains/displacement/registration/withdrawConsent.ts'
import { everyDomain } from '../src/domains.ts'
import { receive } from '../src/kernel/forms/receive.ts'
import { act, asOwner, backupHouse, destroyBuried, type House, isRefused, openHouse, restore, seedPackForms, theSystem } from '../src/kernel/index.ts'
import { householdNumber } from '../src/registry/people/checkDigit.ts'
import { keepHousehold, openPerson } from '../src/registry/people/index.ts'
import { seedCountry } from '../src/registry/registry.ts'
import { authorOf } from './support/authoring.ts'
import { layPhone } from './support/fieldWork.ts'
import { fingerWords, scanned } from './support/fingers.ts'
import { layOperation } from './support/movementForm.ts'
import { beginExercise, type FilledPerson, registrationXml } from './support/registrationForm.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

type Person = { id: string; given: string; surname: string; household: string; relation: string | null }
type Shown = {
  facts: { number: string; people: number; state: string }
  people: Person[]
  history: {
    changes: { id: string; kind: string; left: boolean; people: number; reason: string; mayUndo: boolean; undoneReason: string | null }[]
    members: { person: string; untilDay: string | null; movedTo: string | null }[]
    consents: { answer: string }[]
  }
}

describe('withdrawing consent', () => {
  let test: TestHouse
  let exercise: string
  let household: string
  let submission: string
  beforeAll(async () => {
    test = await openTestHouse()
    await seedPackForms(test.house)
    exercise = await beginExercise(test, await layOperation(test))
    await authorOf(test, 'bento').ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
    const project = (await owner().one<{ id: string }>(sql`select id from forms.project where number = 1`))!
    await layPhone(test, { projectId: project.id }, test.people.ana, ['MZ0109'])
    await layPhone(test, { projectId: project.id }, null, ['MZ07'])
    submission = await register([
      { given: 'Zuleikha', surname: 'Marcada', born: '1988-04-07', phone: '841234567' },
      { given: 'Abdul', surname: 'Marcada', sex: 'm', born: '2015-02-03', relation: 'child' },
      { given: 'Fatima', surname: 'Marcada', age: 70, relation: 'parent' },
    ])
    household = (await owner().one<{ household: string }>(sql`select household from displacement.registration_line`))!.household
  })
  afterAll(() => test?.close())

  const owner = () => asOwner(test.house.doors)
  const register = async (people: FilledPerson[]) => {
    const { xml } = registrationXml({ exercise, people, before: 'MZ0106' })
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml, files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    expect((await test.ask('gilda', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })).status).toBe(200)
    return sent.submission!
  }
  const ask = async <T = object>(who: Name, method: 'GET' | 'POST', url: string, payload?: object) =>
    (await test.ask(who, { method, url: `/api/registration${url}`, ...(payload ? { payload } : {}) })) as unknown as {
      status: number
      text: string
      body: T & { refusals?: { code: string }[] }
    }
  const search = async (who: Name, words: object) => (await ask<{ people: Person[] }>(who, 'POST', '/search', { purpose: 'assistance', ...words })).body.people
  const look = async (id = household) => (await ask<Shown>('gilda', 'POST', `/households/${id}/look`, { purpose: 'correction' })).body

  it('is found before by its name, misspelt, by registration officers of its area, with a line that holds no word of it', async () => {
    expect((await search('gilda', { given: 'zuleica', surname: 'marcada' }))[0]).toMatchObject({ given: 'Zuleikha', household })
    expect((await search('helio', { phone: '841234567' }))[0]).toMatchObject({ given: 'Zuleikha' })
    for (const who of ['bento', 'ines', 'celia', 'ana'] as const)
      expect((await ask(who, 'POST', '/search', { purpose: 'assistance', given: 'x' })).status).toBe(403)
    expect((await ask('gilda', 'POST', '/search', { purpose: 'curiosity', given: 'x' })).status).toBe(400)
    const searched = await owner().rows<{ facts: object }>(sql`select facts from kernel.audit where deed = 'person.search' order by seq`)
    expect(searched[0]!.facts).toEqual({ purpose: 'assistance', found: expect.any(Number) })
    expect(JSON.stringify(searched)).not.toMatch(/zuleica|marcada|8412/i)
  })

  it('opens a household with its people, for a purpose that is recorded', async () => {
    const shown = await look()
    expect(shown.people.map(({ given }) => given)).toEqual(expect.arrayContaining(['Zuleikha', 'Abdul', 'Fatima']))
    expect(shown.history.consents.map(({ answer }) => answer).sort()).toEqual(['given', 'refused'])
    const looked = await owner().rows(sql`select facts from kernel.audit where deed = 'household.look'`)
    expect(looked).toEqual([{ facts: { purpose: 'correction', people: 3 } }])
  })

  it('splits a household and joins it again, and says who was where', async () => {
    const { people, facts } = await look()
    const fatima = people.find(({ given }) => given === 'Fatima')!.id
    const split = await ask<{ household: string; number: string }>('gilda', 'POST', `/households/${household}/split`, {
      people: [fatima],
      ...{ head: fatima, day: '2026-04-01', reason: 'Vive agora com a filha' },
    })
    expect(split.status).toBe(200)
    const after = await look()
    expect(after.people).toHaveLength(2)
    expect(after.history.members.find(({ person }) => person === fatima)).toMatchObject({ untilDay: '2026-04-01', movedTo: split.body.number })
    expect((await look(split.body.household)).people.map(({ given }) => given)).toEqual(['Fatima'])
    // The new household belongs to the exercise: it is counted and gets cards.
    expect(await owner().rows(sql`select household, consent from displacement.registration_line order by recorded_at`)).toEqual([
      { household, consent: 'given' },
      { household: split.body.household, consent: 'given' },
    ])
    const into = (await ask<{ id: string; people: number }>('gilda', 'POST', '/households/find', { number: facts.number.replace(/(...)/g, '$1 ') })).body
    expect(into).toMatchObject({ id: household, people: 2 })
    const merged = await ask('gilda', 'POST', `/households/${split.body.household}/merge`, { into: into.id, day: '2026-05-01', reason: 'Voltou' })
    expect(merged.status).toBe(200)
    expect((await look()).people).toHaveLength(3)
    expect((await look(split.body.household)).facts.state).toBe('merged')
    expect(
      (await ask('gilda', 'POST', `/households/${household}/split`, { people: people.map(({ id }) => id), head: fatima, day: '2026-05-02', reason: 'x' })).body
        .refusals![0]!.code,
    ).toBe('people.split-leaves-nobody')
  })

  it('finds no household by a number that has a slip of the pen, or that is outside the area', async () => {
    const find = async (who: Name, number: string) => (await ask(who, 'POST', '/households/find', { number })).body.refusals?.[0]?.code
    const { number } = (await look()).facts
    expect(await find('gilda', `${number.slice(0, 8)}${(Number(number[8]) + 1) % 10}`)).toBe('people.number-wrong')
    expect(await find('gilda', householdNumber(99_999_999))).toBe('people.number-unknown')
    expect((await ask('ines', 'POST', '/households/find', { number })).status).toBe(403)
  })

  it('undoes the latest change first and then the one before it, people, relations and heads as they were', async () => {
    const changes = async () => (await look()).history.changes
    const undo = (change: string) => ask('gilda', 'POST', `/changes/${change}/undo`, { day: '2026-05-03', reason: 'Engano' })
    const heads = () => owner().rows(sql`select head is not null as "hasHead", state from people.household order by recorded_at`)
    const [merge, split] = await changes()
    expect([merge, split]).toMatchObject([
      { kind: 'merge', left: false, people: 1, reason: 'Voltou', mayUndo: true },
      { kind: 'split', left: true, people: 1, reason: 'Vive agora com a filha', mayUndo: false },
    ])
    expect((await undo(split!.id)).body.refusals![0]!.code).toBe('people.change-overtaken')
    expect((await undo(merge!.id)).status).toBe(200)
    expect((await look()).people.map(({ given }) => given).sort()).toEqual(['Abdul', 'Zuleikha'])
    expect(await heads()).toEqual([
      { hasHead: true, state: 'active' },
      { hasHead: true, state: 'active' },
    ])
    expect((await undo(merge!.id)).body.refusals![0]!.code).toBe('people.change-undone')
    expect((await undo(split!.id)).status).toBe(200)
    const fatima = (await look()).people.find(({ given }) => given === 'Fatima')
    expect(fatima).toMatchObject({ relation: 'parent' })
    expect((await changes()).map(({ undoneReason }) => undoneReason)).toEqual(['Engano', 'Engano'])
    expect(await owner().rows(sql`select household from displacement.registration_line`)).toEqual([{ household }])
    expect(await heads()).toEqual([
      { hasHead: true, state: 'active' },
      { hasHead: false, state: 'merged' },
    ])
  })

  it('erases one person here and on phones of the place, and leaves the others', async () => {
    const abdul = (await look()).people.find(({ given }) => given === 'Abdul')!.id
    const kept = (await owner().one<{ sealed: string }>(sql`select sealed from people.person where id = ${abdul}`))!.sealed
    const form = (await owner().one<{ sealed: string }>(sql`select sealed from forms.submission where id = ${submission}`))!.sealed
    const done = await ask<{ erased: number }>('gilda', 'POST', `/households/${household}/withdraw`, { people: [abdul] })
    expect(done.body).toEqual({ erased: 1, householdGone: false })
    expect(test.house.vault.open(abdul, kept)).toBeNull()
    expect(test.house.vault.open(submission, form)).toBeNull()
    expect((await search('gilda', { given: 'Abdul', surname: 'Marcada' })).map(({ given }) => given)).not.toContain('Abdul')
    expect((await look()).people).toHaveLength(2)
    const orders = await owner().rows<{ areas: string[]; ids: string[] }>(sql`
      select d.areas, o.ids from kernel.device_order o join forms.device d on d.id = o.device where o.topic = 'list:registered_people'`)
    expect(orders).toEqual([{ areas: ['MZ0109'], ids: [abdul] }])
    expect((await ask('gilda', 'POST', `/households/${household}/withdraw`, { people: [abdul] })).body.refusals![0]!.code).toBe('people.not-of-household')
  })

  it('erases the household with its last people, and keeps how many they were and why', async () => {
    const done = await ask<{ erased: number }>('gilda', 'POST', `/households/${household}/withdraw`, {})
    expect(done.body).toMatchObject({ erased: 2 })
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from people.person`))!.n).toBe(0)
    const { body } = await ask<{ erased: { what: string; reason: string; records: number }[]; counts: { people: number; legalBasis: string }[] }>(
      'gilda',
      'GET',
      '/kept',
    )
    expect(body.counts).toMatchObject([{ people: 3, legalBasis: 'Acordo com o INGD' }])
    expect(body.erased).toContainEqual(expect.objectContaining({ what: 'people.person', reason: 'consent withdrawn', records: 3 }))
    expect((await ask('bento', 'GET', '/kept')).status).toBe(403)
  })

  it('erases a whole exercise on the promised day, by a second person', async () => {
    await register([
      { given: 'Joaquina', surname: 'Marcada', born: '1979-11-20' },
      { given: 'Zaida', surname: 'Marcada', age: 20, relation: 'child' },
    ])
    const home = (await owner().one<{ household: string }>(sql`select household from people.person limit 1`))!.household
    const zaida = (await look(home)).people.find(({ given }) => given === 'Zaida')!.id
    const left = await ask('gilda', 'POST', `/households/${home}/split`, { people: [zaida], head: zaida, day: '2026-06-01', reason: 'Casou' })
    expect(left.status).toBe(200)
    const step = (who: Name, name: string) =>
      test.ask(who, { method: 'POST', url: `/api/displacement/registration-exercise/${exercise}/steps/${name}`, payload: {} }) as unknown as Promise<{
        status: number
        body: { refusals?: { code: string }[] }
      }>
    expect((await step('gilda', 'verify')).status).toBe(200)
    expect((await step('gilda', 'close')).body.refusals![0]!.code).toBe('registration.lines-unverified')
    await owner().run(sql`update displacement.registration_line set verification = 'verified'`)
    expect((await step('gilda', 'close')).status).toBe(200)
    expect((await step('gilda', 'retain')).status).toBe(200)
    expect((await step('gilda', 'erase')).body.refusals!.map(({ code }) => code)).toEqual(['registration.too-early', 'registration.same-person'])
    await owner().run(sql`update displacement.registration_exercise set retain_until = current_date`)
    const person = (await owner().one<{ id: string; sealed: string }>(sql`select id, sealed from people.person`))!
    expect((await step('helio', 'erase')).status).toBe(200)
    await destroyBuried(test.house)
    expect(test.house.vault.open(person.id, person.sealed)).toBeNull()
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from people.person`))!.n).toBe(0)
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from displacement.registration_line where counted is not null`))!.n).toBe(3)
  })
})

describe('last night’s backup', () => {
  it('brings back nobody who withdrew since and no finger whose exercise ended: unreadable, and erased again before the door opens', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'capulana-withdrawal-'))
    const open = async (dataFolder: string): Promise<House> => {
      const opened = await openHouse({ dataFolder, country: 'mozambique', domains: everyDomain, durability: 'test' })
      if (isRefused(opened)) throw new Error(JSON.stringify(opened.refused))
      return opened
    }
    let house = await open(join(folder, 'data'))
    try {
      await seedCountry(house)
      const operation = await layOperation({ house })
      const db = asOwner(house.doors)
      const exercise = (await db.one<{ id: string }>(sql`
        insert into displacement.registration_exercise (scope, operation, name, sites, purpose, legal_basis, retain_until, state)
        values ('MZ', ${operation}, 'E', '["MZ0109"]', 'p', 'l', '2099-01-01', 'collecting') returning id`))!.id
      const person = (turn: number, given: string) => ({
        ...{ turn, sex: 'f', birthYear: 1990, ageBand: '18-59', vulnerabilities: [], difficulties: [], relation: turn === 1 ? 'head' : 'child' },
        secret: { given, surname: 'Marcada', birthDate: null, phone: null, document: null },
      })
      const kept = await act(house.doors, theSystem, (within) =>
        keepHousehold(
          within,
          house,
          {
            ...{
              origin: exercise,
              scope: 'MZ010902',
              effectiveAt: null,
              day: '2026-03-02',
              place: 'MZ010902',
              setting: null,
              previousPlace: null,
              consents: [],
            },
            people: [person(1, 'Zuleikha'), person(2, 'Amina')],
          },
          null,
        ),
      )
      if (isRefused(kept)) throw new Error('refused')
      await db.run(sql`
        insert into displacement.registration_line (scope, exercise, household, place, day, consent, verification, needs, import_id)
        values ('MZ010902', ${exercise}, ${kept.household}, 'MZ010902', '2026-03-02', 'given', 'verified', '{}', ${exercise})`)
      await db.run(sql`
        insert into displacement.biometric_switch (scope, exercise, assessment, purpose, sunset, minimum_age, state, granted_at)
        values ('MZ', ${exercise}, 'a', 'p', '2090-01-01', 18, 'on', now())`)
      for (const [turn, id] of kept.people) {
        const finger = { person: id, template: scanned(turn, 2), consent: fingerWords }
        expect(isRefused(await act(house.doors, theSystem, (within) => enrolFinger(within, house, exercise, finger)))).toBe(false)
      }
      const templates = await db.rows<{ id: string; sealed: string }>(sql`select id, sealed from biometrics.template`)
      const openedBy = ({ vault }: House) => templates.filter(({ id, sealed }) => vault.open(id, sealed) !== null).length
      expect(openedBy(house)).toBe(2)
      const file = join(folder, 'night.backup')
      const done = await backupHouse(house, file, [])
      if ('code' in done) throw new Error(done.code)
      await act(house.doors, theSystem, (within) => endBiometrics(within, exercise, 'person'))
      const gone = kept.people.get(2)!
      expect(isRefused(await act(house.doors, theSystem, (within) => withdrawConsent(within, kept.household, [gone])))).toBe(false)
      await destroyBuried(house)
      await house.close()
      const into = join(folder, 'restored')
      const restored = await restore({ file, into, keyring: join(folder, 'data', 'keyring.json'), durability: 'test' })
      if ('code' in restored) throw new Error(JSON.stringify(restored))
      house = await open(into)
      // The rows of the fingers came back with the data; their keys did not, so the rows went again before the door opened.
      expect(openedBy(house)).toBe(0)
      expect(await asOwner(house.doors).rows(sql`select id from biometrics.template`)).toEqual([])
      // So did the switch, which had been ended: it is a request again until somebody grants it anew.
      expect(await switchedOn(asOwner(house.doors), exercise)).toBeNull()
      expect(await asOwner(house.doors).rows(sql`select state from displacement.biometric_switch`)).toEqual([{ state: 'on' }])
      const left = await asOwner(house.doors).rows<{ id: string }>(sql`select id from people.person`)
      expect(left.map(({ id }) => id)).toEqual([kept.people.get(1)])
      expect((await openPerson(asOwner(house.doors), house, kept.people.get(1)!))!.given).toBe('Zuleikha')
      const line = (await asOwner(house.doors).one<{ counted: object }>(sql`select counted from displacement.registration_line`))!
      expect(line.counted).toEqual([{ sex: 'f', ageBand: '18-59', people: 1 }])
    } finally {
      await house.close()
      await rm(folder, { recursive: true, force: true })
    }
  })
})
