import { describe, expect, it } from 'vitest'
import { auditPublication, type FigureToPublish, type PublishedFigure, withhold } from './index.ts'
import { seeded } from './randomTable.fixture.ts'

const parents = { MZ: null, MZ01: 'MZ', MZ07: 'MZ', MZ0101: 'MZ01', MZ0102: 'MZ01', MZ0103: 'MZ01', MZ0701: 'MZ07', MZ0702: 'MZ07' }

const printed = async (figures: FigureToPublish[], minimum = 5): Promise<PublishedFigure[]> => {
  const answer = await withhold(figures, parents, minimum)
  if ('code' in answer) throw new Error(answer.code)
  expect(await auditPublication(figures, answer, parents, minimum)).toEqual([])
  return answer
}
const at = (area: string, count: number | 'unknown', rest: Record<string, string> = {}): FigureToPublish => ({ key: { area, ...rest }, count })
const withheldOf = (figures: PublishedFigure[]) => figures.filter(({ count }) => count === 'withheld').map(({ key }) => Object.values(key).join(' '))

describe('figures made safe to print together', () => {
  it('prints everything when nothing is small', async () => {
    expect(withheldOf(await printed([at('MZ', 100), at('MZ01', 60), at('MZ07', 40)]))).toEqual([])
  })
  it('withholds a small district and its smallest neighbour in the same province, and keeps the totals', async () => {
    const figures = [at('MZ', 200), at('MZ01', 153), at('MZ0101', 3), at('MZ0102', 50), at('MZ0103', 100), at('MZ07', 47), at('MZ0701', 20), at('MZ0702', 27)]
    expect(withheldOf(await printed(figures))).toEqual(['MZ0101', 'MZ0102'])
  })
  it('protects a small reason within an area against the total of the area and against the same reason next door', async () => {
    const figures = [
      at('MZ01', 60),
      at('MZ01', 50, { reason: 'Conflict' }),
      at('MZ01', 10, { reason: 'Natural disaster' }),
      at('MZ0101', 23),
      at('MZ0101', 20, { reason: 'Conflict' }),
      at('MZ0101', 3, { reason: 'Natural disaster' }),
      at('MZ0102', 37),
      at('MZ0102', 30, { reason: 'Conflict' }),
      at('MZ0102', 7, { reason: 'Natural disaster' }),
    ]
    expect(withheldOf(await printed(figures))).toEqual(['MZ0101 Conflict', 'MZ0101 Natural disaster', 'MZ0102 Conflict', 'MZ0102 Natural disaster'])
  })
  it('sees through a breakdown by two keys at once that has no margin of its own', async () => {
    const figures = [at('MZ01', 60), at('MZ01', 3, { reason: 'Conflict', sex: 'f' }), at('MZ01', 57, { reason: 'Conflict', sex: 'm' })]
    expect(withheldOf(await printed(figures))).toEqual(['MZ01 Conflict f', 'MZ01 Conflict m'])
  })
  it('never takes unknown for zero: the known neighbour of an unknown needs no company', async () => {
    const figures = [at('MZ01', 'unknown'), at('MZ0101', 3), at('MZ0102', 'unknown'), at('MZ0103', 80)]
    const answer = await printed(figures)
    expect(answer.map(({ count }) => count)).toEqual(['unknown', 'withheld', 'unknown', 80])
  })
  it('reckons with a reader who sees that the printed parts already make up the total', async () => {
    expect(withheldOf(await printed([at('MZ01', 83), at('MZ0101', 3), at('MZ0102', 'unknown'), at('MZ0103', 80)]))).toEqual(['MZ0101', 'MZ0103'])
  })
  it('prints zeros and withholds what is declared sensitive whatever its size', async () => {
    const figures = [at('MZ01', 60), at('MZ0101', 0), at('MZ0102', 25), { ...at('MZ0103', 35), sensitive: true }]
    expect(withheldOf(await printed(figures))).toEqual(['MZ0102', 'MZ0103'])
  })
  it('names the figure that somebody printed by mistake, and the one that subtraction gives back', async () => {
    const figures = [at('MZ01', 83), at('MZ0101', 3), at('MZ0103', 80)]
    const asTheyAre = figures.map(({ key, count }) => ({ key, count }))
    expect(await auditPublication(figures, asTheyAre, parents, 5)).toEqual([{ key: { area: 'MZ0101' }, count: 3 }])
    const alone = asTheyAre.map((one, i) => (i === 1 ? { ...one, count: 'withheld' as const } : one))
    expect(await auditPublication(figures, alone, parents, 5)).toEqual([{ key: { area: 'MZ0101' }, count: 3 }])
  })
  it('leaves nothing recoverable in 100 generated rounds with areas, reasons, sexes and unknowns', async () => {
    for (let seed = 1; seed <= 100; seed++) {
      await printed(randomRound(seed))
    }
  })
})

/** Districts with four cells each, some districts unknown; every level and margin is summed, and a total over an unknown is unknown. */
function randomRound(seed: number): FigureToPublish[] {
  const random = seeded(seed)
  const figures = new Map<string, FigureToPublish>()
  const add = (key: Record<string, string>, count: number | 'unknown') => {
    const id = JSON.stringify(key)
    const before = figures.get(id)?.count ?? 0
    figures.set(id, { key, count: before === 'unknown' || count === 'unknown' ? 'unknown' : before + count })
  }
  for (const district of ['MZ0101', 'MZ0102', 'MZ0103', 'MZ0701', 'MZ0702']) {
    const silent = random() < 0.1
    for (const reason of ['Conflict', 'Natural disaster']) {
      for (const sex of ['f', 'm']) {
        const count = silent ? 'unknown' : Math.floor(random() * random() * 30)
        for (const area of [district, district.slice(0, 4), 'MZ']) {
          for (const rest of [{ reason, sex }, { reason }, { sex }, {}]) add({ area, ...rest } as Record<string, string>, count)
        }
      }
    }
  }
  return [...figures.values()]
}
