/** Beginning a report: once for each kind, subject and days; after it was published, as the next edition with what changes. */
import { sql } from 'kysely'
import { audit, type Bilingual, type Db, type House, insertRow, isId, isRefused, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { readStrategy } from '../strategy.ts'
import type { ReportKind } from './reportFigures.ts'
import { type ReportRow, StrategyReport } from './strategyReport.ts'
import { periodOf } from './takeFigures.ts'

export type ReportAsked = { kind: ReportKind; day: string; from?: string; subject?: string; changeNote?: Bilingual }

/** A project by its id, a focus area by its number; every other kind is about the whole country. */
async function subjectOf(house: House, db: Db, { kind, subject = '' }: ReportAsked): Promise<string | null | Refused> {
  if (kind === 'donor') {
    const known = isId(subject) && (await db.one(sql`select 1 from results.project where id = ${subject}`))
    return known ? subject : refused(refuse('report.no-such-subject'))
  }
  if (kind !== 'focus_area') return null
  const strategy = readStrategy(house.pack.strategy)
  if ('code' in strategy) return refused(strategy)
  return strategy.areas.some(({ number }) => String(number) === subject) ? subject : refused(refuse('report.no-such-subject'))
}

export async function beginReport(house: House, db: Db, asked: ReportAsked): Promise<ReportRow | Refused> {
  const { kind, day, changeNote } = asked
  const { from, to } = periodOf(kind, day, asked.from)
  if (to < from) return refused(refuse('results.end-before-start', { from, to }))
  const subject = await subjectOf(house, db, asked)
  if (isRefused(subject)) return subject
  const [last] = await db.rows<ReportRow>(sql`
    select * from results.strategy_report
    where kind = ${kind} and subject is not distinct from ${subject} and from_day = ${from} and to_day = ${to} order by edition desc limit 1`)
  if (last && last.state !== 'published') return refused(refuse('report.begun-already', { from, to }))
  if (last && !changeNote) return refused(refuse('report.published-already', { from, to }))
  const values = { kind, subject, fromDay: from, toDay: to, edition: (last?.edition ?? 0) + 1, state: 'draft' as const, changeNote: changeNote ?? null }
  const report = await insertRow(db, StrategyReport, { scope: house.pack.country.pcode, ...values })
  await audit(db, 'results.begin-report', StrategyReport.name, report.id, { kind, from })
  return report
}
