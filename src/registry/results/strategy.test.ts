/** The strategy in the country pack against the printed source and the specification: complete, in our own words, and honest where it cannot be read. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { resultsSentences } from './sentences.ts'
import type { Strategy } from './strategy.ts'
import { readStrategy } from './strategy.ts'

const packFile = new URL('../../../country/mozambique/strategy.json', import.meta.url)
const missionText = new URL('../../../../shared/mission/000_7c54985ed9ac88f0.txt', import.meta.url)
const specification = new URL('../../../../shared/specs/results.md', import.meta.url)

const json = () => JSON.parse(readFileSync(packFile, 'utf8'))
const strategy = readStrategy(json()) as Strategy
const codes = (area: Strategy['areas'][number], framework: string) => area.links.filter((link) => link.framework === framework).map((link) => link.code)

describe('the strategy in the pack', () => {
  it('is read without a refusal', () => {
    expect(readStrategy(json())).not.toHaveProperty('code')
  })

  it('holds 3 priorities, 15 areas, 63 key results and 167 strategic activities', () => {
    const sum = (of: (area: Strategy['areas'][number]) => number) => strategy.areas.reduce((total, area) => total + of(area), 0)
    expect([strategy.priorities.length, strategy.areas.length, sum((area) => area.keyResults.length), sum((area) => area.activities.length)]).toEqual([
      3, 15, 63, 167,
    ])
  })

  it('numbers key results from 1 and letters activities from A without a gap', () => {
    for (const area of strategy.areas) {
      expect(area.keyResults.map((result) => result.number)).toEqual(area.keyResults.map((_, at) => at + 1))
      expect(area.activities.map((activity) => activity.letter)).toEqual(area.activities.map((_, at) => String.fromCharCode(65 + at)))
    }
  })

  it('says of every activity, in Portuguese and English, what it is and what serves it', () => {
    for (const { title, servedBy } of strategy.areas.flatMap((area) => area.activities)) {
      expect(title.pt.length).toBeGreaterThan(8)
      expect(title.en.length).toBeGreaterThan(8)
      expect(title.pt).not.toBe(title.en)
      if ('feature' in servedBy) expect(strategy.features).toHaveProperty([`${servedBy.domain}/${servedBy.feature}`])
      else expect(servedBy.plannedOnly.pt.length * servedBy.plannedOnly.en.length).toBeGreaterThan(0)
    }
  })

  it('marks the links of areas 2, 5, 6, 11, 12 and 15 as not legible: neither empty nor zero', () => {
    const notLegible = strategy.areas.filter((area) => area.links.some((link) => link.legibility === 'not_legible'))
    expect(notLegible.map((area) => area.number)).toEqual([2, 5, 6, 11, 12, 15])
    for (const area of notLegible)
      expect(area.links.map((link) => [link.framework, link.code])).toEqual([
        ['SDG', null],
        ['MIGOF', null],
        ['GCM', null],
      ])
  })

  it('never guesses whether a MiGOF number is a principle or an objective', () => {
    for (const link of strategy.areas.flatMap((area) => area.links))
      if (link.framework === 'MIGOF' && link.legibility === 'as_printed') expect(link.kind).toBeNull()
  })

  it('keeps the five notes on the source', () => {
    expect(Object.keys(strategy.sourceNotes)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(strategy.areas[2]!.sourceNotes).toEqual(['a', 'c'])
    expect(strategy.areas[9]!.keyResults[1]!.sourceNotes).toEqual(['b'])
  })
})

describe('a faulty strategy', () => {
  it('is refused in words of both languages', () => {
    const codes = readFileSync(new URL('./strategy.ts', import.meta.url), 'utf8').match(/code: 'results\.[a-z-]+'/g)!
    expect(codes.map((code) => code.slice(7, -1)).sort()).toEqual(
      Object.keys(resultsSentences)
        .filter((code) => code.startsWith('results.strategy-'))
        .sort(),
    )
  })

  it('is refused with the place of the fault', () => {
    const broken = json()
    broken.areas[3].activities[0].servedBy = { domain: 'farming', feature: 'ploughs' }
    expect(readStrategy(broken)).toMatchObject({ code: 'results.strategy-unreadable', facts: { place: 'areas.3.activities.0.servedBy' } })
    expect(readStrategy(null)).toMatchObject({ code: 'results.strategy-unreadable' })
  })

  it('is refused when it contradicts itself, with every problem named', () => {
    const broken = json()
    broken.areas[0].activities[1].letter = 'A'
    broken.areas[1].priority = 9
    broken.areas[2].activities[4].servedBy.feature = 'no-such-thing'
    expect(readStrategy(broken)).toMatchObject({
      code: 'results.strategy-inconsistent',
      facts: { problems: ['area 1: activity A twice', 'area 2: priority 9 is not in the list', 'area 3 E: feature no-such-thing has no name'] },
    })
  })
})

const skippedText = existsSync(missionText) ? '' : ' (SKIPPED: the folder shared/mission is missing)'
describe.skipIf(skippedText !== '')(`the strategy against the printed text${skippedText}`, () => {
  const text = () => readFileSync(missionText, 'utf8')

  it('has as many key results and activities in each area as a count made from the text', () => {
    const chapters = text()
      .split(/^(?:\*\*)?FOCUS AREA (?=\d+:)/m)
      .slice(1)
    expect(chapters.map((chapter) => Number.parseInt(chapter, 10))).toEqual(strategy.areas.map((area) => area.number))
    chapters.forEach((chapter, at) => {
      const body = chapter.split('PARTNERSHIPS AND COORDINATION')[0]!
      const results = body.split('Key Results')[1]!.split(/SDG Contributions|STRATEGIC ACTIVITIES/)[0]!
      const activities = body.split('STRATEGIC ACTIVITIES')[1]!
      const area = strategy.areas[at]!
      expect([area.number, results.match(/^\d+\. /gm)!.length, activities.match(/^(?:- )?(?:<p>)?(?:\*\*)?[A-Z]\.(?:\*\*)? /gm)!.length]).toEqual([
        area.number,
        area.keyResults.length,
        area.activities.length,
      ])
    })
  })

  it('shares no run of eight words with the text, whose licence allows no reworked copies', () => {
    const words = (of: string) => of.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const runs = (list: string[]) => list.slice(7).map((_, at) => list.slice(at, at + 8).join(' '))
    const printed = new Set(runs(words(text())))
    const ours: string[] = []
    JSON.stringify(json(), (key, value) => {
      if (typeof value === 'string' && key !== 'citation') ours.push(value)
      return value
    })
    expect(ours.length).toBeGreaterThan(600)
    expect(ours.flatMap((sentence) => runs(words(sentence))).filter((run) => printed.has(run))).toEqual([])
  })
})

const skippedTable = existsSync(specification) ? '' : ' (SKIPPED: the folder shared/specs is missing)'
describe.skipIf(skippedTable !== '')(`the strategy against the table of the specification${skippedTable}`, () => {
  it('has the same counts, links and domains in each of the 15 areas', () => {
    const rows = readFileSync(specification, 'utf8')
      .split('\n')
      .filter((line) => /^\| \d+ \| [^|]+\| \d+ \| \d+ \(A/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
    expect(rows).toHaveLength(15)
    for (const [, number, , keyResults, activities, sdg, migof, compact, domains] of rows) {
      const area = strategy.areas[Number(number) - 1]!
      const listed = (cell: string) =>
        cell === 'not legible'
          ? [null]
          : cell
              .replace(/\(.*\)/, '')
              .split(',')
              .map((code) => code.trim())
      const [main, others] = domains!.replace(')', '').split('(') as [string, string]
      expect([area.keyResults.length, area.activities.length]).toEqual([Number(keyResults), Number.parseInt(activities!, 10)])
      expect([codes(area, 'SDG'), codes(area, 'MIGOF'), codes(area, 'GCM')]).toEqual([listed(sdg!), listed(migof!), listed(compact!)])
      expect([area.domains.main, area.domains.others]).toEqual([main.trim().split(' and '), others.split(', ')])
    }
  })
})
