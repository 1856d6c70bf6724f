/** Figures that the domains bring, as lines of a report. */
import type { BroughtFigure, House, ProfileSection } from '../../../../kernel/index.ts'
import type { ReportLine, ReportNumber } from '../reportFigures.ts'

const whole = (value: number | null): ReportNumber | null => (value === null ? null : { value, numerator: null, denominator: null })

export const countedLine = ({ code, name, unit, value, before, from, to, source }: BroughtFigure): ReportLine => ({
  ...{ code, version: 1, name, unit, isRatio: false, now: whole(value), why: value === null ? 'withheld' : null, before: whole(before) },
  ...{ method: null, coverage: null, baseline: null, target: null, reached: { undefined: 'baseline-unknown' }, recordsHash: null },
  ...{ of: { from, to }, source },
})

/** What every domain has to say, by the section of the profile that it belongs to. */
export async function broughtLines(house: House, period: { from: string; to: string }): Promise<{ section: ProfileSection; lines: ReportLine[] }[]> {
  const brought: { section: ProfileSection; lines: ReportLine[] }[] = []
  for (const { section, read } of house.domains.flatMap(({ reportSources = [] }) => reportSources))
    brought.push({ section, lines: (await read(house, period)).map(countedLine) })
  return brought
}
