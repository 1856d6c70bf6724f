/**
 * What the mission knows of its strategy in a quarter: of each indicator the figure that was approved, or why there is none; what it was in the quarter before,
 * and its target. A figure that nobody approved is not in a report, however well it looks.
 */
import { sql } from 'kysely'
import { type Achievement, achievement } from '../../../engines/indicators/index.ts'
import { quarterBefore } from '../../../engines/periods.ts'
import { type Bilingual, type Db, type House, type Refused, refused } from '../../../kernel/index.ts'
import { type Indicator, readCatalogue, type UnitNames } from '../catalogue.ts'
import { standing } from '../marks.ts'
import { readStrategy, type StrategyLink } from '../strategy.ts'
import type { MarkRow, ValueRow } from '../value.ts'

export type WhyNone = 'nothing' | 'not-approved' | 'withheld' | NonNullable<ValueRow['unknown']>
export type QuarterNumber = { value: number; numerator: number | null; denominator: number | null }
export type QuarterLine = {
  code: string
  version: number
  name: Bilingual
  unit: UnitNames
  isRatio: boolean
  now: QuarterNumber | null
  why: WhyNone | null
  before: QuarterNumber | null
  method: ValueRow['method'] | null
  coverage: { expected: number; received: number } | null
  baseline: number | null
  target: { value: number; day: string; was: number | null; changedOn: string | null } | null
  reached: Achievement
  /** Of the records behind a computed figure. */
  recordsHash: string | null
}
/** `codes` null: the printed source cannot be read here, which is neither none nor zero. */
export type QuarterLink = { framework: StrategyLink['framework']; codes: string[] | null }
export type QuarterArea = { key: string; name: Bilingual; priority: Bilingual | null; links: QuarterLink[]; lines: QuarterLine[] }
export type QuarterFigures = {
  schema: 'capulana/quarter/1'
  from: string
  to: string
  country: { iso3: string; name: Bilingual }
  strategy: { version: string; citation: string }
  areas: QuarterArea[]
}

const approved = (value: ValueRow | undefined) => value !== undefined && (value.state === 'approved' || value.state === 'locked')

/** Of an indicator on protection, health, borders or demobilisation: a part so small that somebody could be known by it. */
const isTooSmall = (indicator: Indicator, { value, numerator, denominator }: QuarterNumber, minimum: number): boolean => {
  const parts = denominator === null ? [value] : [numerator!, denominator, denominator - numerator!]
  return indicator.restricted === true && parts.some((part) => part > 0 && part < minimum)
}

const numberOf = (value: ValueRow | undefined): QuarterNumber | null =>
  approved(value) && value!.value !== null ? { value: value!.value, numerator: value!.numerator, denominator: value!.denominator } : null

function whyNone(value: ValueRow | undefined): WhyNone | null {
  if (!value) return 'nothing'
  if (!approved(value)) return 'not-approved'
  return value.value === null ? (value.unknown ?? 'not-reported') : null
}

function targetOf(marks: readonly MarkRow[]): QuarterLine['target'] {
  const { target } = standing(marks)
  if (!target || target.value === null) return null
  const was = marks.find(({ id }) => id === target.replaces)
  return { value: target.value, day: target.day, was: was?.value ?? null, changedOn: was ? target.recordedAt.slice(0, 10) : null }
}

function lineOf(indicator: Indicator, unit: UnitNames, values: ValueRow[], marks: MarkRow[], from: string, minimum: number): QuarterLine {
  const of = values.filter((value) => value.indicator === indicator.code && value.indicatorVersion === indicator.version)
  const current = of.find((value) => value.fromDay === from)
  const own = marks.filter((mark) => mark.indicator === indicator.code)
  const safe = (number: QuarterNumber | null) => (number && isTooSmall(indicator, number, minimum) ? null : number)
  const found = numberOf(current)
  const now = safe(found)
  const { expected, received } = current ?? {}
  const baseline = standing(own).baseline?.value ?? null
  const target = targetOf(own)
  return {
    ...{ code: indicator.code, version: indicator.version, name: indicator.name, unit, isRatio: indicator.aggregation === 'ratio', now },
    why: found && !now ? 'withheld' : whyNone(current),
    before: safe(numberOf(of.find((value) => value.fromDay !== from))),
    method: now ? current!.method : null,
    coverage: now && typeof expected === 'number' && typeof received === 'number' ? { expected, received } : null,
    ...{ baseline, target, reached: achievement({ baseline, target: target?.value ?? null, actual: now?.value ?? null }) },
    recordsHash: now ? current!.recordsHash : null,
  }
}

const linksOf = (links: readonly StrategyLink[]): QuarterLink[] =>
  [...new Set(links.map(({ framework }) => framework))].map((framework) => {
    const codes = links.flatMap((link) => (link.framework === framework && link.code !== null ? [link.code] : []))
    return { framework, codes: codes.length > 0 ? codes : null }
  })

/** Refusals: those of the country pack's strategy and catalogue. */
export async function quarterFigures(house: House, db: Db, from: string, to: string): Promise<QuarterFigures | Refused> {
  const [strategy, catalogue] = [readStrategy(house.pack.strategy), readCatalogue(house.pack.indicators)]
  if ('code' in strategy) return refused(strategy)
  if ('code' in catalogue) return refused(catalogue)
  const before = quarterBefore(from)
  const { country } = house.pack
  // The newest approved edition where there is one; what was entered after it waits for the next report.
  const values = await db.rows<ValueRow>(sql`
    select distinct on (indicator, indicator_version, from_day) * from results.indicator_value
    where scope = ${country.iso2} and (from_day, to_day) in ((${from}::date, ${to}::date), (${before.from}::date, ${before.to}::date))
    order by indicator, indicator_version, from_day, state in ('approved', 'locked') desc, edition desc`)
  const marks = await db.rows<MarkRow>(sql`select * from results.indicator_mark where scope = ${country.iso2} order by recorded_at, id`)
  const linesOf = (key: string) =>
    catalogue.indicators
      .filter(({ code }) => code.split('.')[0] === key)
      .map((indicator) => lineOf(indicator, catalogue.units[indicator.unit]!, values, marks, from, house.pack.thresholds.disclosureMinimum))
  const areas = strategy.areas.map(({ number, name, priority, links }) => ({
    ...{ key: String(number), name, priority: strategy.priorities.find((each) => each.number === priority)!.name },
    ...{ links: linksOf(links), lines: linesOf(String(number)) },
  }))
  const whole = { key: 'X', name: { pt: 'Toda a missão', en: 'The whole mission' }, priority: null, links: [], lines: linesOf('X') }
  return {
    schema: 'capulana/quarter/1',
    ...{ from, to, country: { iso3: country.iso3, name: country.names }, strategy: { version: strategy.version, citation: strategy.citation } },
    areas: [...areas, whole],
  }
}

export type QuarterCounts = { defined: number; known: number; waiting: number; unknown: number; nothing: number }

/** Every indicator is in one of the four. */
export function countsOf(areas: readonly QuarterArea[]): QuarterCounts {
  const lines = areas.flatMap((area) => area.lines)
  const count = (is: (line: QuarterLine) => boolean) => lines.filter(is).length
  const known = count(({ now, why }) => now !== null || why === 'withheld')
  const [waiting, nothing] = [count(({ why }) => why === 'not-approved'), count(({ why }) => why === 'nothing')]
  return { defined: lines.length, known, waiting, nothing, unknown: lines.length - known - waiting - nothing }
}
