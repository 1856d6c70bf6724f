/**
 * The figures of indicators as a report takes them: of a period the newest approved edition, or of each indicator the newest figure that was ever approved up to a day;
 * what came before it, its target, and why there is none.
 */
import { sql } from 'kysely'
import { achievement } from '../../../engines/indicators/index.ts'
import { type Bilingual, type Db, type House, type Refused, refused } from '../../../kernel/index.ts'
import { type Indicator, type IndicatorCatalogue, readCatalogue } from '../catalogue.ts'
import { standing } from '../marks.ts'
import { readStrategy, type Strategy, type StrategyLink } from '../strategy.ts'
import type { MarkRow, ValueRow } from '../value.ts'
import type { ReportFigures, ReportLine, ReportLink, ReportNumber, WhyNone } from './reportFigures.ts'

type Span = { from: string; to: string }
/** Without the records behind it, which are many. */
type Figure = Omit<ValueRow, 'lineage'>

export type Taking = { house: House; db: Db; strategy: Strategy; catalogue: IndicatorCatalogue; period: Span }

/** Refusals: those of the country pack's strategy and catalogue. */
export function beginTaking(house: House, db: Db, period: Span): Taking | Refused {
  const [strategy, catalogue] = [readStrategy(house.pack.strategy), readCatalogue(house.pack.indicators)]
  if ('code' in strategy) return refused(strategy)
  if ('code' in catalogue) return refused(catalogue)
  return { house, db, strategy, catalogue, period }
}

export const headOf = ({ house: { pack }, strategy, period }: Taking): Omit<ReportFigures, 'schema' | 'areas'> => ({
  ...{ ...period, country: { iso3: pack.country.iso3, name: pack.country.names }, strategy: { version: strategy.version, citation: strategy.citation } },
})

const columns = sql.raw(
  'id, indicator, indicator_version, from_day, to_day, edition, method, value, unknown, numerator, denominator, expected, received, records_hash, state',
)
const approvedFirst = sql`case when state in ('approved', 'locked') then 0 else 1 end, edition desc`
const approved = (value: Figure | undefined): value is Figure => value !== undefined && (value.state === 'approved' || value.state === 'locked')

/** Of an indicator on protection, health, borders or demobilisation: a part so small that somebody could be known by it. */
const isTooSmall = (indicator: Indicator, { value, numerator, denominator }: ReportNumber, minimum: number): boolean => {
  const parts = denominator === null ? [value] : [numerator!, denominator, denominator - numerator!]
  return indicator.restricted === true && parts.some((part) => part > 0 && part < minimum)
}

const numberOf = (value: Figure | undefined): ReportNumber | null =>
  approved(value) && value.value !== null ? { value: value.value, numerator: value.numerator, denominator: value.denominator } : null

function whyNone(value: Figure | undefined): WhyNone | null {
  if (!value) return 'nothing'
  if (!approved(value)) return 'not-approved'
  return value.value === null ? (value.unknown ?? 'not-reported') : null
}

function targetOf(marks: readonly MarkRow[]): ReportLine['target'] {
  const { target } = standing(marks)
  if (!target || target.value === null) return null
  const was = marks.find(({ id }) => id === target.replaces)
  return { value: target.value, day: target.day, was: was?.value ?? null, changedOn: was ? target.recordedAt.slice(0, 10) : null }
}

type Chosen = { current: Figure | undefined; before: Figure | undefined; own?: boolean }

function lineOf({ house, catalogue }: Taking, indicator: Indicator, { current, before, own = false }: Chosen, marks: readonly MarkRow[]): ReportLine {
  const minimum = house.pack.thresholds.disclosureMinimum
  const judgedBy = marks.filter((mark) => mark.indicator === indicator.code)
  const safe = (number: ReportNumber | null) => (number && isTooSmall(indicator, number, minimum) ? null : number)
  const found = numberOf(current)
  const now = safe(found)
  const { expected, received } = current ?? {}
  const baseline = standing(judgedBy).baseline?.value ?? null
  const target = targetOf(judgedBy)
  return {
    ...{ code: indicator.code, version: indicator.version, name: indicator.name, unit: catalogue.units[indicator.unit]! },
    ...{ isRatio: indicator.aggregation === 'ratio', now, why: found && !now ? 'withheld' : whyNone(current), before: safe(numberOf(before)) },
    method: now ? current!.method : null,
    coverage: now && typeof expected === 'number' && typeof received === 'number' ? { expected, received } : null,
    ...{ baseline, target, reached: achievement({ baseline, target: target?.value ?? null, actual: now?.value ?? null }) },
    recordsHash: now ? current!.recordsHash : null,
    ...(own && now ? { of: { from: current!.fromDay, to: current!.toDay } } : {}),
  }
}

/** What an indicator is judged by in the country, and not in one of its places. */
const marksOf = ({ house, db }: Taking) =>
  db.rows<MarkRow>(sql`select * from results.indicator_mark where scope = ${house.pack.country.iso2} order by recorded_at, id`)

/** One line for each indicator, of exactly this period; what was entered after the newest approved edition waits for the next report. */
export async function linesOfPeriod(taking: Taking, before: Span): Promise<ReportLine[]> {
  const { house, db, period } = taking
  const values = await db.rows<Figure>(sql`
    select distinct on (indicator, indicator_version, from_day) ${columns} from results.indicator_value
    where scope = ${house.pack.country.iso2} and (from_day, to_day) in ((${period.from}::date, ${period.to}::date), (${before.from}::date, ${before.to}::date))
    order by indicator, indicator_version, from_day, ${approvedFirst}`)
  const marks = await marksOf(taking)
  return taking.catalogue.indicators.map((indicator) => {
    const of = values.filter((value) => value.indicator === indicator.code && value.indicatorVersion === indicator.version)
    const chosen = { current: of.find(({ fromDay }) => fromDay === period.from), before: of.find(({ fromDay }) => fromDay !== period.from) }
    return lineOf(taking, indicator, chosen, marks)
  })
}

const daysOf = ({ fromDay, toDay }: Figure) => (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1
/** A month is never set beside a quarter; months and quarters differ by three days at most among themselves. */
const isAlike = (one: Figure, other: Figure) => Math.abs(daysOf(one) - daysOf(other)) <= 3

/** One line for each indicator: its newest approved figure up to the last day of the report, whose own days stand beside it. */
export async function newestLines(taking: Taking): Promise<ReportLine[]> {
  const { house, db, period } = taking
  const values = await db.rows<Figure>(sql`
    select * from (
      select distinct on (indicator, indicator_version, from_day, to_day) ${columns} from results.indicator_value
      where scope = ${house.pack.country.iso2} and to_day <= ${period.to}::date
      order by indicator, indicator_version, from_day, to_day, ${approvedFirst}) newest
    order by to_day desc, from_day desc`)
  const marks = await marksOf(taking)
  return taking.catalogue.indicators.map((indicator) => {
    const of = values.filter((value) => value.indicator === indicator.code && value.indicatorVersion === indicator.version)
    const current = of.find(approved) ?? of[0]
    const before = current && of.find((value) => value.toDay < current.fromDay && isAlike(value, current))
    return lineOf(taking, indicator, { current, before, own: true }, marks)
  })
}

export const linksOf = (links: readonly StrategyLink[]): ReportLink[] =>
  [...new Set(links.map(({ framework }) => framework))].map((framework) => {
    const codes = links.flatMap((link) => (link.framework === framework && link.code !== null ? [link.code] : []))
    return { framework, codes: codes.length > 0 ? codes : null }
  })

export const wholeMission: Bilingual = { pt: 'Toda a missão', en: 'The whole mission' }

export const ofArea = (lines: readonly ReportLine[], key: string) => lines.filter(({ code }) => code.split('.')[0] === key)
