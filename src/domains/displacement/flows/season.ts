/**
 * What the time of the year does to a flow: months or weeks above and below the usual, from the passages per hour watched, so that more watching does not look like more
 * people. Told only from two whole years, and says from how many. Strategy: focus area 15, activity B.
 */
import { sql } from 'kysely'
import { seasonality } from '../../../engines/flows/index.ts'
import type { Db } from '../../../kernel/index.ts'

/** Month or ISO week of the year, and its level in percent of the usual. */
export type SeasonTime = { time: number; percent: number }
export type Season =
  | { state: 'shown'; period: 12 | 52; years: number; known: number; steps: number; times: SeasonTime[] }
  | { state: 'not-yet'; period: 12 | 52; known: number; steps: number; needed: number }
  /** Long enough, but of some time of the year nobody watched enough around it to tell. */
  | { state: 'gaps'; period: 12 | 52; known: number; steps: number }
  /** A month or week with a handful of people: what was seen then could be worked out. */
  | { state: 'withheld'; period: 12 | 52 }

export type Step = { year: number; time: number; people: number; minutes: number }

/** ISO week 53 is short of a year of its own: it belongs to week 52. */
const stepsSeen = (db: Db, kind: 'week' | 'month', to: string, summed: readonly string[]): Promise<Step[]> => {
  const [year, time] =
    kind === 'month'
      ? [sql`extract(year from s.day)`, sql`extract(month from s.day)`]
      : [sql`extract(isoyear from s.day)`, sql`least(extract(week from s.day), 52)`]
  return db.rows<Step>(sql`
    select ${year}::int as year, ${time}::int as time, sum(s.observed_minutes)::int as minutes,
      coalesce(sum((select sum(g.individuals) from displacement.flow_group g where g.session = s.id)), 0)::int as people
    from displacement.observation_session s join displacement.flow_point p on p.id = s.point
    where s.day <= ${to} and p.code = any (${[...summed]}::text[]) group by 1, 2 order by 1, 2`)
}

export function seasonFrom(seen: readonly Step[], period: 12 | 52, last: Pick<Step, 'year' | 'time'>): Season {
  const place = ({ year, time }: Pick<Step, 'year' | 'time'>) => year * period + time - 1
  const [first] = seen
  if (!first) return { state: 'not-yet', period, known: 0, steps: 0, needed: 2 * period }
  const steps = place(last) - place(first) + 1
  const series: (number | null)[] = Array.from({ length: steps }, () => null)
  for (const step of seen) if (step.minutes > 0 && place(step) <= place(last)) series[place(step) - place(first)] = step.people / (step.minutes / 60)
  const known = series.filter((value) => value !== null).length
  const found = seasonality(series, period, 'multiplicative')
  if ('code' in found && found.code === 'flow.season-never-seen') return { state: 'gaps', period, known, steps }
  if ('code' in found) return { state: 'not-yet', period, known, steps, needed: 2 * period }
  const times = found.seasonal.map((level, i) => ({ time: ((first.time - 1 + i) % period) + 1, percent: Math.round(100 * level) }))
  return { state: 'shown', period, years: Math.floor(steps / period), known, steps, times: times.sort((a, b) => a.time - b.time) }
}

/** `minimum`: for the public, nothing is told where a month or week saw fewer people than that; null for the office. */
export async function seasonOf(db: Db, kind: 'week' | 'month', to: string, summed: readonly string[], minimum: number | null): Promise<Season> {
  const [seen, period] = [await stepsSeen(db, kind, to, summed), kind === 'month' ? (12 as const) : (52 as const)]
  const season = seasonFrom(seen, period, (await timeOf(db, kind, to))!)
  const isSmall = minimum !== null && seen.some(({ people }) => people > 0 && people < minimum)
  return isSmall && season.state === 'shown' ? { state: 'withheld', period } : season
}

const timeOf = (db: Db, kind: 'week' | 'month', day: string) =>
  db.one<Pick<Step, 'year' | 'time'>>(
    kind === 'month'
      ? sql`select extract(year from ${day}::date)::int as year, extract(month from ${day}::date)::int as time`
      : sql`select extract(isoyear from ${day}::date)::int as year, least(extract(week from ${day}::date), 52)::int as time`,
  )
