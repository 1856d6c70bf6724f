/** Activities as they are compared with each other. Read as the house: an organisation is told that another does the same, and nothing else of it. */
import { type RawBuilder, sql } from 'kysely'
import type { SentWork } from '../../../../engines/reach/index.ts'
import { asTheHouse, type Db } from '../../../../kernel/index.ts'
import { toldByProvinceOnly } from '../guardRail.ts'

export type StandingWork = SentWork & {
  externalId: string
  organisationName: string
  implementerName: string | null
  funderName: string | null
  placeName: string
  province: string | null
  provinceName: string | null
}

/** Work that is known to go on and whose first day nobody wrote went on when it was last told of. */
const works = (db: Db, which: RawBuilder<unknown>): Promise<StandingWork[]> =>
  asTheHouse(db, (house) =>
    house.rows<StandingWork>(sql`
      select a.id, a.external_id, a.organisation, o.name as organisation_name, a.implementer, i.name as implementer_name, a.funder, f.name as funder_name, a.project_code, a.sector,
        a.activity_type as type, p.pcode as place, p.name as place_name, v.pcode as province, v.name as province_name, a.location as site, a.to_day, a.status,
        coalesce(a.from_day, case when a.status = 'ongoing' then coalesce(a.last_confirmed, a.recorded_at::date) end) as from_day
      from coordination.activity a join organisations.organisation o on o.id = a.organisation join places.place p on p.id = a.place
      left join organisations.organisation i on i.id = a.implementer left join organisations.organisation f on f.id = a.funder
      left join places.place v on v.level = 1 and v.country = p.country and starts_with(p.pcode, v.pcode)
      where a.status is distinct from 'cancelled' and a.activity_type is not null and ${which} order by a.id`),
  )

export const standingWorks = (db: Db): Promise<StandingWork[]> => works(db, sql`true`)

/** Whatever a row that is not written yet could name, or be named by. */
export const namingWorks = (db: Db): Promise<StandingWork[]> => works(db, sql`(a.funder is not null or a.implementer is not null)`)

/** Those alone that name who pays, and whoever they name. */
export const sentWorks = (db: Db): Promise<StandingWork[]> =>
  works(
    db,
    sql`(a.funder is not null
      or (a.organisation, a.implementer) in (select doer.funder, doer.organisation from coordination.activity doer where doer.funder is not null))`,
  )

export type ToldWork = StandingWork & { provinceOnly: boolean }

/** As another organisation may be told of it. */
export function asTold(work: StandingWork): ToldWork {
  const { sector, type, province, provinceName } = work
  if (!toldByProvinceOnly(sector, type)) return { ...work, provinceOnly: false }
  return { ...work, place: province, placeName: provinceName ?? '', site: null, provinceOnly: true }
}
