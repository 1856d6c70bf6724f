/**
 * Fingerprints: off in every exercise until two people switch them on, off again after their last day; templates of people who agreed apart, each under a key of its
 * own; and nothing left that opens once the consent, the switch or the exercise ends.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { youngestAge } from '../src/domains/displacement/registration/biometrics/enrol.ts'
import { endAfterSunset } from '../src/domains/displacement/registration/biometrics/sunset.ts'
import { template } from '../src/engines/biometrics/template.fixture.ts'
import { asOwner, destroyBuried, hashOfErased, read } from '../src/kernel/index.ts'
import { fingerWords, pointsOf, scanned } from './support/fingers.ts'
import { layExercise, layPeople } from './support/registeredPeople.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

type Answer = { refusals?: { code: string; facts: object }[] }
type Shown = {
  isOn: boolean
  provider: string
  lowestAge: number
  switches: { state: string; askedBy: string; grantedBy: string | null; endedBecause: string | null }[]
  templates: number | null
  certificates: { reason: string; templates: number; by: string | null; keys: string[] }[]
}

const promised = { assessment: 'DPIA 2026-11, assinada por CIM', purpose: 'Encontrar duplicados', sunset: '2090-01-31', minimumAge: 18 }

let test: TestHouse
type Person = { id: string; household: string }
let exercise: string
let mother: Person
let child: Person
let other: Person
beforeAll(async () => {
  test = await openTestHouse()
  exercise = await layExercise(test.house)
  const family = { surname: 'Marcada', sex: 'f' as const }
  await layPeople(test.house, exercise, [
    { ...family, given: 'Zuleikha', birthYear: 1988, number: '100000006' },
    { ...family, given: 'Amina', birthYear: 2015, number: '100000017' },
    { ...family, given: 'Zuleica', birthYear: 1988, number: '100000028' },
  ])
  const laid = await owner().rows<{ id: string; household: string; birthYear: number }>(sql`
    select p.id, p.household, p.birth_year from people.person p join people.household h on h.id = p.household order by h.number`)
  ;[mother, child, other] = [laid[0]!, laid[1]!, laid[2]!]
})
afterAll(() => test?.close())

const owner = () => asOwner(test.house.doors)
const ask = async <T = object>(who: Name, method: 'GET' | 'POST', url: string, payload?: object) =>
  (await test.ask(who, { method, url: `/api/registration${url}`, ...(payload ? { payload } : {}) })) as unknown as {
    status: number
    text: string
    body: T & Answer
  }
const codes = ({ body }: { body: Answer }) => (body.refusals ?? []).map(({ code }) => code)
const ofExercise = (deed = '') => `/exercises/${exercise}/biometrics${deed}`
const shown = async (who: Name = 'gilda') => (await ask<Shown>(who, 'GET', ofExercise())).body
const deeds = async () =>
  (await owner().rows<{ deed: string }>(sql`select deed from kernel.audit where deed like 'biometrics.%' order by seq`)).map(({ deed }) => deed)

describe('the switch', () => {
  it('is off in an exercise that nobody asked for, and says so to the office', async () => {
    for (const who of ['gilda', 'ines', 'celia', 'bento'] as const)
      expect(await shown(who), who).toMatchObject({ isOn: false, provider: 'none', lowestAge: 18, switches: [], certificates: [] })
    expect((await ask('ana', 'GET', ofExercise())).status).toBe(403)
    expect(codes(await ask('celia', 'POST', ofExercise('/end')))).toEqual(['biometrics.off'])
  })

  it('is asked for with an impact assessment, an age that the country allows and a last day within the promise of the exercise, all reasons at once', async () => {
    expect((await ask('celia', 'POST', ofExercise(), promised)).status).toBe(403)
    expect((await ask('gilda', 'POST', ofExercise(), { ...promised, assessment: ' ' })).status).toBe(400)
    const wrong = await ask('gilda', 'POST', ofExercise(), { ...promised, sunset: '2120-01-01', minimumAge: 17 })
    expect(codes(wrong)).toEqual(['biometrics.sunset-too-late', 'biometrics.minimum-age'])
    expect(codes(await ask('gilda', 'POST', ofExercise(), { ...promised, sunset: '2020-01-01' }))).toEqual(['biometrics.sunset-past'])
    expect(await deeds()).toEqual([])
  })

  it('stays off when asked for, is granted by somebody else alone, and then is on with both names', async () => {
    expect(codes(await ask('helio', 'POST', ofExercise('/grant')))).toEqual(['biometrics.not-asked'])
    expect((await ask('gilda', 'POST', ofExercise(), promised)).status).toBe(200)
    expect(codes(await ask('helio', 'POST', ofExercise(), promised))).toEqual(['biometrics.asked-already'])
    expect(await shown()).toMatchObject({ isOn: false, switches: [{ state: 'asked', askedBy: 'gilda', grantedBy: null, mine: true }] })
    expect(codes(await ask('gilda', 'POST', ofExercise('/grant')))).toEqual(['registration.same-person'])
    expect((await ask('bento', 'POST', ofExercise('/grant'))).status).toBe(403)
    expect((await ask('celia', 'POST', ofExercise('/grant'))).status).toBe(200)
    expect(await shown()).toMatchObject({ isOn: true, switches: [{ state: 'on', askedBy: 'gilda', grantedBy: 'celia' }] })
    expect(await deeds()).toEqual(['biometrics.ask', 'biometrics.grant'])
  })

  it('is off again after its last day, though nobody has written the end, and can be asked for anew', async () => {
    await owner().run(sql`update displacement.biometric_switch set sunset = current_date - 1`)
    expect((await shown()).isOn).toBe(false)
    expect((await ask('helio', 'POST', ofExercise(), promised)).status).toBe(200)
    expect((await ask('gilda', 'POST', ofExercise('/grant'))).status).toBe(200)
    expect(await shown()).toMatchObject({
      isOn: true,
      switches: [
        { askedBy: 'helio', grantedBy: 'gilda' },
        { state: 'ended', endedBecause: 'sunset' },
      ],
    })
  })

  it('is ended by either of them', async () => {
    expect((await ask('helio', 'POST', ofExercise('/end'))).status).toBe(200)
    expect(await shown()).toMatchObject({ isOn: false, switches: [{ state: 'ended', endedBecause: 'person' }, {}] })
    expect(await deeds()).toEqual(['biometrics.ask', 'biometrics.grant', 'biometrics.end', 'biometrics.ask', 'biometrics.grant', 'biometrics.end'])
  })
})

type Kept = { id: string; person: string; finger: number; sealed: string }
const templates = () => owner().rows<Kept>(sql`select id, person, finger, sealed from biometrics.template order by person, finger`)
const opened = (kept: readonly Kept[]) => kept.filter(({ id, sealed }) => test.house.vault.open(id, sealed) !== null).length
const enrol = (person: Person, template: string, change: object = { consent: fingerWords }, who: Name = 'gilda') =>
  ask<{ id: string; replaced: boolean }>(who, 'POST', `/exercises/${exercise}/fingers`, { person: person.id, template, ...change })
const consents = (person: Person) =>
  owner().rows<{ answer: string }>(sql`select answer from people.consent where person = ${person.id} and purpose = 'biometrics' order by answered_at`)
const switchOn = async () => {
  expect((await ask('gilda', 'POST', ofExercise(), promised)).status).toBe(200)
  expect((await ask('celia', 'POST', ofExercise('/grant'))).status).toBe(200)
}

describe('a template', () => {
  it('is not taken while fingerprints are off', async () => {
    expect(codes(await enrol(mother, scanned(1, 2)))).toEqual(['biometrics.off'])
    await switchOn()
  })

  it('is a template and nothing else: a picture is refused, and so are two fingers in one, an unknown one and too few points', async () => {
    const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900)]).toString('base64')
    expect(codes(await enrol(mother, picture))).toEqual(['biometrics.not-a-template'])
    const two = Buffer.from(template([pointsOf(1, 1), pointsOf(1, 2)])).toString('base64')
    expect(codes(await enrol(mother, two))).toEqual(['biometrics.one-finger'])
    expect(codes(await enrol(mother, Buffer.from(template([pointsOf(1, 1)], { finger: 0 })).toString('base64')))).toEqual(['biometrics.one-finger'])
    expect(codes(await enrol(mother, Buffer.from(template([pointsOf(1, 1).slice(0, 5)])).toString('base64')))).toEqual(['biometrics.unusable'])
    expect(await templates()).toEqual([])
  })

  it('asks for a consent of its own, an age that is surely reached, and a person of the exercise whom the officer may see', async () => {
    expect(codes(await enrol(mother, scanned(1, 2), {}))).toEqual(['biometrics.consent-missing'])
    expect(codes(await enrol(child, scanned(2, 2)))).toEqual(['biometrics.too-young'])
    await owner().run(sql`update people.person set birth_year = null where id = ${child.id}`)
    expect(codes(await enrol(child, scanned(2, 2)))).toEqual(['biometrics.age-unknown'])
    expect(youngestAge({ birthDate: null, birthYear: 2008 }, '2026-11-27')).toBe(17)
    expect(youngestAge({ birthDate: '2008-11-27', birthYear: 2008 }, '2026-11-27')).toBe(18)
    expect((await enrol({ id: exercise, household: '' }, scanned(1, 2))).status).toBe(404)
    expect((await enrol(mother, scanned(1, 2), { consent: fingerWords }, 'celia')).status).toBe(403)
    expect(await consents(mother)).toEqual([])
  })

  it('is kept for two fingers at most, each under a key of its own, with no picture or maker’s block beside its points', async () => {
    expect((await enrol(mother, scanned(1, 2, { extended: [...Buffer.from('PICTURE')] }))).status).toBe(200)
    expect((await enrol(mother, scanned(1, 3), {})).status).toBe(200)
    expect(codes(await enrol(mother, scanned(1, 4), {}))).toEqual(['biometrics.two-fingers'])
    expect(await consents(mother)).toEqual([{ answer: 'given' }])
    const kept = await templates()
    expect(kept.map(({ person, finger }) => [person, finger])).toEqual([
      [mother.id, 2],
      [mother.id, 3],
    ])
    const [one, two] = kept.map(({ id, sealed }) => test.house.vault.open(id, sealed)!)
    expect(JSON.parse(one!).views[0].minutiae).toHaveLength(20)
    expect(one).not.toContain('PICTURE')
    expect(test.house.vault.open(kept[0]!.id, kept[1]!.sealed)).toBeNull()
    expect(two).not.toBe(one)
    expect((await shown()).templates).toBe(2)
    expect((await shown('celia')).templates).toBeNull()
  })

  it('is replaced when the same finger comes again, and the first key is destroyed', async () => {
    const [before] = await templates()
    expect((await enrol(mother, scanned(1, 2, { quality: 90 }), {})).body.replaced).toBe(true)
    expect(opened([before!])).toBe(0)
    expect(opened(await templates())).toBe(2)
    expect((await shown()).certificates).toMatchObject([{ reason: 'replaced', templates: 1, by: 'gilda' }])
  })

  it('is not taken after a backup was put back, until somebody who did not ask grants it anew', async () => {
    await owner().run(sql`insert into kernel.epoch (id, since, reason) values ('0badcafe', clock_timestamp(), 'restore')`)
    expect(codes(await enrol(mother, scanned(1, 3), {}))).toEqual(['biometrics.off'])
    expect(await shown()).toMatchObject({ isOn: false, switches: [{ state: 'asked', fromBackup: true }, {}, {}] })
    expect(codes(await ask('gilda', 'POST', ofExercise('/grant')))).toEqual(['registration.same-person'])
    expect((await ask('celia', 'POST', ofExercise('/grant'))).status).toBe(200)
    expect(await shown()).toMatchObject({ isOn: true, templates: 2, switches: [{ state: 'on', fromBackup: false }, {}, {}] })
  })

  it('is read by no role in the database, and no route gives one out', async () => {
    for (const who of ['gilda', 'celia', 'ines', 'bento', 'filipa'] as const) {
      const rows = await read(test.house.doors, test.actor(who), (db) => db.rows(sql`select id from biometrics.template`))
      expect(rows, who).toEqual([])
    }
    const joined = await owner().rows(sql`
      select conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
      where c.contype = 'f' and 'biometrics'::regnamespace in (a.relnamespace, b.relnamespace)`)
    expect(joined).toEqual([])
  })
})

describe('the end', () => {
  it('of the consent for a finger destroys its keys, leaves the person registered and the other consents standing, and shows the word taken back', async () => {
    expect((await enrol(other, scanned(3, 2))).status).toBe(200)
    const hers = (await templates()).filter(({ person }) => person === other.id)
    const url = `/households/${other.household}/withdraw-purpose`
    expect(codes(await ask('gilda', 'POST', url, { purpose: 'sharing' }))).toEqual(['people.consent-not-given'])
    expect(codes(await ask('gilda', 'POST', url, { purpose: 'biometrics', person: mother.id }))).toEqual(['people.not-of-household'])
    const withdrawn = await ask<{ destroyed: number }>('gilda', 'POST', url, { purpose: 'biometrics', person: other.id })
    expect(withdrawn.body.destroyed).toBe(1)
    expect(opened(hers)).toBe(0)
    expect(await consents(other)).toEqual([{ answer: 'given' }, { answer: 'withdrawn' }])
    const look = await ask<{ people: object[]; history: { consents: { purpose: string; answer: string; person: string | null }[] } }>(
      'gilda',
      'POST',
      `/households/${other.household}/look`,
      { purpose: 'correction' },
    )
    expect(look.body.people).toHaveLength(1)
    expect(look.body.history.consents.map(({ purpose, answer, person }) => [purpose, answer, person])).toEqual([
      ['biometrics', 'given', other.id],
      ['biometrics', 'withdrawn', other.id],
    ])
    expect(codes(await enrol(other, scanned(3, 2), {}))).toEqual(['biometrics.consent-missing'])
  })

  it('of a person’s registration, of the switch, of its last day and of the exercise each destroy what is left, with a certificate that names nobody', async () => {
    expect((await enrol(other, scanned(3, 2))).status).toBe(200)
    const all = await templates()
    expect((await ask('gilda', 'POST', `/households/${other.household}/withdraw`, {})).status).toBe(200)
    expect((await templates()).map(({ person }) => person)).toEqual([mother.id, mother.id])
    expect((await ask('helio', 'POST', ofExercise('/end'))).status).toBe(200)
    expect(opened(all)).toBe(0)
    expect(await templates()).toEqual([])
    await switchOn()
    expect((await enrol(mother, scanned(1, 2), {})).status).toBe(200)
    const due = await templates()
    await owner().run(sql`update displacement.biometric_switch set sunset = current_date - 1 where state = 'on'`)
    expect(codes(await enrol(mother, scanned(1, 3), {}))).toEqual(['biometrics.off'])
    await endAfterSunset(test.house)
    await endAfterSunset(test.house)
    expect(opened(due)).toBe(0)
    await switchOn()
    expect((await enrol(mother, scanned(1, 2), {})).status).toBe(200)
    const last = await templates()
    await owner().run(sql`update displacement.registration_line set verification = 'verified'`)
    for (const step of ['verify', 'close'])
      expect((await test.ask('gilda', { method: 'POST', url: `/api/displacement/registration-exercise/${exercise}/steps/${step}`, payload: {} })).status).toBe(
        200,
      )
    await destroyBuried(test.house)
    expect(opened(last)).toBe(0)
    const { isOn, certificates } = await shown('celia')
    expect(isOn).toBe(false)
    expect(certificates.map(({ reason, templates: n, by }) => [reason, n, by])).toEqual([
      ['exercise-closed', 1, 'gilda'],
      ['sunset', 1, null],
      ['switched-off', 2, 'helio'],
      ['person-erased', 1, 'gilda'],
      ['consent-withdrawn', 1, 'gilda'],
      ['replaced', 1, 'gilda'],
    ])
    expect(certificates.flatMap(({ keys }) => keys)).toEqual(expect.arrayContaining(all.map(({ id }) => hashOfErased(id))))
    expect(JSON.stringify(certificates)).not.toContain(mother.id)
    expect(codes(await ask('gilda', 'POST', ofExercise(), promised))).toEqual(['registration.exercise-closed'])
  })
})
