/** The rounds at a glance, for lists and scripts. */
import { sql } from 'kysely'
import { type Actor, type House, read } from '../../kernel/index.ts'

export type RoundLine = {
  id: string
  operation: string
  country: string
  assessmentType: string
  number: number
  edition: number
  state: string
  from: string | null
  to: string | null
  reportingDate: string | null
  places: number
  households: number | null
  individuals: number | null
  slug: string | null
  demonstration: boolean
}

/** Sums are null where a part is unknown: unknown is not zero. */
export const listRounds = (house: House, actor: Actor): Promise<RoundLine[]> =>
  read(house.doors, actor, (db) =>
    db.rows<RoundLine>(sql`
      select r.id, o.name as operation, o.country_iso3 as country, r.assessment_type, r.number, r.edition, r.state, r.collected_from as "from", r.collected_to as "to", r.reporting_date,
        (select count(*) from displacement.master_list_line l where l.round = r.id) as places,
        c.households, c.individuals, r.slug, o.demonstration
      from displacement.round r join displacement.operation o on o.id = r.operation
      left join lateral (
        select case when count(*) = count(households) then sum(households) end as households, case when count(*) = count(individuals) then sum(individuals) end as individuals
        from displacement.presence_cell c where c.round = r.id and c.population_group = 'IDP') c on true
      order by o.name, r.assessment_type, r.number, r.edition`),
  )
