import { describe, expect, it } from 'vitest'
import { compareModels, compareSets, fairness, lotteryKey, type Model, protectedCriteria, rank, scoreOf, simulate } from './index.ts'

const model: Model = {
  criteria: [
    { code: 'female_headed', points: 3, kind: 'yes' },
    { code: 'chronic_illness', points: 2, kind: 'yes' },
    { code: 'children_under_five', points: 1, kind: 'each', atMost: 4 },
  ],
  cut: 5,
}

describe('a score', () => {
  it('is an interval where an answer is missing, and asks again only where that matters', () => {
    const two = scoreOf({ female_headed: true, children_under_five: 2 }, model)
    expect(two).toMatchObject({ least: 5, most: 7, tier: 'reached', missing: ['chronic_illness'] })
    expect(scoreOf({ female_headed: true, chronic_illness: null, children_under_five: 1 }, model)).toMatchObject({ least: 4, most: 6, tier: 'uncertain' })
    expect(scoreOf({ female_headed: false, chronic_illness: false, children_under_five: 9 }, model)).toMatchObject({ least: 4, most: 4, tier: 'below' })
    expect(two.byCriterion).toEqual([
      { code: 'female_headed', points: 3 },
      { code: 'children_under_five', points: 2 },
    ])
  })

  it('is tried on everybody before a cut is agreed, and a change of model names who enters and leaves', () => {
    const households = [
      { female_headed: true, chronic_illness: true },
      { female_headed: true, chronic_illness: false, children_under_five: 2 },
      { female_headed: false, chronic_illness: true, children_under_five: 0 },
    ]
    expect(simulate(households, model)).toEqual({ reached: 2, uncertain: 0, below: 1 })
    const illness = {
      ...model,
      criteria: model.criteria.map((criterion) => (criterion.code === 'chronic_illness' ? { ...criterion, points: 5 } : { ...criterion, points: 1 })),
    }
    expect(compareModels(households, model, illness)).toEqual({ enter: [2], leave: [1] })
  })

  it('never stands on a protected ground, nor on a field that stands for one', () => {
    const criteria = [
      { code: 'mother_tongue', about: ['language'] },
      { code: 'religion', about: [] },
      { code: 'disability', about: ['health'] },
    ]
    expect(protectedCriteria(criteria)).toEqual(['mother_tongue', 'religion'])
  })
})

describe('a ranked list', () => {
  const displaced = (household: string, score: number, day: string) => ({ household, score, ties: [day] })
  const candidates = [
    displaced('H-0002', 8, '2020-11-02'),
    displaced('H-0003', 8, '2020-11-02'),
    displaced('H-0004', 8, '2020-10-20'),
    displaced('H-0001', 9, '2021-01-01'),
  ]
  const order = { seed: 'PEMBA-2021-03', quota: 2, policy: 'strict_quota' as const }

  it('comes out the same from the stored seed, whatever the order of entry', async () => {
    expect((await lotteryKey(order.seed, 'H-0003')).slice(0, 16)).toBe('1d6070851f52f02d')
    expect((await lotteryKey(order.seed, 'H-0002')).slice(0, 16)).toBe('ee0b2c0f383a2d5e')
    const ranked = await rank(candidates, order)
    expect(ranked.map(({ household }) => household)).toEqual(['H-0001', 'H-0004', 'H-0003', 'H-0002'])
    expect(await rank(candidates.toReversed(), order)).toEqual(ranked)
    expect(ranked.filter(({ chosen }) => chosen).map(({ household }) => household)).toEqual(['H-0001', 'H-0004'])
  })

  it('takes in everybody of the last score where that was agreed: quota 2 becomes 4', async () => {
    expect((await rank(candidates, { ...order, policy: 'include_all_ties' })).filter(({ chosen }) => chosen)).toHaveLength(4)
    expect((await rank(candidates, { ...order, quota: 0, policy: 'include_all_ties' })).filter(({ chosen }) => chosen)).toHaveLength(0)
  })

  it('asks about a group that was chosen much less often, and says nothing of groups too small', () => {
    const group = (name: string, households: number, chosen: number) => Array.from({ length: households }, (_, i) => ({ group: name, chosen: i < chosen }))
    const rates = fairness([...group('women', 40, 20), ...group('men', 50, 15), ...group('few', 5, 0)], { limit: 0.8, atLeast: 30 })
    expect(rates).toEqual([
      { group: 'women', households: 40, chosen: 20, ratio: 1, ask: false },
      { group: 'men', households: 50, chosen: 15, ratio: 0.6, ask: true },
      { group: 'few', households: 5, chosen: 0, ratio: null, ask: false },
    ])
  })
})

describe('two sets of criteria with room for one', () => {
  const water = { code: 'water', points: 3, kind: 'yes' } as const
  const school = { code: 'school', points: 2, kind: 'yes' } as const
  const candidates = [
    { id: 'metuge', answers: { water: true, school: false }, criteria: [water, school] },
    { id: 'mieze', answers: { water: false, school: true }, criteria: [water, school] },
  ]
  const changed = (points: number) => compareSets(candidates, [water, { ...school, points }], 1).map(({ change }) => change)

  it('says who enters and who leaves, who stays, and leaves equal points open', () => {
    expect(changed(5)).toEqual(['leaves', 'enters'])
    expect(changed(1)).toEqual(['stays', 'stays_out'])
    expect(changed(3)).toEqual(['open', 'open'])
  })

  it('names the answers that are missing where they could change who is in', () => {
    const road = { code: 'road', points: 4, kind: 'yes' } as const
    const [first, second] = compareSets(candidates, [water, school, road], 1)
    expect([first!.change, first!.ask, second!.change]).toEqual(['open', ['road'], 'open'])
  })
})
