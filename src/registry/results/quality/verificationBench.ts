/**
 * The Monday list of monitoring: figures that wait for a second pair of eyes, those that moved oddly since the period before, indicators about which there is
 * silence, and those whose data nobody has checked or that were marked low (specification: results, sections 1 and 6).
 */
import { sql } from 'kysely'
import { isInDate } from '../../../engines/indicators/index.ts'
import type { Bilingual, Db } from '../../../kernel/index.ts'
import type { IndicatorCatalogue } from '../catalogue.ts'
import type { ValueRow } from '../value.ts'
import { type Difference, differences } from './differences.ts'
import { lowestMark, type QualityCheckRow } from './qualityCheck.ts'

type Shown = Pick<
  ValueRow,
  'id' | 'indicator' | 'scope' | 'fromDay' | 'toDay' | 'edition' | 'value' | 'unknown' | 'state' | 'method' | 'numerator' | 'denominator' | 'recordedBy'
>
export type Waiting = Shown & { before: number | null; moved: number | null; odd: boolean; mine: boolean }
export type Silent = { indicator: string; lastDay: string | null; responsible: string | null }
export type Checked = { indicator: string; day: string | null; lowest: number | null; of: string[]; sampleSize: number | null; sampleAgreed: number | null }
/** A visit that was not made yet, and whose day is near or past. */
export type VisitDue = { id: string; title: string; due: string; overdue: boolean; activityName: Bilingual | null }
export type Bench = { waiting: Waiting[]; visits: VisitDue[]; differences: Difference[]; silent: Silent[]; checks: Checked[]; oddPercent: number }

/** The share of the figure before by which a figure moved; null where one of both is unknown or there was nothing before. */
function moved(value: number | null, before: number | null): number | null {
  if (value === null || before === null || before === 0) return null
  return (value - before) / Math.abs(before)
}

/** Each figure that nobody approved yet, with the latest known figure of an earlier period of the same place beside it; the newest edition alone. */
const waitingFigures = (db: Db) =>
  db.rows<Shown & { before: number | null }>(sql`
    select v.id, v.indicator, v.scope, v.from_day, v.to_day, v.edition, v.value, v.unknown, v.state, v.method, v.numerator, v.denominator, v.recorded_by,
      (select b.value from results.indicator_value b
        where b.indicator = v.indicator and b.indicator_version = v.indicator_version and b.scope = v.scope and b.to_day < v.from_day and b.value is not null
        order by b.to_day desc, b.edition desc limit 1) as before
    from results.indicator_value v
    where v.state in ('computed', 'entered', 'verified') and not exists (
      select 1 from results.indicator_value n where n.indicator = v.indicator and n.indicator_version = v.indicator_version and n.scope = v.scope
        and n.from_day = v.from_day and n.to_day = v.to_day and n.edition > v.edition)
    order by v.to_day desc, v.indicator, v.scope limit 500`)

const visitsDue = (db: Db, today: string) =>
  db.rows<VisitDue>(sql`
    select v.id, v.title, v.due, v.due < ${today}::date as overdue, a.name as activity_name
    from results.monitoring_visit v left join results.planned_activity a on a.id = v.activity
    where v.done_on is null and v.due <= ${today}::date + 14 order by v.due, v.title limit 100`)

export async function verificationBench(db: Db, { indicators }: IndicatorCatalogue, country: string, oddShare: number, today: string): Promise<Bench> {
  const figures = await waitingFigures(db)
  const waiting = figures.map((figure): Waiting => {
    const share = moved(figure.value, figure.before)
    return { ...figure, moved: share, odd: share !== null && Math.abs(share) > oddShare, mine: figure.recordedBy === db.actor.userId }
  })
  const last = await db.rows<{ indicator: string; toDay: string }>(sql`
    select indicator, max(to_day) as to_day from results.indicator_value where scope = ${country} and value is not null group by indicator`)
  const plans = await db.rows<{ indicator: string; responsible: string }>(sql`select indicator, responsible from results.monitoring_plan`)
  const checks = await db.rows<QualityCheckRow>(sql`
    select distinct on (indicator) * from results.quality_check order by indicator, day desc, recorded_at desc`)
  const silent = indicators.flatMap(({ code, frequency }): Silent[] => {
    const lastDay = last.find(({ indicator }) => indicator === code)?.toDay ?? null
    if (lastDay !== null && isInDate(lastDay, frequency, today)) return []
    return [{ indicator: code, lastDay, responsible: plans.find(({ indicator }) => indicator === code)?.responsible ?? null }]
  })
  const checked = indicators.map(({ code }): Checked => {
    const check = checks.find(({ indicator }) => indicator === code)
    const lowest = check ? lowestMark(check) : null
    return {
      ...{ indicator: code, day: check?.day ?? null, lowest: lowest?.mark ?? null, of: lowest?.of ?? [] },
      ...{ sampleSize: check?.sampleSize ?? null, sampleAgreed: check?.sampleAgreed ?? null },
    }
  })
  // What moved oddly first: it is what an error looks like.
  return {
    waiting: waiting.toSorted((a, b) => Number(b.odd) - Number(a.odd)),
    differences: await differences(db),
    visits: await visitsDue(db, today),
    silent,
    checks: checked,
    oddPercent: oddShare * 100,
  }
}
