/**
 * The displacement figures of the results framework, worked out of rounds, publications and observation sessions. Strategy: focus area 15, key results 1 to 3
 * (specification: results, section 5.1, codes 15.1 to 15.3).
 */
import { sql } from 'kysely'
import type { Db, FigureAsked, IndicatorSource } from '../../kernel/index.ts'

/** First editions published in the period: a correction is the same round. Demonstration rounds are nobody's result. */
const publishedIn = (db: Db, { from, to, place }: FigureAsked) =>
  db.rows<{ id: string; endorsed: boolean; days: number | null }>(sql`
    select r.id,
      exists (select 1 from displacement.endorsement e where e.round = r.id and e.decision in ('endorsed', 'endorsed_with_reservations')) as endorsed,
      p.published_at::date - r.collected_to as days
    from displacement.round r
    join displacement.operation o on o.id = r.operation and not o.demonstration
    join lateral (select min(published_at) as published_at from kernel.product p where p.slug = r.slug) p on p.published_at is not null
    where r.edition = 1 and r.state in ('published', 'superseded') and starts_with(r.scope, ${place})
      and p.published_at::date between ${from}::date and ${to}::date
    order by r.id`)

const ofRounds = (rounds: { id: string }[]) => [{ record: 'displacement.round', ids: rounds.map(({ id }) => id) }]

const endorsedRounds: IndicatorSource = {
  code: '15.1',
  async compute(db, asked) {
    const rounds = await publishedIn(db, asked)
    const endorsed = rounds.filter((round) => round.endorsed)
    return { value: endorsed.length, expected: rounds.length, received: rounds.length, records: ofRounds(endorsed) }
  },
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const daysToPublication: IndicatorSource = {
  code: '15.2',
  async compute(db, asked) {
    const rounds = await publishedIn(db, asked)
    const dated = rounds.filter(({ days }) => days !== null)
    const coverage = { expected: rounds.length, received: dated.length, records: ofRounds(dated) }
    return dated.length === 0 ? { value: null, unknown: 'no-records', ...coverage } : { value: median(dated.map(({ days }) => days!)), ...coverage }
  },
}

const pointsObserved: IndicatorSource = {
  code: '15.3',
  async compute(db, { from, to, place }) {
    const points = await db.rows<{ id: string; sessions: string[] }>(sql`
      select p.id, coalesce(array_agg(s.id order by s.id) filter (where s.id is not null), '{}') as sessions
      from displacement.flow_point p
      left join displacement.observation_session s on s.point = p.id and s.day between ${from}::date and ${to}::date
      where starts_with(p.scope, ${place}) and coalesce(p.opened_on, '-infinity') <= ${to}::date and coalesce(p.closed_on, 'infinity') >= ${from}::date
      group by p.id order by p.id`)
    const observed = points.filter(({ sessions }) => sessions.length > 0)
    const records = [
      { record: 'displacement.flow_point', ids: points.map(({ id }) => id) },
      { record: 'displacement.observation_session', ids: points.flatMap(({ sessions }) => sessions) },
    ]
    const parts = { numerator: observed.length, denominator: points.length, expected: points.length, received: observed.length, records }
    return points.length === 0 ? { value: null, unknown: 'denominator-unknown', ...parts } : { value: observed.length / points.length, ...parts }
  },
}

export const displacementIndicators: readonly IndicatorSource[] = [endorsedRounds, daysToPublication, pointsObserved]
