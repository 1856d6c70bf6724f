/** The life of a round as a table: from each state each step by each role is either tried, or refused with the reason that fits. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lifeOfRound } from '../src/domains/displacement/lifeOfRound.ts'
import { Round } from '../src/domains/displacement/round.ts'
import { act, asOwner, isRefused, refuse, refused, takeStep } from '../src/kernel/index.ts'
import { layGround } from './support/accessRows.ts'
import { type Column, columns, type EveryRole, openEveryRole } from './support/everyRole.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

/** State, step, who takes it, where it leads. What is not here is impossible. */
const table: [string, string, Column, string][] = [
  ['draft', 'plan', 'dataOfficer', 'planned'],
  ['planned', 'train', 'dataOfficer', 'training'],
  ['planned', 'collect', 'dataOfficer', 'collecting'],
  ['training', 'collect', 'dataOfficer', 'collecting'],
  ['collecting', 'close', 'dataOfficer', 'cleaning'],
  ['cleaning', 'submit', 'dataOfficer', 'technical_review'],
  ['technical_review', 'forward', 'dataOfficer', 'government_review'],
  ['technical_review', 'back', 'dataOfficer', 'cleaning'],
  ['government_review', 'endorse', 'governmentReviewer', 'endorsed'],
  ['government_review', 'return', 'governmentReviewer', 'cleaning'],
  ['endorsed', 'publish', 'reportOfficer', 'published'],
]
const roundStates = Round.fields.state.values!
const steps = [...new Set(table.map(([, step]) => step))]

let test: TestHouse
let everyRole: EveryRole
let round: string
beforeAll(async () => {
  test = await openTestHouse()
  everyRole = await openEveryRole(test)
  round = (await layGround(test)).rounds.draft
})
afterAll(() => test?.close())

type Outcome = 'tried' | 'hidden' | 'no such step' | 'not allowed'

/** Tries the step and takes it back: whether guards then refuse it is another matter. */
async function outcomeOf(column: Column, step: string, input: Record<string, unknown> = {}): Promise<{ outcome: Outcome; codes: string[]; to: string | null }> {
  let found: { outcome: Outcome; codes: string[]; to: string | null } = { outcome: 'tried', codes: [], to: null }
  // Everywhere, so that only role and state decide.
  await act(test.house.doors, { ...everyRole.actor(column), areas: ['*'] }, async (db) => {
    const answer = await takeStep(lifeOfRound, round, step, { db, input, house: test.house })
    const codes = isRefused(answer) ? answer.refused.map(({ code }) => code) : []
    const outcome = codes.includes('access.not-found')
      ? 'hidden'
      : codes.includes('workflow.no-such-step')
        ? 'no such step'
        : codes.includes('access.not-allowed')
          ? 'not allowed'
          : 'tried'
    found = { outcome, codes, to: isRefused(answer) ? null : answer.state }
    return refused(refuse('record.missing'))
  })
  return found
}

const setState = (state: string) => asOwner(test.house.doors).run(sql`update displacement.round set state = ${state} where id = ${round}`)

describe('the life of a round', () => {
  it('has the declared states and steps, each leading where the table says', () => {
    expect(Object.keys(lifeOfRound.life).toSorted()).toEqual([...roundStates].toSorted())
    const declared = Object.entries(lifeOfRound.life).flatMap(([state, from]) =>
      Object.entries(from).flatMap(([name, { by, to }]) => by.map((role) => [state, name, role, to])),
    )
    expect(declared.toSorted()).toEqual(table.toSorted())
  })

  it('lets each role try its own steps from each state, and refuses all others', async () => {
    const wrong: string[] = []
    for (const state of roundStates) {
      await setState(state)
      for (const step of steps)
        for (const column of columns) {
          const possible = table.some(([from, name]) => from === state && name === step)
          const his = table.some(([from, name, role]) => from === state && name === step && role === column)
          // Who registers people, looks for duplicates among them or writes messages has nothing to do with rounds.
          const sees =
            !['public', 'registrar', 'duplicateReviewer', 'communications', 'warehouse', 'pipeline', 'solutions'].includes(column) &&
            (!['clusterCoordinator', 'partner'].includes(column) || ['published', 'superseded'].includes(state))
          const expected: Outcome = !sees ? 'hidden' : !possible ? 'no such step' : his ? 'tried' : 'not allowed'
          const { outcome } = await outcomeOf(column, step)
          if (outcome !== expected) wrong.push(`${state} × ${step} × ${column}: ${outcome}, not ${expected}`)
        }
    }
    expect(wrong).toEqual([])
  })

  it('takes only the answers that a step asks for', async () => {
    await setState('government_review')
    const endorse = (input: Record<string, unknown>) => outcomeOf('governmentReviewer', 'endorse', input)
    expect((await endorse({})).codes).toEqual(['record.missing', 'record.missing'])
    for (const decision of ['returned', 'no', 7, ['endorsed'], null]) expect((await endorse({ office: 'INGD', decision })).to, String(decision)).toBeNull()
    expect((await endorse({ office: { name: 'INGD' }, decision: 'endorsed' })).codes).toEqual(['record.wrong-value'])
    expect((await endorse({ office: 'INGD', decision: 'endorsed' })).to).toBe('endorsed')
  })

  it('shows each role only the steps that it could take', async () => {
    await setState('government_review')
    const stepsOf = async (column: 'dataOfficer' | 'governmentReviewer') =>
      (await everyRole.ask(column, { url: `/api/displacement/round/${round}/steps` })).json().map(({ name }: { name: string }) => name)
    expect(await stepsOf('governmentReviewer')).toEqual(['endorse', 'return'])
    expect(await stepsOf('dataOfficer')).toEqual([])
  })

  it('lets nobody write the state past its steps', async () => {
    await setState('draft')
    const answer = await everyRole.ask('dataOfficer', { method: 'PATCH', url: `/api/displacement/round/${round}`, payload: { version: 1, state: 'published' } })
    expect(answer.statusCode).toBe(422)
    const made = await everyRole.ask('dataOfficer', { method: 'POST', url: `/api/${Round.name.replace('.', '/')}`, payload: { state: 'published', number: 9 } })
    expect(made.statusCode).toBe(422)
  })
})
