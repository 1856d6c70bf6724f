/** The figures of a round place by place, summed over its cells; a part that nobody knows makes the sum unknown. One full sum per place, in SQL. */
import { sql } from 'kysely'
import type { Count } from '../../engines/count.ts'
import type { Db } from '../../kernel/index.ts'

export type PlaceFigure = {
  place: string
  pcode: string
  name: string
  /** P-code of the district that the place lies in; of the country while a site is unplaced. */
  scope: string
  outcome: string | null
  method: string | null
  sourceRound: number | null
  households: Count
  individuals: Count
  females: Count
  males: Count
}

type Sum = { [Measure in 'households' | 'individuals' | 'females' | 'males']: number | null }

const known = (value: number | null): Count => value ?? 'unknown'

/** Of one population group (displaced people unless said otherwise), as far as the reader's area goes. */
export async function placeFigures(db: Db, round: string, group = 'IDP'): Promise<PlaceFigure[]> {
  const rows = await db.rows<Omit<PlaceFigure, keyof Sum> & Sum>(sql`
    select p.id as place, p.pcode, p.name, p.scope, l.outcome, l.source_round, c.method,
      c.households, c.individuals, c.females, c.males
    from displacement.master_list_line l
    join places.place p on p.id = l.place
    join lateral (
      select max(method) as method,
        case when count(*) = count(households) then coalesce(sum(households), 0) end as households,
        case when count(*) = count(individuals) then coalesce(sum(individuals), 0) end as individuals,
        case when count(*) = count(females) then coalesce(sum(females), 0) end as females,
        case when count(*) = count(males) then coalesce(sum(males), 0) end as males,
        count(*) as cells
      from displacement.presence_cell c where c.round = l.round and c.place = l.place and c.population_group = ${group}
    ) c on c.cells > 0 or l.outcome in ('closed', 'merged', 'empty')
    where l.round = ${round}
    order by p.pcode`)
  return rows.map((row) => ({
    ...row,
    households: known(row.households),
    individuals: known(row.individuals),
    females: known(row.females),
    males: known(row.males),
  }))
}
