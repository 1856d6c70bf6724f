/**
 * Comparing fingers, with a provider from outside and without one: one to one, and one to few among suspected pairs; each comparison leaves a line, a likeness is one
 * more sign beside names and dates, people decide; and no point of a finger is met anywhere outside its box.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { matcherFrom } from '../src/command/fingerprints.ts'
import { comparePairs } from '../src/domains/displacement/registration/biometrics/comparePairs.ts'
import { verifyFinger } from '../src/domains/displacement/registration/biometrics/verifyFinger.ts'
import { DuplicatePair } from '../src/domains/displacement/registration/duplicates.ts'
import { noMatcher } from '../src/engines/biometrics/index.ts'
import { asOwner, insertRow, isRefused, read } from '../src/kernel/index.ts'
import { fingerWords, nearestPoints, pointsOf, scanned } from './support/fingers.ts'
import { layExercise, layPeople } from './support/registeredPeople.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

type Verified = { provider: string; decision: string | null; note: { pt: string; en: string } }
type Compared = { pairs: number; same: number; unanswered: number; note: { pt: string } | null }
type Pair = { weightBits: number; evidence: { comparison: string; level: string; bits: number }[]; state: string; decidedAt: string | null }

const logged: string[] = []
/** What the house asks; a test makes it fail or fall silent. */
let provider = nearestPoints
let test: TestHouse
let exercise: string
let people: string[]
beforeAll(async () => {
  const failing = () => {
    throw new Error('a program of somebody else')
  }
  // Registering never calls it: with a provider that fails at everything else it goes on as before.
  const matcher = { ...nearestPoints, quality: failing, verify: (...asked: Parameters<typeof nearestPoints.verify>) => provider.verify(...asked) }
  test = await openTestHouse({ matcher, log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) })
  exercise = await layExercise(test.house)
  const named = (given: string, number: string) => ({ given, surname: 'Marcada', sex: 'f' as const, birthYear: 1988, number })
  await layPeople(test.house, exercise, [named('Zuleikha', '100000006'), named('Zuleica', '100000017'), named('Joaquina', '100000028')])
  people = (await owner().rows<{ id: string }>(sql`select p.id from people.person p join people.household h on h.id = p.household order by h.number`)).map(
    ({ id }) => id,
  )
  const asked = { assessment: 'DPIA', purpose: 'Duplicados', sunset: '2090-01-31', minimumAge: 18 }
  expect((await ask('gilda', '/biometrics', asked)).status).toBe(200)
  expect((await ask('celia', '/biometrics/grant')).status).toBe(200)
  // The second is the first, registered again: her finger lies a little elsewhere. The third is somebody else.
  for (const [i, template] of [scanned(1, 2), scanned(1, 2, { shift: 3 }), scanned(7, 2)].entries())
    expect((await ask('gilda', '/fingers', { person: people[i], template, consent: fingerWords })).status).toBe(200)
  for (const [one, other] of [
    [0, 1],
    [0, 2],
  ] as const) {
    const [first, second] = [people[one]!, people[other]!].sort() as [string, string]
    const evidence = [{ comparison: 'names', level: 'close', bits: 3, frequencyBits: 0 }]
    await insertRow(owner(), DuplicatePair, {
      scope: 'MZ01',
      importId: exercise,
      exercise,
      first,
      second,
      state: 'suggested',
      weightBits: 3,
      evidence,
      modelVersion: 0,
    })
  }
})
afterAll(() => test?.close())

const owner = () => asOwner(test.house.doors)
const ask = async <T>(who: Name, url: string, payload: object = {}) =>
  (await test.ask(who, { method: 'POST', url: `/api/registration/exercises/${exercise}${url}`, payload })) as unknown as {
    status: number
    text: string
    body: T & { refusals?: { code: string }[] }
  }
const verify = (person: number, template: string, who: Name = 'gilda') => ask<Verified>(who, '/fingers/verify', { person: people[person], template })
const pairOf = async (other: number) =>
  (await owner().one<Pair>(sql`select * from displacement.duplicate_pair where ${people[0]!} in (first, second) and ${people[other]!} in (first, second)`))!
const comparisons = () =>
  owner().rows<{ recordId: string; facts: { decision: string; provider: string } }>(
    sql`select record_id, facts from kernel.audit where deed = 'biometrics.compare' order by seq`,
  )

describe('without a provider', () => {
  it('says that comparing needs one from outside and that nobody is held up, and opens nothing', async () => {
    const bare = { ...test.house, matcher: noMatcher }
    const alone = await verifyFinger(bare, test.actor('gilda'), exercise, { person: people[0]!, template: scanned(1, 2) })
    expect(alone).toMatchObject({ provider: 'none', decision: null, note: { en: expect.stringContaining('nobody is held up') } })
    expect(await comparePairs(bare, test.actor('gilda'), exercise, null)).toMatchObject({ pairs: 0, note: { pt: expect.stringContaining('ninguém espera') } })
    expect(await comparisons()).toEqual([])
  })

  it('takes one at the start only if it is one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'capulana-matcher-'))
    const write = async (name: string, text: string) => {
      await writeFile(join(folder, name), text)
      return matcherFrom(join(folder, name))
    }
    const good = await write('good.mjs', "export const matcher = { provider: 'outside', verify: async () => ({}), quality: () => ({}) }")
    expect(!isRefused(good) && good.provider).toBe('outside')
    for (const refusal of [await write('bad.mjs', 'export const matcher = { provider: 7 }'), await matcherFrom(join(folder, 'absent.mjs'))])
      expect(isRefused(refusal) && refusal.refused[0]!.code).toBe('command.no-matcher')
    await rm(folder, { recursive: true, force: true })
  })
})

describe('one to one', () => {
  it('answers with a word and a line in the audit, and keeps nothing of the finger on the scanner', async () => {
    const before = await owner().one<{ n: number }>(sql`select count(*)::int as n from biometrics.template`)
    expect((await verify(0, scanned(1, 2, { shift: 4 }))).body).toMatchObject({
      provider: 'nearest-points',
      decision: 'same',
      note: { en: expect.stringContaining('a person decides') },
    })
    expect((await verify(0, scanned(9, 2))).body.decision).toBe('different')
    expect(await owner().one(sql`select count(*)::int as n from biometrics.template`)).toEqual(before)
    expect((await comparisons()).map(({ recordId, facts: { decision } }) => [recordId, decision])).toEqual([
      [people[0], 'same'],
      [people[0], 'different'],
    ])
  })

  it('is asked by registration officers alone, for a person of the exercise, with a template', async () => {
    for (const who of ['celia', 'ines', 'bento'] as const) expect((await verify(0, scanned(1, 2), who)).status, who).toBe(403)
    expect((await verify(0, Buffer.from('JFIF picture').toString('base64'))).body.refusals![0]!.code).toBe('biometrics.not-a-template')
    expect((await ask('gilda', '/fingers/verify', { person: exercise, template: scanned(1, 2) })).status).toBe(404)
  })

  it('goes on without the provider when it fails, and writes down nothing of what it was given', async () => {
    const leaking = async (probe: unknown) => {
      throw new Error(JSON.stringify(probe))
    }
    provider = { ...nearestPoints, verify: leaking }
    const { status, body } = await verify(0, scanned(1, 2))
    provider = nearestPoints
    expect([status, body.decision]).toEqual([200, 'no-answer'])
    expect(body.note.en).toContain('Go on without it')
    expect((await comparisons()).at(-1)!.facts.decision).toBe('no-answer')
    expect(logged.join('')).toContain('the provider failed')
  })
})

describe('one to few', () => {
  it('compares only suspected pairs, and adds what a finger says to their evidence, no heavier than one false match in a hundred', async () => {
    const done = await ask<Compared>('gilda', '/fingers/compare')
    expect(done.body).toMatchObject({ pairs: 2, same: 1, unanswered: 0, note: null })
    const [alike, unlike] = [await pairOf(1), await pairOf(2)]
    const line = ({ evidence }: Pair) => evidence.find(({ comparison }) => comparison === 'fingers')!
    expect(line(alike)).toMatchObject({ level: 'same', bits: expect.closeTo(Math.log2(100), 6) })
    expect(line(unlike)).toMatchObject({ level: 'different', bits: -4 })
    for (const { weightBits, evidence } of [alike, unlike]) expect(evidence.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(weightBits, 6)
    expect(alike).toMatchObject({ state: 'suggested', decidedAt: null })
    expect((await ask<Compared>('gilda', '/fingers/compare', { person: people[1] })).body.pairs).toBe(1)
    expect((await pairOf(1)).weightBits).toBeCloseTo(alike.weightBits, 6)
    expect((await pairOf(1)).evidence).toHaveLength(2)
    expect((await comparisons()).filter(({ recordId }) => !people.includes(recordId))).toHaveLength(3)
  })

  it('leaves the decision to two people, as before', async () => {
    const { pairs } = (
      (await test.ask('ines', { method: 'GET', url: '/api/registration/duplicates' })) as unknown as { body: { pairs: { id: string; weightBits: number }[] } }
    ).body
    const say = async (who: Name) =>
      (
        (await test.ask(who, { method: 'POST', url: `/api/registration/duplicates/${pairs[0]!.id}/answer`, payload: { answer: 'different' } })) as unknown as {
          body: { decided: boolean }
        }
      ).body.decided
    expect(await say('ines')).toBe(false)
    expect(await say('jaime')).toBe(true)
    expect((await pairOf(1)).state).toBe('different')
    expect((await ask<Compared>('gilda', '/fingers/compare')).body.pairs).toBe(1)
  })

  it('lets what a finger said go with the finger where nothing is decided, and leaves what people decided', async () => {
    const [{ household }] = (await owner().rows<{ household: string }>(sql`select household from people.person where id = ${people[0]!}`)) as [
      { household: string },
    ]
    const url = `/api/registration/households/${household}/withdraw-purpose`
    expect((await test.ask('gilda', { method: 'POST', url, payload: { purpose: 'biometrics', person: people[0] } })).status).toBe(200)
    expect(await pairOf(2)).toMatchObject({ weightBits: 3, evidence: [{ comparison: 'names' }] })
    expect((await pairOf(1)).evidence).toHaveLength(2)
    expect((await verify(0, scanned(1, 2))).body.refusals![0]!.code).toBe('biometrics.no-template')
  })
})

describe('a point of a finger', () => {
  it('is met in no table, log, phone list or answer outside its box', async () => {
    const [point] = pointsOf(7, 2)
    const marks = [`"x":${point!.x},"y":${point!.y}`, scanned(7, 2).slice(44, 84), scanned(1, 2).slice(44, 84)]
    const { id, sealed } = (await owner().one<{ id: string; sealed: string }>(sql`select id, sealed from biometrics.template where person = ${people[2]!}`))!
    expect(test.house.vault.open(id, sealed)).toContain(marks[0])
    const tables = await owner().rows<{ name: string }>(sql`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`)
    const met: string[] = []
    for (const { name } of tables) {
      const text = JSON.stringify(await owner().rows(sql`select t::text from ${sql.raw(name)} t`)).replaceAll('\\', '')
      for (const mark of [...marks, ...(name === 'biometrics.template' ? [] : [sealed])]) if (text.includes(mark)) met.push(`${name}: ${mark}`)
    }
    for (const mark of [...marks, sealed, id]) if (logged.join('').includes(mark)) met.push(`log: ${mark}`)
    const readable = test.house.domains
      .flatMap(({ routes }) => routes ?? [])
      .filter(({ method, url }) => method === 'GET' && url.startsWith('/api/registration'))
    for (const { url } of readable) {
      const { text } = await test.ask('gilda', { method: 'GET', url: url.replace(':id', exercise).replace(':number', '100000028') })
      for (const mark of [...marks, sealed, id]) if (text.includes(mark)) met.push(`${url}: ${mark}`)
    }
    const lists = test.house.domains.flatMap((domain) => domain.lists ?? [])
    const phone = { ...test.actor('gilda'), device: id, phone: { label: 'p', project: 1, projectId: exercise, ended: false } }
    for (const { code, rows } of lists) {
      const text = await read(test.house.doors, phone, async (db) => JSON.stringify(await rows(db, test.house)))
      for (const mark of [...marks, sealed, id, 'biometric']) if (text.includes(mark)) met.push(`list ${code}: ${mark}`)
    }
    expect(met).toEqual([])
    expect(readable.length).toBeGreaterThan(4)
  })
})
