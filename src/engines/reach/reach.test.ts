/** The worked examples of the rule, and what must never happen: a person twice, an unknown as zero, a gap below nothing. */
import { describe, expect, it } from 'vitest'
import { alikeIn, gapOf, presenceOf, type ReachRow, reachOf, type SentWork, sentByBoth, type Work } from './index.ts'

let made = 0
const row = (place: string, sector: string, people: number | null, given: Partial<ReachRow> = {}): ReachRow => ({
  ...{ id: String(++made), organisation: `organisation ${made}`, sector, type: 'distribution', place, period: '2019-05', kind: null, people },
  ...{ disjointWith: null, exact: false, ...given },
})
const parentOf = (place: string) => (place.length > 4 ? place.slice(0, -2) : null)
const rules = { parentOf, populationOf: () => null, distinctIn: () => null }

const metuge = [row('MZ0109', 'shelter', 1200), row('MZ0109', 'shelter', 900), row('MZ0109', 'water', 3000)]
const chiure = [row('MZ0103', 'shelter', 500), row('MZ0103', 'food', 450)]

describe('reach', () => {
  it('takes the largest sector of each place and adds places: 3,500 where a plain sum says 6,050', () => {
    const all = [...metuge, ...chiure]
    expect(all.reduce((total, { people }) => total + people!, 0)).toBe(6050)
    expect(reachOf(all, rules)).toMatchObject({ lower: 3500, declared: 3500, upper: 3500 })
  })

  it('adds rows of a sector only where they were declared apart', () => {
    const two = (disjointWith: string | null) => [
      row('MZ0109', 'shelter', 2000, { disjointWith }),
      row('MZ0109', 'shelter', 1500, { disjointWith }),
      row('MZ0109', 'water', 3000),
    ]
    expect(reachOf(two(null), rules)).toMatchObject({ lower: 3000, declared: 3000, upper: 3500 })
    expect(reachOf(two('two camps'), rules)).toMatchObject({ lower: 3000, declared: 3500, upper: 3500 })
  })

  it('adds new people of one organisation and takes the largest of cumulative and repeated figures', () => {
    const same = { organisation: 'IOM' }
    const of = (kind: ReachRow['kind']) => reachOf([row('MZ0109', 'water', 100, { ...same, kind }), row('MZ0109', 'water', 140, { ...same, kind })], rules)
    expect([of('new').lower, of('cumulative').lower, of('repeat').lower, of(null).lower]).toEqual([240, 140, 140, 140])
    expect([of('new').upper, of('cumulative').upper, of('repeat').upper, of(null).upper]).toEqual([240, 140, 140, 240])
  })

  it('never adds a district to its posts: the larger of both counts', () => {
    const posts = [row('MZ010901', 'water', 300), row('MZ010902', 'water', 400)]
    expect(reachOf([row('MZ0109', 'water', 500), ...posts], rules).lower).toBe(700)
    expect(reachOf([row('MZ0109', 'water', 900), ...posts], rules).lower).toBe(900)
  })

  it('caps the upper end at the population, says where, and leaves a place without population as it is', () => {
    const figure = reachOf([...metuge, ...chiure], { ...rules, populationOf: (place) => (place === 'MZ0109' ? 2500 : null) })
    expect(figure).toMatchObject({ lower: 3500, upper: 3500, capped: 3000, flagged: ['MZ0109'], withoutPopulation: ['MZ0103'] })
  })

  it('counts an unknown as unknown', () => {
    expect(reachOf([row('MZ0109', 'water', null), row('MZ0109', 'water', 10)], rules)).toMatchObject({ lower: 10, unknown: 1, known: 1, exact: false })
    expect(reachOf([], rules)).toMatchObject({ lower: 0, known: 0, exact: false })
  })

  it('is one exact figure where the people of all rows of a place are known together, and only there', () => {
    const [ours, theirs] = [row('MZ0109', 'shelter', 300, { exact: true }), row('MZ0109', 'food', 200, { exact: true })]
    const together = { ...rules, distinctIn: (place: string) => (place === 'MZ0109' ? 420 : null) }
    expect(reachOf([ours, theirs], together)).toMatchObject({ lower: 420, declared: 420, upper: 420, exact: true })
    expect(reachOf([ours, theirs], rules)).toMatchObject({ lower: 300, upper: 300, exact: false })
    expect(reachOf([ours, theirs, row('MZ0109', 'food', 500)], together)).toMatchObject({ lower: 500, upper: 700, exact: false })
    expect(reachOf([ours, row('MZ0103', 'food', 50)], together)).toMatchObject({ lower: 470, upper: 470, exact: false })
  })
})

describe('presence and gap', () => {
  it('counts the members of a consortium once, by status, with the latest day of confirmation', () => {
    const at = { sector: 'water', place: 'MZ0109', status: 'ongoing' }
    const [cell] = presenceOf([
      { ...at, organisation: 'a', consortium: 'COSACA', confirmedOn: '2026-10-31' },
      { ...at, organisation: 'b', consortium: 'COSACA', confirmedOn: null },
      { ...at, organisation: 'c', consortium: null, status: null, confirmedOn: '2026-11-05' },
    ])
    const [alone] = presenceOf([{ ...at, organisation: 'a', consortium: 'COSACA', confirmedOn: null }])
    expect(alone!.organisations).toEqual(['a'])
    expect(cell).toMatchObject({ organisations: ['COSACA', 'c'], activities: 3, byStatus: { ongoing: 2, unknown: 1 }, confirmedOn: '2026-11-05' })
  })

  it('gives a gap at both ends, never below zero, and unknown where the need is unknown', () => {
    expect(gapOf(5000, { lower: 3000, upper: 4000 })).toEqual({ least: 1000, most: 2000, overReached: false })
    expect(gapOf(2000, { lower: 3000, upper: 4000 })).toEqual({ least: 0, most: 0, overReached: true })
    expect(gapOf('unknown', { lower: 3000, upper: 4000 }).most).toBe('unknown')
    expect(gapOf(2000, null)).toEqual({ least: 'unknown', most: 2000, overReached: false })
  })
})

describe('work that its donor and its implementer send', () => {
  const sent = (id: string, organisation: string, more: Partial<SentWork>): SentWork => ({
    ...{ id, organisation, sector: 'water', type: 'Water points', place: 'MZ0109', site: null, fromDay: '2026-09-01', toDay: '2026-09-30', status: 'ongoing' },
    ...{ implementer: null, funder: null, projectCode: null, ...more },
  })
  const links = (...works: SentWork[]) => sentByBoth(works).map(({ donor, implementer }) => `${donor.id} ${implementer.id}`)
  const donor = sent('d', 'UNICEF', { implementer: 'Save', projectCode: 'P1' })

  it('is one when each names the other, on days that meet or under one project', () => {
    const october = { fromDay: '2026-10-01', toDay: '2026-10-31', funder: 'UNICEF' }
    expect(links(donor, sent('s', 'Save', { funder: 'UNICEF' }))).toEqual(['d s'])
    expect(links(donor, sent('s', 'Save', october), sent('t', 'Save', { ...october, projectCode: 'P1' }))).toEqual(['d t'])
    expect(links(donor, sent('s', 'Save', {}), sent('t', 'Save', { funder: 'WFP' }), sent('u', 'Oxfam', { funder: 'UNICEF' }))).toEqual([])
    expect(links(donor, sent('s', 'Save', { funder: 'UNICEF', place: 'MZ0103' }), sent('t', 'Save', { funder: 'UNICEF', status: 'cancelled' }))).toEqual([])
  })

  it('leaves to people what two rows claim of each other both ways, or one of them would count for none', () => {
    expect(links(sent('a', 'A', { implementer: 'B', funder: 'B' }), sent('b', 'B', { implementer: 'A', funder: 'A' }))).toEqual([])
  })
})

describe('work that looks the same', () => {
  const work = (id: string, organisation: string, more: Partial<Work> = {}): Work => ({
    ...{ id, organisation, sector: 'water', type: 'Water points', place: 'MZ0109', site: null, fromDay: '2026-09-01', toDay: null, status: 'ongoing' },
    ...more,
  })
  const pairs = (...works: Work[]) => alikeIn(works).map(([one, other]) => `${one.id} ${other.id}`)

  it('is of two organisations, one type however it is written, one place and days that meet', () => {
    const a = work('a', 'Oxfam', { toDay: '2026-10-31' })
    expect(pairs(a, work('b', 'Save', { type: 'WATER POINTS', fromDay: '2026-10-31' }))).toEqual(['a b'])
    expect(pairs(a, work('b', 'Save', { fromDay: '2026-11-01' }))).toEqual([])
    expect(pairs(a, work('b', 'Oxfam'), work('c', 'Save', { place: 'MZ0103' }), work('d', 'Save', { sector: 'health' }))).toEqual([])
    expect(pairs(a, work('b', 'Save', { status: 'cancelled' }), work('c', 'Save', { type: null }), work('d', 'Save', { place: null }))).toEqual([])
  })

  it('says nothing of days that nobody knows, and keeps two named sites apart', () => {
    expect(pairs(work('a', 'Oxfam'), work('b', 'Save', { fromDay: null }))).toEqual([])
    expect(pairs(work('a', 'Oxfam', { site: 'Ngalane' }), work('b', 'Save', { site: 'Unidade' }), work('c', 'Cuamm', { site: 'NGALANE' }))).toEqual(['a c'])
    expect(pairs(work('a', 'Oxfam', { site: 'Ngalane' }), work('b', 'Save'))).toEqual(['a b'])
    // Work that is completed without an end is known for its first day alone.
    expect(pairs(work('a', 'Oxfam', { status: 'completed' }), work('b', 'Save', { fromDay: '2026-09-02' }))).toEqual([])
  })
})
