/**
 * The checks of a round, run anew whenever somebody asks: what they find is kept with the decision that a person wrote beside it; what no longer applies goes,
 * unless it was decided on. Errors block the review, warnings ask for a note. Thresholds are the country pack's.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

export type CheckLimits = { smallestHousehold: number; largestHousehold: number; copiedShare: number; copiedRows: number; sameFigureRounds: number }
const usualLimits: CheckLimits = { smallestHousehold: 1.5, largestHousehold: 10, copiedShare: 0.8, copiedRows: 10, sameFigureRounds: 3 }

type Check = (round: string, limits: CheckLimits) => RawBuilder<unknown>

/** Sums of each place in this round, made once; every check reads from here. */
const sums = (round: string) => sql`
  select p.id as place, p.scope, p.name, p.kind, sum(c.households) as households, sum(c.individuals) as individuals, sum(c.females) as females, sum(c.males) as males,
    bool_or(c.individuals is null) as unknown, bool_and(c.method = 'carried') as carried
  from displacement.presence_cell c join places.place p on p.id = c.place where c.round = ${round} and c.population_group = 'IDP' group by p.id`

/** Each gives rows of: scope, place, code, severity, key, facts. */
const checks: Check[] = [
  () => sql`
    select s.scope, s.place, 'round.individuals-below-households' as code, 'error' as severity, s.place::text as key,
      jsonb_build_object('name', s.name, 'households', s.households, 'individuals', s.individuals) as facts
    from sums s where s.individuals < s.households`,
  (_round, { smallestHousehold, largestHousehold }) => sql`
    select s.scope, s.place, 'round.household-size-unusual', 'warning', s.place::text,
      jsonb_build_object('name', s.name, 'households', s.households, 'individuals', s.individuals, 'size', round(s.individuals::numeric / s.households, 2), 'from', ${smallestHousehold}::numeric, 'to', ${largestHousehold}::numeric)
    from sums s
    where s.households > 0 and s.individuals >= s.households and (s.individuals::numeric / s.households < ${smallestHousehold}::numeric or s.individuals::numeric / s.households > ${largestHousehold}::numeric)`,
  (round, { copiedShare, copiedRows }) => sql`
    select r.scope, null::uuid, 'round.column-copied', 'error', 'round', jsonb_build_object('rows', n, 'same', same)
    from displacement.round r,
      (select count(*) as n, count(*) filter (where households = individuals) as same from sums s where households > 0 and individuals is not null) counted
    where r.id = ${round} and n >= ${copiedRows}::int and same >= ${copiedShare}::numeric * n`,
  () => sql`
    select s.scope, s.place, 'round.sexes-differ', 'error', s.place::text,
      jsonb_build_object('name', s.name, 'females', s.females, 'males', s.males, 'individuals', s.individuals)
    from sums s where s.females + s.males <> s.individuals`,
  (round) => sql`
    select s.scope, s.place, 'round.ages-exceed', 'warning', s.place::text, jsonb_build_object('name', s.name, 'counted', a.counted, 'individuals', s.individuals)
    from sums s join (select place, sum(individuals) as counted from displacement.age_count where round = ${round} group by place) a on a.place = s.place
    where a.counted > s.individuals`,
  () => sql`
    select s.scope, s.place, 'round.figure-unknown', 'warning', s.place::text, jsonb_build_object('name', s.name) from sums s where s.unknown`,
  () => sql`
    select s.scope, s.place, 'round.unplaced', 'error', s.place::text, jsonb_build_object('name', s.name)
    from sums s join places.place p on p.id = s.place where p.kind in ('site', 'locality') and p.parent is null`,
  (round) => sql`
    select p.scope, p.id, 'round.assessed-without-figure', 'error', p.id::text, jsonb_build_object('name', p.name)
    from displacement.master_list_line l join places.place p on p.id = l.place
    where l.round = ${round} and l.outcome in ('assessed', 'carried_forward') and not exists (select 1 from displacement.presence_cell c where c.round = l.round and c.place = l.place)`,
  (round, { sameFigureRounds }) => sql`
    select s.scope, s.place, 'round.same-figure', 'warning', s.place::text, jsonb_build_object('name', s.name, 'individuals', s.individuals, 'rounds', ${sameFigureRounds}::int)
    from sums s
    where s.individuals > 0 and not s.carried and ${sameFigureRounds}::int - 1 = (
      select count(*) from (
        select sum(c.individuals) as individuals from displacement.presence_cell c
        join displacement.round earlier on earlier.id = c.round join displacement.round now on now.id = ${round}
        where c.place = s.place and c.population_group = 'IDP' and earlier.operation = now.operation and earlier.assessment_type = now.assessment_type and earlier.number < now.number
          and earlier.state in ('endorsed', 'published')
        group by earlier.number order by earlier.number desc limit ${sameFigureRounds}::int - 1
      ) before where before.individuals = s.individuals)`,
]

/** Gives how many findings stand open. */
export async function checkRound(db: Db, round: string, limits: CheckLimits = usualLimits): Promise<number> {
  const found = sql.join(
    checks.map((check) => sql`(${check(round, limits)})`),
    sql` union all `,
  )
  // One statement, so that the sums are made and the findings sought once: after an import of a hundred rounds this is most of the work.
  await db.run(sql`
    with sums as materialized (${sums(round)}), found as materialized (${found}), gone as (
      delete from displacement.finding f where f.round = ${round} and f.disposition is null
        and not exists (select 1 from found where found.code = f.code and found.key = f.key)
    )
    insert into displacement.finding (scope, round, place, code, severity, key, facts)
    select found.scope, ${round}, found.place, found.code, found.severity, found.key, found.facts from found
    on conflict (round, code, key) do update set facts = excluded.facts,
      -- A decision was about the figures of then: when they changed, it is asked again.
      disposition = case when displacement.finding.facts = excluded.facts then displacement.finding.disposition end,
      note = case when displacement.finding.facts = excluded.facts then displacement.finding.note end,
      decided_by = case when displacement.finding.facts = excluded.facts then displacement.finding.decided_by end`)
  const open = await db.one<{ n: number }>(
    sql`select count(*) as n from displacement.finding where round = ${round} and severity in ('error', 'warning') and disposition is null`,
  )
  return open!.n
}
