import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { estimate } from './index.ts'
import { compareSampling } from './samplingOracle.fixture.ts'
import { compareSurvey, compareWeights, surveysIn } from './surveyOracle.fixture.ts'

const folderOf = (name: string) => new URL(`../../../../shared/oracles/${name}/`, import.meta.url)
const readFrom = (name: string) => (file: string) => readFileSync(new URL(file, folderOf(name)), 'utf8')
const isThere = (name: string) => existsSync(folderOf(name))
const said = (name: string) => (isThere(name) ? '' : ` (skipped: no folder shared/oracles/${name} beside the repository)`)

describe.skipIf(!isThere('survey'))(`estimates against published figures${said('survey')}`, () => {
  it('agree in every figure of all 211 rows: means, totals, shares, ratios, groups, quantiles, weights, association', () => {
    const compared = compareSurvey(readFrom('survey'))
    expect(compared.misses).toEqual([])
    expect(compared).toMatchObject({ rows: 211, figures: 810 })
  })
  it.each([
    ['strat', 662.287363159321, 9.40894080278458, 1.204457, 197],
    ['clus1', 644.169398907104, 23.542240693781, 9.345869, 14],
    ['clus2', 670.811808118081, 30.0990273768366, null, 39],
    ['clus1_poststrat', 642.310788211582, 23.9204864450904, null, 14],
    ['clus1_rake', 641.230246862209, 23.7036412402377, null, 14],
    ['clus1_greg', 665.30907116578, 3.44175311640481, null, 14],
  ])('give the mean api00 of Californian schools and its error (engines.md 2, R survey 4.1.1): %s', (name, value, se, deff, df) => {
    const { design, columns } = surveysIn(readFrom('survey')).get(name)!
    const [mean] = estimate(design, columns, { mean: 'api00' }) as { value: number; se: number; deff: number; df: number }[]
    expect(mean!.value).toBeCloseTo(value, 9)
    expect(mean!.se).toBeCloseTo(se, 9)
    expect(mean!.df).toBe(df)
    if (deff !== null) expect(mean!.deff).toBeCloseTo(deff, 6)
  })
  it('rest on the same weights after post-stratification, raking and regression', () => {
    const compared = compareWeights(readFrom('survey'))
    expect(compared.misses).toEqual([])
    expect(compared.rows).toBe(549)
  })
})

describe.skipIf(!isThere('sampling'))(`samples against published figures${said('sampling')}`, () => {
  it('agree in 648 sizes, three sets of chances, a systematic draw and every quantile', () => {
    const compared = compareSampling(readFrom('sampling'))
    expect(compared.flatMap(({ misses }) => misses)).toEqual([])
    expect(compared.map(({ rows }) => rows)).toEqual([648, 589, 589, 589, 50, 45, 24])
  })
})
