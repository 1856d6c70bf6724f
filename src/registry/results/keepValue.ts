/**
 * A figure is computed or entered, and kept as the next edition of its period and place. What was computed again with the same records makes no new edition; a
 * locked one stays as it was, and the later one stands beside it (specification: results, section 4).
 */
import { sql } from 'kysely'
import {
  audit,
  type Db,
  type FigureBreakdown,
  type House,
  type IndicatorSource,
  insertRow,
  type Refused,
  read,
  refuse,
  refused,
  theSystem,
} from '../../kernel/index.ts'
import { contentHash } from '../../kernel/publishing.ts'
import { faultsOfBreakdowns } from './breakdowns.ts'
import type { Indicator } from './catalogue.ts'
import { peopleAssisted } from './peopleAssisted.ts'
import { IndicatorValue, type unknownReasons, type ValueRow } from './value.ts'

export type Period = { from: string; to: string; place: string }

export const sourceOf = (house: House, code: string): IndicatorSource | undefined =>
  [...house.domains.flatMap(({ indicators = [] }) => indicators), peopleAssisted(house)].find((source) => source.code === code)

const latestOf = (db: Db, { code, version }: Indicator, { from, to, place }: Period) =>
  db.one<ValueRow>(sql`
    select * from results.indicator_value
    where indicator = ${code} and indicator_version = ${version} and from_day = ${from} and to_day = ${to} and scope = ${place}
    order by edition desc limit 1`)

async function keep(db: Db, indicator: Indicator, period: Period, figure: Partial<ValueRow>): Promise<ValueRow> {
  const before = await latestOf(db, indicator, period)
  const { from: fromDay, to: toDay, place: scope } = period
  const edition = (before?.edition ?? 0) + 1
  const value = await insertRow(db, IndicatorValue, {
    ...{ scope, indicator: indicator.code, indicatorVersion: indicator.version, fromDay, toDay, edition },
    ...figure,
  } as Parameters<typeof insertRow<typeof IndicatorValue>>[2])
  await audit(db, figure.method === 'entered' ? 'results.enter' : 'results.compute', IndicatorValue.name, value.id, { indicator: indicator.code, edition })
  return value
}

/** Worked out over every record, whoever asks: an indicator is a count, and what the reader may not see of it stays closed in its lineage. */
export async function computeValue(house: House, db: Db, indicator: Indicator, period: Period): Promise<ValueRow | Refused> {
  const source = sourceOf(house, indicator.code)
  if (!source) return refused(refuse('results.no-source', { indicator: indicator.code, domain: indicator.domain }))
  const { unknown, records, ...figure } = await read(house.doors, theSystem, (everything) => source.compute(everything, period))
  const whole = { value: figure.value, numerator: figure.numerator ?? null, denominator: figure.denominator ?? null }
  const misfits = faultsOfBreakdowns(indicator, figure.breakdowns ?? [], whole)
  if (misfits.length > 0) return { refused: misfits }
  const lineage = { indicator: `${indicator.code} v${indicator.version}`, ...period, records }
  const recordsHash = contentHash({ ...lineage, ...figure, unknown: unknown ?? null })
  const before = await latestOf(db, indicator, period)
  if (before?.recordsHash === recordsHash) return before
  return keep(db, indicator, period, { ...figure, unknown: unknown ?? null, method: 'computed', state: 'computed', lineage, recordsHash })
}

export type Entered = {
  value?: number | null
  unknown?: (typeof unknownReasons)[number] | null
  numerator?: number | null
  denominator?: number | null
  expected?: number | null
  received?: number | null
  breakdowns?: FigureBreakdown[] | null
  evidence: string
  note?: string | null
}

/** Refusals: `results.is-computed`, `results.no-evidence`, `results.percent-averaged`, `results.denominator-unknown`, `results.value-or-reason`, `results.locked`, and those of its breakdowns. */
export async function enterValue(house: House, db: Db, indicator: Indicator, period: Period, typed: Entered): Promise<ValueRow | Refused> {
  if (sourceOf(house, indicator.code)) return refused(refuse('results.is-computed', { indicator: indicator.code }))
  const { evidence, unknown = null, numerator = null, denominator = null, ...rest } = typed
  const problems = [
    ...(evidence.trim() === '' ? [refuse('results.no-evidence')] : []),
    ...(indicator.aggregation === 'ratio'
      ? faultsOfRatio(typed)
      : ((typed.value ?? null) === null) === (unknown === null)
        ? [refuse('results.value-or-reason')]
        : []),
  ]
  if (problems.length > 0) return { refused: problems }
  const ratio = indicator.aggregation === 'ratio' && numerator !== null && denominator ? numerator / denominator : null
  const value = indicator.aggregation === 'ratio' ? ratio : (typed.value ?? null)
  const misfits = faultsOfBreakdowns(indicator, typed.breakdowns ?? [], { value, numerator, denominator })
  if (misfits.length > 0) return { refused: misfits }
  const before = await latestOf(db, indicator, period)
  if (before?.state === 'locked' && !typed.note?.trim()) return refused(refuse('results.locked', { from: period.from, to: period.to }))
  return keep(db, indicator, period, { ...rest, value, unknown, numerator, denominator, evidence: evidence.trim(), method: 'entered', state: 'entered' })
}

function faultsOfRatio({ value = null, unknown = null, numerator = null, denominator = null }: Entered) {
  const parts = [numerator, denominator].filter((part) => part !== null).length
  if (unknown !== null) return parts + (value === null ? 0 : 1) > 0 ? [refuse('results.value-or-reason')] : []
  if (parts < 2) return [refuse('results.percent-averaged')]
  return denominator === 0 ? [refuse('results.denominator-unknown')] : []
}
