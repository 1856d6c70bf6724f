/** The figures of a report, by its kind; and which days each kind speaks of. */
import { lastDay, quarterOf, startOf } from '../../../engines/periods.ts'
import { type Db, type House, isRefused, type Refused } from '../../../kernel/index.ts'
import { donorFigures } from './kinds/donor.ts'
import { areaFigures } from './kinds/focusArea.ts'
import { monthFigures } from './kinds/month.ts'
import { profileFigures } from './kinds/profile.ts'
import { quarterFigures } from './kinds/quarter.ts'
import type { ReportFigures, ReportKind } from './reportFigures.ts'
import type { ReportRow } from './strategyReport.ts'
import { beginTaking } from './takeLines.ts'

const yearOf = (day: string) => ({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` })

/** A donor's report runs between two days that the agreement names; of the others the calendar decides. */
export function periodOf(kind: ReportKind, day: string, from?: string): { from: string; to: string } {
  if (kind === 'quarter') return quarterOf(day)
  if (kind === 'month') return { from: startOf('month', day), to: lastDay('month', startOf('month', day)) }
  return kind === 'donor' ? { from: from ?? yearOf(day).from, to: day } : yearOf(day)
}

export async function takeFigures(house: House, db: Db, { kind, subject, fromDay, toDay }: ReportRow, today: string): Promise<ReportFigures | Refused> {
  const taking = beginTaking(house, db, { from: fromDay, to: toDay })
  if (isRefused(taking)) return taking
  if (kind === 'quarter') return quarterFigures(taking)
  if (kind === 'month') return monthFigures(taking)
  if (kind === 'donor') return donorFigures(taking, subject, today)
  return kind === 'focus_area' ? areaFigures(taking, subject, today) : profileFigures(taking)
}
