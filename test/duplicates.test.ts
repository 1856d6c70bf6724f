/**
 * Two registrations of one person: suggested when the second is approved and over a whole exercise, decided by two people who do not see each other's answer, undone
 * without a trace in either registration; a list held against an exercise; and weights that change only when somebody says so.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decisionFrom } from '../src/domains/displacement/registration/decidePair.ts'
import { lookForWaiting } from '../src/domains/displacement/registration/duplicateSearch.ts'
import { DuplicatePair } from '../src/domains/displacement/registration/duplicates.ts'
import { receive } from '../src/kernel/forms/receive.ts'
import { asOwner, insertRow, isRefused, seedPackForms } from '../src/kernel/index.ts'
import { startingWeights } from '../src/registry/people/index.ts'
import { authorOf } from './support/authoring.ts'
import { multipart } from './support/importing.ts'
import { layOperation } from './support/movementForm.ts'
import { beginExercise, type FilledPerson, registrationXml } from './support/registrationForm.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

type Line = { id: string; state: string; weightBits: number; answered: boolean; decided: boolean }
type Judged = { f1: number; precision: number; recall: number; fromBits: number }
type Trial = { same: number; different: number; before: Judged; after: Judged }
type Searches = {
  newest: { id: string; state: string; seen: number; people: number | null; suggested: number | null } | null
  lastDone: { people: number; endedAt: string } | null
}
type Shown = { people: { given: string; surname: string }[]; evidence: { comparison: string; level: string; bits: number }[]; answers: { answer: string }[] }

describe('duplicates', () => {
  let test: TestHouse
  let exercise: string
  beforeAll(async () => {
    test = await openTestHouse()
    await seedPackForms(test.house)
    exercise = await beginExercise(test, await layOperation(test))
    await authorOf(test, 'bento').ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
  })
  afterAll(() => test?.close())

  const owner = () => asOwner(test.house.doors)
  const register = async (people: FilledPerson[], place = 'MZ010902') => {
    const { xml } = registrationXml({ exercise, place, people, before: 'MZ0106' })
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml, files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    const approved = await test.ask('gilda', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })
    expect(approved.status).toBe(200)
  }
  const ask = async <T>(who: Name, method: 'GET' | 'POST', url: string, payload?: object) =>
    (await test.ask(who, { method, url: `/api/registration${url}`, ...(payload ? { payload } : {}) })) as unknown as {
      status: number
      text: string
      body: T & { refusals?: { code: string }[] }
    }
  const searches = () => owner().rows<{ attempts: number }>(sql`select attempts from displacement.duplicate_search order by recorded_at`)
  const pairs = async (who: Name) => (await ask<{ pairs: Line[] }>(who, 'GET', '/duplicates')).body.pairs
  const answer = (who: Name, pair: string, said: string) => ask<{ decided: boolean }>(who, 'POST', `/duplicates/${pair}/answer`, { answer: said })

  it('suggests a pair when the same mother is registered again with another spelling, and not her children as each other', async () => {
    await register([
      { given: 'Zuleikha', surname: 'Marcada', born: '1988-04-07', phone: '841234567' },
      { given: 'Abdul', surname: 'Marcada', sex: 'm', born: '2015-02-03', relation: 'child' },
    ])
    await register([
      { given: 'Joaquina', surname: 'Nhantumbo', born: '1979-11-20' },
      { given: 'Pedro', surname: 'Nhantumbo', sex: 'm', born: '2011-08-14', relation: 'child' },
    ])
    expect(await pairs('ines')).toEqual([])
    await register([{ given: 'Zuleica', surname: 'MARCADA', born: '1988-04-07', phone: '841234567' }], 'MZ010901')
    const [pair, ...others] = await pairs('ines')
    expect(others).toEqual([])
    expect(pair).toMatchObject({ state: 'suggested', answered: false, decided: false })
    expect(pair!.weightBits).toBeGreaterThan(8)
  })

  it('keeps ids, levels and bits of a pair, and no name or date', async () => {
    const kept = await owner().rows<object>(sql`select * from displacement.duplicate_pair`)
    const text = JSON.stringify(kept)
    for (const word of ['arcada', 'uleik', '1988', '841234567']) expect(text).not.toContain(word)
    expect(text).toContain('"comparison":"names"')
  })

  it('answers at once that a search over the exercise waits, and begins no second one beside it', async () => {
    const asked = await ask<Searches>('gilda', 'POST', `/exercises/${exercise}/duplicates`)
    expect(asked.body).toMatchObject({ newest: { state: 'waiting', seen: 0, people: null }, lastDone: null })
    const again = await ask<Searches>('helio', 'POST', `/exercises/${exercise}/duplicates`)
    expect(again.body.newest!.id).toBe(asked.body.newest!.id)
    expect(await searches()).toHaveLength(1)
    expect((await ask<Searches>('ines', 'GET', `/exercises/${exercise}/duplicates`)).status).toBe(403)
  })

  it('runs again after its process died in the middle, adds nothing that is known, and says what it found and when', async () => {
    await owner().run(sql`update displacement.duplicate_search set state = 'looking', attempts = 1, seen = 2, people = 5`)
    expect((await ask<Searches>('gilda', 'GET', `/exercises/${exercise}/duplicates`)).body.newest).toMatchObject({ state: 'looking', seen: 2, people: 5 })
    // Two processes at once: one of them meets the other's hold and leaves it alone.
    await Promise.all([lookForWaiting(test.house), lookForWaiting(test.house)])
    const { newest, lastDone } = (await ask<Searches>('gilda', 'GET', `/exercises/${exercise}/duplicates`)).body
    expect(newest).toMatchObject({ state: 'done', seen: 5, people: 5, suggested: 0 })
    expect(lastDone!.endedAt).toMatch(/^20\d\d-/)
    expect(await searches()).toMatchObject([{ attempts: 2 }])
    expect(await pairs('ines')).toHaveLength(1)
    const audited = await owner().rows<{ facts: object }>(sql`select facts from kernel.audit where deed = 'registration.find-duplicates'`)
    expect(audited).toEqual([{ facts: { people: 5, pairs: 0 } }])
  })

  it('gives up after three interruptions, keeps what was found before, and can be asked again', async () => {
    await ask('gilda', 'POST', `/exercises/${exercise}/duplicates`)
    await owner().run(sql`update displacement.duplicate_search set state = 'looking', attempts = 3 where state = 'waiting'`)
    await lookForWaiting(test.house)
    const { newest, lastDone } = (await ask<Searches>('gilda', 'GET', `/exercises/${exercise}/duplicates`)).body
    expect([newest!.state, lastDone!.people]).toEqual(['failed', 5])
    expect((await ask<Searches>('gilda', 'POST', `/exercises/${exercise}/duplicates`)).body.newest!.state).toBe('waiting')
    await lookForWaiting(test.house)
    expect(await searches()).toHaveLength(3)
  })

  it('is opened side by side by reviewers alone, each time with a line in the audit', async () => {
    const [pair] = await pairs('ines')
    const shown = (await ask<Shown>('ines', 'POST', `/duplicates/${pair!.id}/look`)).body
    expect(shown.people.map(({ given }) => given).sort()).toEqual(['Zuleica', 'Zuleikha'])
    const sum = shown.evidence.reduce((bits, line) => bits + line.bits, 0)
    expect(sum).toBeCloseTo(pair!.weightBits, 3)
    expect((await ask('gilda', 'POST', `/duplicates/${pair!.id}/look`)).status).toBe(403)
    const looks = await owner().rows<{ facts: object }>(sql`select facts from kernel.audit where deed = 'pair.look'`)
    expect(looks).toEqual([{ facts: {} }])
  })

  it('is decided by two who agree and did not see each other, and links without touching either registration', async () => {
    const people = () => owner().rows(sql`select * from people.person order by id`)
    const before = await people()
    const [pair] = await pairs('ines')
    expect((await answer('ines', pair!.id, 'same')).body.decided).toBe(false)
    expect((await answer('ines', pair!.id, 'same')).body.refusals![0]!.code).toBe('registration.pair-answered')
    expect((await ask<Shown>('jaime', 'POST', `/duplicates/${pair!.id}/look`)).body.answers).toEqual([])
    expect((await pairs('jaime'))[0]!.state).toBe('suggested')
    expect((await answer('jaime', pair!.id, 'same')).body.decided).toBe(true)
    expect((await pairs('katia'))[0]).toMatchObject({ state: 'same', decided: true })
    expect((await answer('katia', pair!.id, 'different')).body.refusals![0]!.code).toBe('registration.pair-decided')
    expect(await owner().rows(sql`select undone_at from people.person_link`)).toEqual([{ undoneAt: null }])
    expect(await people()).toEqual(before)
  })

  it('is undone with a reason, and both registrations are what they were', async () => {
    const [pair] = await pairs('katia')
    const before = await owner().rows(sql`select * from people.person order by id`)
    expect((await ask('katia', 'POST', `/duplicates/${pair!.id}/undo`, { reason: 'São duas primas' })).status).toBe(200)
    expect((await pairs('katia'))[0]!.state).toBe('unsure')
    expect((await owner().one<{ undoneReason: string }>(sql`select undone_reason from people.person_link`))!.undoneReason).toBe('São duas primas')
    expect(await owner().rows(sql`select * from people.person order by id`)).toEqual(before)
    expect((await ask<object>('katia', 'POST', `/duplicates/${pair!.id}/undo`, { reason: 'x' })).body.refusals![0]!.code).toBe('registration.pair-not-linked')
  })

  it('goes to a third where two differ, and stays unsure where all three do', () => {
    expect(decisionFrom(['same'])).toBeNull()
    expect(decisionFrom(['same', 'different'])).toBeNull()
    expect(decisionFrom(['same', 'different', 'different'])).toBe('different')
    expect(decisionFrom(['same', 'different', 'unsure'])).toBe('unsure')
    expect(decisionFrom(['same', 'same'])).toBe('same')
  })

  it('holds a list against the exercise: matched, not found, only here; and keeps nothing of it', async () => {
    const list =
      'Nome;Apelido;Sexo;Data de nascimento;Telefone\nJoaquina;Nhantumbo;F;1979-11-20;\nPEDRO;Nhantumbu;M;2011-08-14;\nTeodora;Inexistente;F;1990-01-02;\n'
    const held = (await test.ask('gilda', {
      method: 'POST',
      url: `/api/registration/exercises/${exercise}/reconcile`,
      ...multipart({ name: 'lista.csv', bytes: Buffer.from(list) }, {}),
    })) as unknown as { status: number; text: string; body: { lines: { line: number; found: string; household: string | null }[]; onlyRegistered: number } }
    expect(held.body.lines.map(({ line, found }) => [line, found])).toEqual([
      [2, 'matched'],
      [3, 'matched'],
      [4, 'not-found'],
    ])
    expect(held.body.onlyRegistered).toBe(3)
    expect(held.text).not.toContain('Nhantumb')
    const kept = await owner().rows<{ facts: object }>(sql`select facts from kernel.audit where deed = 'registration.reconcile'`)
    expect(kept).toEqual([{ facts: { lines: 3, matched: 2, unsure: 0, notFound: 1, onlyRegistered: 3 } }])
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from kernel.import`))!.n).toBe(0)
  })

  it('learns only when told, shows before and after, and refuses on too few decisions', async () => {
    const learn = (confirm: boolean, reason?: string) =>
      ask<{ version: number; levels: { comparison: string; level: string; before: number; after: number }[]; trial: Trial | null }>(
        'gilda',
        'POST',
        '/weights/learn',
        { confirm, reason },
      )
    expect((await learn(false)).body.refusals![0]!.code).toBe('registration.too-few-decisions')
    const [model] = await owner().rows<{ evidence: { comparison: string; level: string }[] }>(sql`select evidence from displacement.duplicate_pair limit 1`)
    for (let n = 0; n < 30; n++)
      await insertRow(owner(), DuplicatePair, {
        ...{ scope: 'MZ01', exercise, first: `a${n}`, second: `b${n}`, state: 'same', weightBits: 9, modelVersion: 0, decidedAt: '2026-03-03T00:00:00.000Z' },
        evidence: model!.evidence as never,
      })
    const shown = (await learn(false)).body
    expect(shown.version).toBe(1)
    // Nobody was found to be different yet: a figure would be an invention.
    expect(shown.trial).toBeNull()
    const birth = shown.levels.find(({ comparison }) => comparison === 'birth')!
    expect(birth.after).toBeGreaterThan(birth.before)
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from displacement.linkage_weights`))!.n).toBe(0)
    expect((await learn(true)).body.refusals![0]!.code).toBe('registration.weights-reason')
    expect((await learn(true, 'Trinta pares decididos em Metuge')).body.version).toBe(1)
    expect((await learn(false)).body.version).toBe(2)
  })

  it('tries new weights on the half of the decided pairs that they were not learned from', async () => {
    const unlike = (await owner().one<{ evidence: { comparison: string; level: string; bits: number }[] }>(sql`
      select evidence from displacement.duplicate_pair where first like 'a%' limit 1`))!.evidence.map((line) =>
      line.comparison === 'birth' ? { ...line, level: 'differs', bits: -6 } : line,
    )
    for (let n = 0; n < 10; n++)
      await insertRow(owner(), DuplicatePair, {
        ...{
          scope: 'MZ01',
          exercise,
          first: `c${n}`,
          second: `d${n}`,
          state: 'different',
          weightBits: 3,
          modelVersion: 0,
          decidedAt: '2026-03-04T00:00:00.000Z',
        },
        evidence: unlike as never,
      })
    const { trial } = (await ask<{ trial: Trial }>('gilda', 'POST', '/weights/learn', { confirm: false })).body
    // Thirty-one and ten, halved; a day of birth that differs tells all of them apart, before and after.
    expect(trial).toMatchObject({ same: 15, different: 5, before: { f1: 1, precision: 1, recall: 1 }, after: { f1: 1 } })
    expect(trial.after.fromBits).toBeGreaterThan(trial.before.fromBits)
  })

  it('goes back to an earlier version as a new one, with who did it and why', async () => {
    const restore = (number: number) => ask('gilda', 'POST', `/weights/${number}/restore`, { reason: 'Ligava irmãos' })
    expect((await restore(0)).body).toEqual({ version: 2 })
    const { versions, decided } = (await ask<{ versions: object[]; decided: object }>('gilda', 'GET', '/weights')).body
    expect(versions).toMatchObject([
      { number: 2, restores: 0, reason: 'Ligava irmãos', by: 'gilda' },
      { number: 1, restores: null, reason: 'Trinta pares decididos em Metuge' },
      { number: 0, by: null },
    ])
    expect(decided).toMatchObject({ different: 10 })
    const kept = await owner().rows<{ m: unknown }>(
      sql`select weights -> 'comparisons' -> 1 -> 'm' as m from displacement.linkage_weights order by number desc`,
    )
    expect(kept[0]!.m).toEqual(startingWeights.comparisons[1]!.m)
    expect(kept[1]!.m).not.toEqual(kept[0]!.m)
    expect((await restore(2)).body.refusals![0]!.code).toBe('registration.weights-version')
    expect((await ask('ines', 'GET', '/weights')).status).toBe(403)
  })

  it('shows no pair to anybody else', async () => {
    for (const who of ['bento', 'celia', 'ana', 'filipa', 'david'] as const) expect((await ask(who, 'GET', '/duplicates')).status, who).toBe(403)
  })
})
