/**
 * The attack on what was published: somebody reads three consecutive rounds, knows from their own coverage tables which districts were carried forward, and solves
 * everything together. Nothing that was withheld may come out; where each round is protected alone, something does.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRounds, type PublicRound, publishFromPaper } from '../src/domains/displacement/index.ts'
import { certainValues, type Equation } from '../src/engines/disclosure/attacker.fixture.ts'
import { isRefused } from '../src/kernel/index.ts'
import { fromText, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const head = 'pcode,status,source round,households,individuals,females,males,reason\n'
/** District, people, and the round that it was carried forward from. */
type Line = [pcode: string, people: number, source?: number]

/** In Ancuabe three people live. Alone, each round would hide another district beside it, and what is carried forward would tell on both. */
const rounds: Line[][] = [
  [
    ['MZ0101', 3],
    ['MZ0102', 40],
    ['MZ0103', 90],
    ['MZ0104', 250],
    ['MZ0301', 80],
    ['MZ0302', 4],
    ['MZ0303', 60],
  ],
  [
    ['MZ0101', 3, 1],
    ['MZ0102', 40, 1],
    ['MZ0103', 20],
    ['MZ0104', 260],
    ['MZ0301', 33],
    ['MZ0302', 4, 1],
    ['MZ0303', 60, 1],
  ],
  [
    ['MZ0101', 3, 2],
    ['MZ0102', 55],
    ['MZ0103', 20, 2],
    ['MZ0104', 18],
    ['MZ0301', 33, 2],
    ['MZ0302', 4, 2],
    ['MZ0303', 30],
  ],
]

const fileOf = (lines: readonly Line[]) =>
  head +
  lines
    .map(([pcode, people, source]) => {
      const [households, women] = [Math.ceil(people / 5), Math.ceil(people / 2)]
      return [pcode, source ? 'carried forward' : 'assessed', source ?? '', households, people, women, people - women, 'Conflict'].join(',')
    })
    .join('\n')

describe('three consecutive rounds, solved together', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  async function publish(operation: string, at: number): Promise<PublicRound> {
    const target = { operation, round: String(at + 1), from: `2023-0${at + 1}-01`, to: `2023-0${at + 1}-10`, assessmentType: 'BA' }
    const { summary } = await wizardOf(test).takeIn(fromText('distritos.csv', fileOf(rounds[at]!)), target)
    const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
    const paper = { office: 'INGD', decidedOn: '2023-04-01', note: 'Confirmado', licence: 'CC BY 4.0', credit: 'INGD e OIM' }
    const done = await publishFromPaper(test.house, actor, summary.rounds[0]!.id, paper)
    if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
    return (await currentRounds(test.house)).find(({ round }) => round.operation.name === operation && round.round.number === at + 1)!.round
  }
  async function publishAll(operationOf: (at: number) => string): Promise<PublicRound[]> {
    const published: PublicRound[] = []
    for (const at of rounds.keys()) published.push(await publish(operationOf(at), at))
    return published
  }

  it('give nothing away when they are published as one series', async () => {
    const published = await publishAll(() => 'One series')
    const { withheld, recovered } = await attacked(published)
    expect(withheld).toBeGreaterThanOrEqual(12)
    expect(recovered).toEqual([])
  })

  it('would give districts away if each were protected alone: the attack is a real one', async () => {
    const { recovered } = await attacked(await publishAll((at) => `Alone ${at + 1}`))
    expect(recovered).toContainEqual(expect.objectContaining({ figure: expect.stringContaining('individuals MZ0101'), people: 3 }))
  })
})

const measures = ['individuals', 'females', 'males', 'households'] as const

/** Every number of the public sets as an equation, and every withheld one as a question. */
async function attacked(published: readonly PublicRound[]) {
  const equations: Equation[] = []
  const wanted: string[] = []
  const told = (name: string, count: unknown) => {
    if (typeof count === 'number') equations.push({ sum: new Map([[name, 1]]), is: count })
    else if (count === 'withheld') wanted.push(name)
  }
  const zero = (plus: readonly string[], minus: readonly string[]) =>
    equations.push({ sum: new Map([...plus.map((name) => [name, 1] as const), ...minus.map((name) => [name, -1] as const)]), is: 0 })
  for (const [at, { areas, cells, change, methods }] of published.entries()) {
    const nameOf = (measure: string, pcode: string, fact = '', round = at) => `${round + 1} ${measure} ${pcode} ${fact}`
    for (const measure of measures) {
      for (const area of areas) {
        told(nameOf(measure, area.pcode), area[measure])
        const parts = areas.filter(({ parent }) => parent === area.pcode)
        if (parts.length > 0)
          zero(
            [nameOf(measure, area.pcode)],
            parts.map(({ pcode }) => nameOf(measure, pcode)),
          )
        const facts = cells.filter(({ pcode }) => pcode === area.pcode)
        zero(
          [nameOf(measure, area.pcode)],
          facts.map(({ pcode, reason }) => nameOf(measure, pcode, reason)),
        )
        // Nobody was visited there: what stands in this round is what stood in the one before.
        if (at > 0 && area.level === 2 && area.expected > 0 && area.carriedForward === area.expected)
          zero([nameOf(measure, area.pcode)], [nameOf(measure, area.pcode, '', at - 1)])
      }
      for (const cell of cells) told(nameOf(measure, cell.pcode, cell.reason), cell[measure])
    }
    for (const { pcode, carriedIndividuals, carriedForward, expected } of areas) {
      told(nameOf('carried', pcode), carriedIndividuals)
      if (carriedForward === expected) zero([nameOf('carried', pcode)], [nameOf('individuals', pcode)])
    }
    for (const { method, individuals } of methods) told(nameOf('method', method), individuals)
    zero(
      [nameOf('individuals', 'MOZ')],
      methods.map(({ method }) => nameOf('method', method)),
    )
    zero([nameOf('carried', 'MOZ')], methods.some(({ method }) => method === 'carried') ? [nameOf('method', 'carried')] : [])
    for (const { pcode } of areas) zero([nameOf('individuals', pcode)], [nameOf('females', pcode), nameOf('males', pcode)])
    if (change && at > 0) {
      const districts = areas.filter(({ level, expected }) => level === 2 && expected > 0)
      const carried = districts.filter(({ carriedForward }) => carriedForward > 0)
      const difference = (here: typeof areas, is: number | null) => {
        const terms = here.flatMap(({ pcode }) => [[nameOf('individuals', pcode), 1] as const, [nameOf('individuals', pcode, '', at - 1), -1] as const])
        if (is !== null) equations.push({ sum: new Map(terms), is })
      }
      difference(districts, change.computable ? change.terms.raw : change.rawIndividuals)
      if (change.computable) {
        difference(carried, change.terms.carriedForward.change)
        difference(
          districts.filter((each) => !carried.includes(each)),
          change.terms.common.change,
        )
      }
    }
  }
  const values = await certainValues(
    equations,
    wanted.map((name) => new Map([[name, 1]])),
  )
  return { withheld: wanted.length, recovered: wanted.flatMap((figure, at) => (values[at] === null ? [] : [{ figure, people: values[at] }])) }
}
