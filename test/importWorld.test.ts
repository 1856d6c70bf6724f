/**
 * The global table of the DTM API as HDX carries it: every country in one file, each figure printed at three levels. Districts are the facts. Comparisons over
 * HTTP give the known terms: Afghanistan 2 to 3 grew by 782,975 on paper, and fell by 49,618 where both rounds counted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeTerms } from '../src/engines/rounds/change.ts'
import { fromData, hasData, rowCounts, type Summary, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const path = 'dtm/dtm-api/global-iom-dtm-from-api-admin-0-to-2.csv'

/** [operation, country, type, from, to], then raw, common, places in common, newly covered, no longer covered. */
const comparisons: [string, string, 'BA' | 'SA', number, number, number[]][] = [
  ['Returns and displacement in Afghanistan', 'AFG', 'BA', 2, 3, [782_975, -49_618, 110, 832_804, 211]],
  ['Haiti Earthquake', 'HTI', 'SA', 31, 32, [2_724, -170, 8, 2_894, 0]],
  ['Hurricane Matthew', 'HTI', 'SA', 7, 8, [380, -190, 2, 693, 123]],
]

describe.skipIf(!hasData(path))('the global HDX table (needs the shared data folder)', () => {
  let test: TestHouse
  let summary: Summary
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  it('is of another country for a mission in Mozambique, and says so before anything is written', async () => {
    const wizard = wizardOf(test)
    const { body } = await wizard.handIn(fromData(path))
    const { body: done } = await wizard.confirm(body.import.id)
    expect(done.refusals.map(({ code }) => code)).toEqual(['import.other-country'])
    expect(done.refusals[0]!.sentence.pt).toContain('AFG')
  })

  it('comes in whole when every country is asked for, and the second time adds nothing', async () => {
    const wizard = wizardOf(test)
    const began = performance.now()
    const taken = await wizard.takeIn(fromData(path), { country: '*' })
    console.log(
      `13,367 rows of 3 countries in ${((performance.now() - began) / 1000).toFixed(1)} s, ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB in use`,
    )
    summary = taken.summary
    expect(summary.imported).toBe(11_378)
    expect(summary.rounds).toHaveLength(103)
    const counts = await rowCounts(test)
    expect(counts['displacement.presence_cell']).toBe(11_378)
    expect((await wizard.takeIn(fromData(path), { country: '*' })).summary.imported).toBe(0)
    expect(await rowCounts(test)).toEqual(counts)
  })

  it.each(comparisons)('%s (%s, %s), round %i to %i: the three terms over HTTP', async (operation, country, type, from, to, expected) => {
    const idOf = (number: number) =>
      summary.rounds.find((round) => round.operation === operation && round.country === country && round.assessmentType === type && round.number === number)!.id
    const { status, body } = await test.ask('bento', { url: `/api/displacement/compare?from=${idOf(from)}&to=${idOf(to)}` })
    expect(status).toBe(200)
    const { terms, places } = body as { terms: ChangeTerms; places: { group: string }[] }
    expect([terms.raw, terms.common.change, terms.common.places, terms.newlyCovered.amount, terms.noLongerCovered.amount]).toEqual(expected)
    expect(places.filter(({ group }) => group === 'common')).toHaveLength(expected[2]!)
  })

  it('accepts a round 0 and shows that round 4 is missing, without calling it an error', async () => {
    const numbers = summary.rounds.filter(({ country, operation }) => country === 'HTI' && operation === 'Countrywide monitoring').map(({ number }) => number)
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9, 10])
  })
})
