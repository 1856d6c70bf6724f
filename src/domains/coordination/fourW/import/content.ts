/**
 * What a row says, as one fingerprint: the same row again is known. An activity that was told of on the portal since stands for two rows, the one that it came from and the one
 * that it would be written as today; a workbook with either changes nothing.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../../kernel/index.ts'
import { organisationKey } from '../../../../registry/organisations/index.ts'
import { isSaid, type ReachEvidence, type WhoReached } from '../reach.ts'
import { tidy } from './columns.ts'
import type { ProposedActivity, ProposedReach } from './shapes.ts'

type SaidByRow = Omit<ProposedActivity, 'line' | 'externalId' | 'content'>

/** Names and their order are part of the fingerprint: what stands in the register was made with them. */
export function contentOf({ funder, who, ...said }: SaidByRow): string {
  const { organisation, sector, activityType, description, implementer, modality, event, projectCode, pcode, placeUnsure, location } = said
  const { fromDay, toDay, status, comment, reach } = said
  const told = {
    ...{ organisation, sector, activityType, description, implementer },
    // A row that names no funder says what it said before there was a column for one.
    ...(funder === null ? {} : { funder }),
    ...{ modality, event, projectCode, pcode, placeUnsure, location, fromDay, toDay, status, comment, reach },
    ...(who ? { who } : {}),
  }
  return createHash('sha256').update(JSON.stringify(told)).digest('hex')
}

type Standing = Omit<SaidByRow, 'reach' | 'who'> & {
  id: string
  who: WhoReached
  reachKnownBy: ReachEvidence | null
  reachedPeople: number | null
  reachedHouseholds: number | null
  targetedPeople: number | null
  targetedHouseholds: number | null
}

const part = (measure: ProposedReach['measure'], unit: ProposedReach['unit'], number: number | null): ProposedReach[] =>
  number === null ? [] : [{ measure, unit, number, evidence: 'not_stated' }]

const asToldToday = ({ who, reachKnownBy, reachedPeople, reachedHouseholds, targetedPeople, targetedHouseholds, ...row }: Standing): string =>
  contentOf({
    ...row,
    organisation: organisationKey(row.organisation),
    implementer: row.implementer && organisationKey(row.implementer),
    funder: row.funder && organisationKey(row.funder),
    ...{ activityType: tidy(row.activityType), description: tidy(row.description), location: tidy(row.location) },
    reach: [
      { measure: 'reached', unit: 'person', number: reachedPeople, evidence: reachKnownBy ?? 'not_stated' },
      ...part('reached', 'household', reachedHouseholds),
      ...part('targeted', 'person', targetedPeople),
      ...part('targeted', 'household', targetedHouseholds),
    ],
    ...(isSaid(who) ? { who } : {}),
  })

/** By the activity's id, of those that the portal added or changed. */
export async function toldOnPortal(db: Db): Promise<Map<string, string>> {
  const rows = await db.rows<Standing>(sql`
    select a.id, o.name as organisation, i.name as implementer, f.name as funder, a.sector, a.activity_type, a.description, a.modality, a.event, a.project_code, p.pcode,
      a.place_unsure, a.location, a.from_day, a.to_day, a.status, c.words as comment, a.reach_known_by, a.reached_people, a.reached_households, a.targeted_people,
      a.targeted_households, jsonb_build_object('women', a.reached_women, 'men', a.reached_men, 'girls', a.reached_girls, 'boys', a.reached_boys) as who
    from coordination.activity a join organisations.organisation o on o.id = a.organisation
    left join organisations.organisation i on i.id = a.implementer left join organisations.organisation f on f.id = a.funder
    left join coordination.activity_comment c on c.activity = a.id left join places.place p on p.id = a.place
    where a.source = 'portal' or exists (select 1 from coordination.activity_change k where k.activity = a.id and k.import_id is null)`)
  return new Map(rows.map((row) => [row.id, asToldToday(row)]))
}
