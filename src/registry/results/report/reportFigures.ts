/**
 * What a report of the strategy holds once its figures are frozen, whatever its kind: parts with a line for each figure, and with what was planned, done or learned. A
 * figure that nobody approved is not in a report, however well it looks (specification: results, sections 3 and 6).
 */
import type { Achievement } from '../../../engines/indicators/index.ts'
import type { Bilingual } from '../../../kernel/index.ts'
import type { UnitNames } from '../catalogue.ts'
import type { StrategyLink } from '../strategy.ts'
import type { ValueRow } from '../value.ts'

export const reportKinds = ['quarter', 'month', 'donor', 'focus_area', 'profile'] as const
export type ReportKind = (typeof reportKinds)[number]

export type WhyNone = 'nothing' | 'not-approved' | 'withheld' | NonNullable<ValueRow['unknown']>
export type ReportNumber = { value: number; numerator: number | null; denominator: number | null }
export type ReportLine = {
  code: string
  version: number
  name: Bilingual
  unit: UnitNames
  isRatio: boolean
  now: ReportNumber | null
  why: WhyNone | null
  before: ReportNumber | null
  method: ValueRow['method'] | null
  coverage: { expected: number; received: number } | null
  baseline: number | null
  target: { value: number; day: string; was: number | null; changedOn: string | null } | null
  reached: Achievement
  /** Of the records behind a computed figure. */
  recordsHash: string | null
  /** The days that it speaks for, where they are not those of the report. */
  of?: { from: string; to: string }
  /** Of a figure that is no indicator of the catalogue: where it can be read. Such a line shows no code. */
  source?: Bilingual
  /** Money has cents. */
  decimals?: number
}
/** `codes` null: the printed source cannot be read here, which is neither none nor zero. */
export type ReportLink = { framework: StrategyLink['framework']; codes: string[] | null }
/** What is told in words beside the figures: an activity, a key result, a lesson. */
export type ReportEntry = { title: Bilingual; state?: Bilingual; details: Bilingual[] }
export type ReportPart = { key: string; name: Bilingual; priority: Bilingual | null; links: ReportLink[]; lines: ReportLine[]; entries?: ReportEntry[] }
export type ReportFigures = {
  /** Quarters were frozen under a name of their own before there were other kinds. */
  schema: 'capulana/quarter/1' | 'capulana/report/1'
  kind?: ReportKind
  /** The project or the focus area that the report is about. */
  about?: Bilingual
  /** Indicators that are left out, since nobody ever approved a figure of them. */
  silent?: number
  from: string
  to: string
  country: { iso3: string; name: Bilingual }
  strategy: { version: string; citation: string }
  /** Of a report on the whole strategy its areas, in their order; of any other its parts. */
  areas: ReportPart[]
}

export const kindOf = ({ kind = 'quarter' }: Pick<ReportFigures, 'kind'>): ReportKind => kind

export type ReportCounts = { defined: number; known: number; waiting: number; unknown: number; nothing: number }

/** Every figure is in one of the four. */
export function countsOf(areas: readonly ReportPart[]): ReportCounts {
  const lines = areas.flatMap((area) => area.lines)
  const count = (is: (line: ReportLine) => boolean) => lines.filter(is).length
  const known = count(({ now, why }) => now !== null || why === 'withheld')
  const [waiting, nothing] = [count(({ why }) => why === 'not-approved'), count(({ why }) => why === 'nothing')]
  return { defined: lines.length, known, waiting, nothing, unknown: lines.length - known - waiting - nothing }
}

/** Parts of a report, and how many of them have a figure or something to tell. */
export const filledParts = (parts: readonly ReportPart[]) => ({
  parts: parts.length,
  filled: parts.filter(({ lines, entries = [] }) => lines.length + entries.length > 0).length,
})
