/**
 * What the public learns of trainings: how many different people got a certificate, for each course and year that is over, so that no answer changes by one person from
 * one day to the next. Small counts are withheld; the sexes stand there only where both are large enough; border and police officers are sums by unit and nothing else.
 */
import { sql } from 'kysely'
import type { Count } from '../../../engines/count.ts'
import type { Db } from '../../../kernel/index.ts'
import { byUnitOnly } from './learning.ts'

type Cell = { year: number; code: string; topic: { pt: string; en: string }; people: number; women: number; men: number }
type UnitCell = { year: number; audience: string; unit: string | null; people: number }

export type PublicTrainings = {
  courses: { year: number; code: string; topic: { pt: string; en: string }; people: Count; women: Count; men: Count }[]
  units: { year: number; audience: string; unit: string | null; people: Count }[]
}

const certified = sql`
  coordination.participation p join coordination.learner l on l.id = p.learner join coordination.training_session s on s.id = p.session
  join coordination.curriculum c on c.id = s.curriculum`

/** As the house: nobody reads single people here. */
export async function publicTrainings(db: Db, minimum: number, thisYear: number): Promise<PublicTrainings> {
  const past = sql`p.certificate is not null and extract(year from p.issued_on) < ${thisYear}::int`
  const cells = await db.rows<Cell>(sql`
    select extract(year from p.issued_on)::int as year, c.code, (array_agg(c.topic order by c.edition desc))[1] as topic, count(distinct p.learner)::int as people,
      count(distinct p.learner) filter (where l.sex = 'f')::int as women, count(distinct p.learner) filter (where l.sex = 'm')::int as men
    from ${certified} where ${past} and l.audience <> all (${byUnitOnly as string[]}::text[]) group by 1, 2 order by 1, 2`)
  const units = await db.rows<UnitCell>(sql`
    select extract(year from p.issued_on)::int as year, l.audience, l.unit, count(distinct p.learner)::int as people
    from ${certified} where ${past} and l.audience = any (${byUnitOnly as string[]}::text[]) group by 1, 2, 3 order by 1, 2, 3`)
  const shown = (people: number): Count => (people < minimum ? 'withheld' : people)
  return {
    courses: cells.map(({ women, men, people, ...cell }) => {
      // One small part would follow from the total and the other part.
      const both = [women, men, people - women - men].every((part, at) => part >= minimum || (at === 2 && part === 0))
      return { ...cell, people: shown(people), women: both ? women : 'withheld', men: both ? men : 'withheld' }
    }),
    units: units.map((cell) => ({ ...cell, people: shown(cell.people) })),
  }
}
