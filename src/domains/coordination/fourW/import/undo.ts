/** Takes a 4W import back: what it changed says again what it said before, and what it wrote is gone. Refused where somebody has answered for its rows since. */
import { sql } from 'kysely'
import { type Db, type Refused, refuse, refused } from '../../../../kernel/index.ts'

export async function undoFourW(importId: string, db: Db): Promise<{ removed: number } | Refused> {
  const answered = await db.one<{ n: number }>(sql`
    select count(distinct k.activity) as n from coordination.activity_change k
    where k.import_id is distinct from ${importId} and (exists (select 1 from coordination.activity a where a.id = k.activity and a.import_id = ${importId})
      or exists (select 1 from coordination.activity_change mine where mine.import_id = ${importId} and mine.activity = k.activity and mine.recorded_at < k.recorded_at))`)
  const spoken = await db.one<{ n: number }>(sql`
    select count(*)::int as n from coordination.activity a where a.import_id = ${importId}
      and exists (select 1 from coordination.same_work_answer s where a.id in (s.first, s.second))`)
  if (spoken!.n > 0) return refused(refuse('coordination.undo-answered', { n: spoken!.n }))
  if (answered!.n > 0) return refused(refuse('coordination.undo-answered', { n: answered!.n }))
  await db.run(sql`
    update coordination.activity a set scope = b.scope, version = b.version, implementer = b.implementer, funder = b.funder, sector = b.sector, activity_type = b.activity_type,
      description = b.description, modality = b.modality, event = b.event, project_code = b.project_code, place = b.place, place_unsure = b.place_unsure,
      location = b.location, from_day = b.from_day, to_day = b.to_day, status = b.status, last_confirmed = b.last_confirmed, content = b.content,
      reached_people = b.reached_people, reached_households = b.reached_households, reached_facilities = b.reached_facilities, reached_items = b.reached_items,
      reached_women = b.reached_women, reached_men = b.reached_men, reached_girls = b.reached_girls, reached_boys = b.reached_boys,
      targeted_people = b.targeted_people, targeted_households = b.targeted_households, reach_kind = b.reach_kind, disjoint_with = b.disjoint_with,
      reach_known_by = b.reach_known_by
    from coordination.activity_change k, jsonb_populate_record(null::coordination.activity, k.before -> 'activity') b
    where k.import_id = ${importId} and a.id = k.activity and jsonb_exists(k.before, 'activity')`)
  let removed = await db.run(sql`
    delete from coordination.activity_comment where import_id = ${importId}
      and activity in (select id from coordination.activity where import_id = ${importId} union select activity from coordination.activity_change where import_id = ${importId})`)
  for (const table of ['coordination.activity_change', 'coordination.activity'])
    removed += await db.run(sql`delete from ${sql.raw(table)} where import_id = ${importId}`)
  await db.run(sql`delete from places.alias where import_id = ${importId}`)
  await db.run(sql`delete from organisations.alias where import_id = ${importId}`)
  // An organisation that somebody has used since stays.
  await db.run(sql`
    delete from organisations.organisation o where o.import_id = ${importId} and not exists (select 1 from coordination.activity a where o.id in (a.organisation, a.implementer, a.funder))
      and not exists (select 1 from coordination.monthly_report m where m.organisation = o.id) and not exists (select 1 from organisations.alias k where k.organisation = o.id)
      and not exists (select 1 from organisations.consortium_member c where o.id in (c.consortium, c.member))`)
  return { removed }
}
