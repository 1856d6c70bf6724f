/**
 * Trained people in the results framework: different people with a certificate of the period (3.3, 6.3, 9.3), or with a post-test (13.3). Somebody who was certified in
 * three courses of the area is one person.
 */
import { sql } from 'kysely'
import { partsOf, sexPart } from '../../../engines/indicators/index.ts'
import type { Db, FigureAsked, IndicatorSource } from '../../../kernel/index.ts'

type Taken = { id: string; learner: string; sex: string | null; unit: string | null; counts: boolean }

const ofArea = (db: Db, { from, to, place }: FigureAsked, about: { focusArea: number; counts: ReturnType<typeof sql>; audience?: string }) =>
  db.rows<Taken>(sql`
    select p.id, p.learner, l.sex, l.unit, ${about.counts} as counts
    from coordination.participation p join coordination.training_session s on s.id = p.session join coordination.curriculum c on c.id = s.curriculum
    join coordination.learner l on l.id = p.learner
    where c.focus_area = ${about.focusArea} and (${about.audience ?? null}::text is null or l.audience = ${about.audience ?? null})
      and starts_with(s.scope, ${place}) and (${about.counts} or s.to_day between ${from}::date and ${to}::date)
    order by p.id`)

/** Expected are those who took part in the period; received those of them who count. Of the police the unit alone is told (specification, 8). */
function figure(taken: readonly Taken[], by: 'sex' | 'unit') {
  const counted = taken.filter(({ counts }) => counts)
  const people = [...new Map(counted.map((one) => [one.learner, one])).values()]
  return {
    ...{ value: people.length, expected: new Set(taken.map(({ learner }) => learner)).size, received: people.length },
    breakdowns: [
      partsOf(
        by,
        people.map(({ sex, unit }) => (by === 'sex' ? sexPart(sex) : unit)),
      ),
    ],
    records: [{ record: 'coordination.participation', ids: counted.map(({ id }) => id) }],
  }
}

const certifiedIn = (code: string, focusArea: number, audience?: string): IndicatorSource => ({
  code,
  compute: async (db, asked) =>
    figure(
      await ofArea(db, asked, { focusArea, audience, counts: sql`coalesce(p.issued_on between ${asked.from}::date and ${asked.to}::date, false)` }),
      audience === 'police' ? 'unit' : 'sex',
    ),
})

const testedIn = (code: string, focusArea: number): IndicatorSource => ({
  code,
  compute: async (db, asked) =>
    figure(
      await ofArea(db, asked, { focusArea, counts: sql`(p.post_score is not null and s.to_day between ${asked.from}::date and ${asked.to}::date)` }),
      'sex',
    ),
})

export const learningIndicators: readonly IndicatorSource[] = [
  certifiedIn('3.3', 3, 'border'),
  certifiedIn('6.3', 6),
  certifiedIn('9.3', 9, 'police'),
  testedIn('13.3', 13),
]
