/**
 * Compares every printed figure of another implementation (numbers of the R package survey 4.1.1 on public data: California schools, US health survey, US
 * election) with ours: designs, groups, ratios, quantiles, weights. Numbers only; what was asked of it stands beside the file.
 */
import { type Compared, columnsIn, compareFigures, type Figure, numbers, type Read } from './csv.fixture.ts'
import {
  type Columns,
  calibrate,
  type Design,
  type DesignPlan,
  type Estimate,
  type EstimateOptions,
  estimate,
  poststratify,
  type Query,
  rake,
  raoScott,
  surveyDesign,
} from './index.ts'

function must<T extends object>(answer: T): Exclude<T, { code: string }> {
  if ('code' in answer) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { code: string }>
}

type Survey = { design: Design; columns: Columns }
type Plan = Omit<DesignPlan, 'rows'>

export function surveysIn(read: Read): Map<string, Survey> {
  const files = new Map<string, ReturnType<typeof columnsIn>>()
  const file = (name: string) => files.get(name) ?? files.set(name, columnsIn(read(`${name}.csv`))).get(name)!
  const survey = (name: string, plan: (columns: ReturnType<typeof columnsIn>) => Plan): Survey => {
    const columns = file(name)
    return { columns, design: must(surveyDesign({ rows: Object.values(columns)[0]!.length, ...plan(columns) })) }
  }
  const surveys = new Map([
    ['srs', survey('apisrs', ({ fpc }) => ({ stages: [{ population: numbers(fpc!) }] }))],
    ['srs_nofpc', survey('apisrs', ({ pw }) => ({ stages: [{}], weights: numbers(pw!) }))],
    ['strat', survey('apistrat', ({ stype, pw, fpc }) => ({ stages: [{ strata: stype!, population: numbers(fpc!) }], weights: numbers(pw!) }))],
    ['strat_nofpc', survey('apistrat', ({ stype, pw }) => ({ stages: [{ strata: stype! }], weights: numbers(pw!) }))],
    ['clus1', survey('apiclus1', ({ dnum, pw, fpc }) => ({ stages: [{ units: dnum!, population: numbers(fpc!) }], weights: numbers(pw!) }))],
    ['clus1_nofpc', survey('apiclus1', ({ dnum, pw }) => ({ stages: [{ units: dnum! }], weights: numbers(pw!) }))],
    [
      'clus2',
      survey('apiclus2', ({ dnum, snum, fpc1, fpc2 }) => ({
        stages: [
          { units: dnum!, population: numbers(fpc1!) },
          { units: snum!, population: numbers(fpc2!) },
        ],
      })),
    ],
    ['clus2_wr', survey('apiclus2', ({ dnum, snum, pw }) => ({ stages: [{ units: dnum! }, { units: snum! }], weights: numbers(pw!) }))],
    ['election_pps_brewer', survey('election_pps', ({ p }) => ({ stages: [{ chances: numbers(p!) }] }))],
    ['election_pps_HR', survey('election_pps', ({ p }) => ({ stages: [{ chances: numbers(p!) }], unequal: 'hartley-rao' }))],
    ['election_pps_wr', survey('election_pps', ({ p }) => ({ stages: [{}], weights: numbers(p!).map((chance) => 1 / chance) }))],
    ['nhanes', survey('nhanes', ({ SDMVPSU, SDMVSTRA, WTMEC2YR }) => ({ stages: [{ units: SDMVPSU!, strata: SDMVSTRA! }], weights: numbers(WTMEC2YR!) }))],
    [
      'fpc_example',
      survey('fpc', ({ stratid, psuid, weight, Nh }) => ({
        stages: [{ units: psuid!, strata: stratid!, population: numbers(Nh!) }],
        weights: numbers(weight!),
      })),
    ],
  ])
  for (const [name, design] of calibrated(surveys.get('clus1')!)) surveys.set(name, { design, columns: file('apiclus1') })
  return surveys
}

const types = { E: 4421, H: 755, M: 1018 }

function calibrated({ design, columns }: Survey): [string, Design][] {
  const stype = columns.stype as string[]
  const one = (wanted: string) => stype.map((type) => (type === wanted ? 1 : 0))
  const known = [
    { values: stype.map(() => 1), total: 6194 },
    { values: one('H'), total: types.H },
    { values: one('M'), total: types.M },
    { values: columns.api99 as number[], total: 3914069 },
  ]
  const met = { labels: columns['sch.wide'] as string[], totals: { No: 1072, Yes: 5122 } }
  return [
    ['clus1_poststrat', must(poststratify(design, { labels: stype, totals: types }))],
    // The reference stops as soon as no group moves by a school; to meet its weights ours must stop as early.
    ['clus1_rake', must(rake(design, [{ labels: stype, totals: types }, met], { tolerance: 1e-3 }))],
    ['clus1_greg', must(calibrate(design, known))],
  ]
}

type Row = { design: string; stat: string; variable: string; group: string }

/** The call that gave the oracle's row, in our words; `mean` rows were taken over schools with both api00 and enrol known. */
function askFor({ stat, variable, design }: Row): { query: Query; options?: EstimateOptions } {
  const category = /^(stype|sch\.wide)(\w+)$/.exec(variable)
  const by = design === 'nhanes' ? ['race', 'RIAGENDR'] : stat === 'domain_total' ? ['sch.wide'] : ['stype']
  if (stat === 'domain_mean') return { query: { mean: variable }, options: { by } }
  if (stat === 'domain_total') return { query: { total: variable }, options: { by } }
  if (stat.startsWith('ciprop')) return { query: { proportion: 'sch.wide', is: 'Yes' }, options: { interval: stat.endsWith('beta') ? 'beta' : 'logit' } }
  if (stat === 'quantile') return { query: { quantile: 'api00', at: [Number(variable.split('@')[1])] } }
  if (stat === 'ratio') return { query: { ratio: variable.split('/') as [string, string] } }
  if (stat === 'prop') return { query: { proportion: category![1]!, is: category![2]! } }
  if (stat === 'total') return { query: category ? { total: category[1]!, is: category[2]! } : { total: variable } }
  return { query: { mean: variable } }
}

const bothKnown = (columns: Columns): Columns => ({
  ...columns,
  api00: Array.from(columns.enroll!, (enroll, i) => (enroll === null ? null : columns.api00![i]!)),
})

/** What the specification grants: exact figures, but where the reference stops iterating early or finds its limits by search. */
function allowed({ stat }: Row, figure: string): number {
  if (stat === 'ciprop_logit') return 1e-8
  return (stat === 'quantile' && figure !== 'estimate') || (stat === 'ciprop_beta' && figure.startsWith('ci')) ? 1e-6 : 1e-10
}

export function compareSurvey(read: Read): Compared {
  const surveys = surveysIn(read)
  const oracle = columnsIn(read('survey_oracle.csv').replace('F,p,df1,df2', 'F p df1 df2'))
  const size = oracle.design!.length
  const figures: Figure[] = []
  for (let i = 0; i < size; i++) {
    const cell = (name: string) => oracle[name]![i]!
    const row: Row = { design: String(cell('design')), stat: String(cell('stat')), variable: String(cell('variable')), group: String(cell('group')) }
    const name = Object.values(row).join(' ')
    const { design, columns } = surveys.get(row.design)!
    const add = (figure: string, ours: number | null | undefined) => {
      const theirs = cell(figure)
      if (typeof theirs === 'number') figures.push({ row: `${name} ${figure}`, ours, theirs, allowed: allowed(row, figure) })
    }
    if (row.stat === 'rao_scott_F') {
      const { f, p, df1, df2 } = must(raoScott(design, columns, 'sch.wide', 'stype'))
      for (const [figure, ours] of Object.entries({ estimate: f, se: p, ci_low: df1, ci_high: df2 })) add(figure, ours)
      continue
    }
    const { query, options } = askFor(row)
    const found = must(estimate(design, row.stat === 'mean' && row.variable === 'api00' && columns.enroll ? bothKnown(columns) : columns, query, options))
    const one = found.find(({ group }) => row.group === 'all' || group.join('.') === row.group) as Estimate | undefined
    add('estimate', one?.value)
    add('se', one?.se)
    add('ci_low', one?.interval?.low)
    add('ci_high', one?.interval?.high)
    add('deff', one?.deff)
    add('df', one?.df)
  }
  return compareFigures('survey_oracle.csv', size, figures)
}

export function compareWeights(read: Read): Compared {
  const surveys = surveysIn(read)
  const figures = ['poststrat', 'rake', 'greg'].flatMap((kind) => {
    const theirs = numbers(columnsIn(read(`clus1_${kind}_weights.csv`)).w!)
    const { weights } = surveys.get(`clus1_${kind}`)!.design
    return theirs.map((weight, i): Figure => ({ row: `${kind} row ${i + 1}`, ours: weights[i], theirs: weight, allowed: 1e-9 }))
  })
  return compareFigures('clus1_*_weights.csv', figures.length, figures)
}
