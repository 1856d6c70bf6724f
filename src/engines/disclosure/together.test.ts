import { describe, expect, it } from 'vitest'
import type { Count } from '../count.ts'
import { certainValues, type Equation } from './attacker.fixture.ts'
import { auditPublication, type Beside, type FigureToPublish, nothingBeside, type PublishedFigure, type ReleasedFigure, withhold } from './index.ts'
import { seeded } from './randomTable.fixture.ts'

const parents = { MZ: null, MZ01: 'MZ', MZ07: 'MZ', MZ0101: 'MZ01', MZ0102: 'MZ01', MZ0103: 'MZ01', MZ0701: 'MZ07', MZ0702: 'MZ07' }
const minimum = 5

/** What the places of a district hold; `carried`: the group of an earlier round that stands in this one. */
type Group = { district: string; name: string; people: number }
const areasOf = (district: string) => [district, district.slice(0, 4), 'MZ']

function figuresOf(groups: readonly Group[]): FigureToPublish[] {
  const figures = new Map<string, FigureToPublish & { groups: string[] }>()
  for (const { district, name, people } of groups)
    for (const area of areasOf(district)) {
      const known = figures.get(area) ?? { key: { area }, count: 0, groups: [] }
      figures.set(area, { ...known, count: Number(known.count) + people, groups: area === district ? [...known.groups, name] : [] })
    }
  return [...figures.values()].map(({ groups, ...figure }) => (groups.length > 0 ? { ...figure, groups } : figure))
}

const sizesOf = (...rounds: Group[][]) => new Map(rounds.flat().map(({ name, people }) => [name, people]))
const asPrinted = (figures: FigureToPublish[], published: PublishedFigure[]): ReleasedFigure[] =>
  figures.map((figure, at) => ({ ...figure, printed: published[at]!.count }))
const withheldOf = (figures: readonly { key: Record<string, string>; count: Count }[]) =>
  figures.filter(({ count }) => count === 'withheld').map(({ key }) => key.area)

async function publish(figures: FigureToPublish[], beside: Beside = nothingBeside): Promise<PublishedFigure[]> {
  const answer = await withhold(figures, parents, minimum, beside)
  if ('code' in answer) throw new Error(answer.code)
  return answer
}

describe('releases solved together', () => {
  const first: Group[] = [
    { district: 'MZ0101', name: 'a', people: 3 },
    { district: 'MZ0102', name: 'b', people: 40 },
    { district: 'MZ0103', name: 'c', people: 90 },
    { district: 'MZ0701', name: 'd', people: 60 },
    { district: 'MZ0702', name: 'e', people: 70 },
  ]
  // The first two districts could not be visited; the third was, and is now the smaller company for a secret.
  const second: Group[] = [...first.filter(({ name }) => name !== 'c'), { district: 'MZ0103', name: 'c2', people: 20 }]
  const beside = (printed: PublishedFigure[], terms: Beside['terms'] = []): Beside => ({
    earlier: [asPrinted(figuresOf(first), printed)],
    sizes: sizesOf(first, second),
    terms,
  })

  it('withhold the same company again where a carried figure would give the secret away', async () => {
    const before = await publish(figuresOf(first))
    expect(withheldOf(before)).toEqual(['MZ0101', 'MZ0102'])
    const alone = await publish(figuresOf(second))
    expect(withheldOf(alone), 'alone it would hide other company').toEqual(['MZ0101', 'MZ0103'])
    expect(await auditPublication(figuresOf(second), alone, parents, minimum, beside(before))).toEqual([
      { key: { area: 'MZ0101' }, count: 3 },
      { key: { area: 'MZ0101' }, count: 3, earlier: true },
    ])
    const together = await publish(figuresOf(second), beside(before))
    expect(withheldOf(together)).toContain('MZ0102')
    expect(await auditPublication(figuresOf(second), together, parents, minimum, beside(before))).toEqual([])
  })

  it('count the terms of a change as sums: people in newly reached places may be the very district that is withheld', async () => {
    const others: Group[] = first.slice(1).map((group) => ({ ...group, name: `${group.name} before`, people: group.people + 7 }))
    const before = await publish(figuresOf(others))
    const now = figuresOf(first)
    const printed = await publish(now)
    const reached = { value: 3, plus: ['a'], minus: [], of: 'next' as const }
    const alone = { earlier: [asPrinted(figuresOf(others), before)], sizes: sizesOf(first, others), terms: [] }
    expect(await auditPublication(now, printed, parents, minimum, alone)).toEqual([])
    const withTerm = { ...alone, terms: [reached] }
    expect(await auditPublication(now, printed, parents, minimum, withTerm)).toEqual([{ key: { area: 'MZ0101' }, count: 3 }])
  })

  it('do not let what is out already stand in the way of everything that follows', async () => {
    const before = figuresOf(first).map(({ key, count }) => ({ key, count: key.area === 'MZ0101' ? ('withheld' as const) : (count as number) }))
    const together = await publish(figuresOf(second), beside(before))
    expect(withheldOf(together)).toContain('MZ0101')
  })

  it('leave an attacker who reads three generated rounds nothing that was withheld, and much where each round stands alone', async () => {
    let leaksAlone = 0
    for (let seed = 1; seed <= 30; seed++) {
      const rounds = threeRounds(seed)
      expect(
        (await attack(rounds, true)).filter((value) => value !== null),
        `seed ${seed}`,
      ).toEqual([])
      leaksAlone += (await attack(rounds, false)).filter((value) => value !== null).length
    }
    expect(leaksAlone).toBeGreaterThan(0)
  }, 120_000)
})

/** Each round revisits some places and carries the others forward; districts have one or two places, many of them nearly empty. */
function threeRounds(seed: number): Group[][] {
  const random = seeded(seed)
  const places = ['MZ0101', 'MZ0102', 'MZ0103', 'MZ0701', 'MZ0702'].flatMap((district) =>
    random() < 0.5 ? [`${district}/1`] : [`${district}/1`, `${district}/2`],
  )
  const count = (place: string, round: number): Group => ({
    district: place.slice(0, 6),
    name: `${place} ${round}`,
    people: 1 + Math.floor(random() * random() * 40),
  })
  const rounds = [places.map((place) => count(place, 1))]
  for (let round = 2; round <= 3; round++) rounds.push(rounds.at(-1)!.map((group) => (random() < 0.6 ? group : count(group.name.split(' ')[0]!, round))))
  return rounds
}

/** What comes out for each figure that any of the rounds withheld for being small. */
async function attack(rounds: Group[][], together: boolean): Promise<(number | null)[]> {
  const releases: ReleasedFigure[][] = []
  for (const groups of rounds) {
    const figures = figuresOf(groups)
    const beside = together ? { earlier: releases, sizes: sizesOf(...rounds), terms: [] } : nothingBeside
    releases.push(asPrinted(figures, await publish(figures, beside)))
  }
  const equations: Equation[] = []
  const wanted: Map<string, number>[] = []
  for (const [round, figures] of releases.entries())
    for (const { key, count, printed } of figures) {
      const sum = new Map(rounds[round]!.filter(({ district }) => areasOf(district).includes(key.area!)).map(({ name }) => [name, 1]))
      if (typeof printed === 'number') equations.push({ sum, is: printed })
      else if (Number(count) < minimum) wanted.push(sum)
    }
  return certainValues(equations, wanted)
}
