/** Activities as they are compared with each other. Read as the house: an organisation is told that another does the same, and nothing else of it. */
import { sql } from 'kysely'
import type { Work } from '../../../../engines/reach/index.ts'
import { asTheHouse, type Db } from '../../../../kernel/index.ts'
import { toldByProvinceOnly } from '../guardRail.ts'

export type StandingWork = Work & { organisationName: string; placeName: string; provinceOnly: boolean }

type Row = Omit<StandingWork, 'provinceOnly'> & { province: string | null; provinceName: string | null }

/** Work that is known to go on and whose first day nobody wrote went on when it was last told of. */
export async function standingWorks(db: Db): Promise<StandingWork[]> {
  const rows = await asTheHouse(db, (house) =>
    house.rows<Row>(sql`
      select a.id, a.organisation, o.name as organisation_name, a.sector, a.activity_type as type, p.pcode as place, coalesce(p.name, '') as place_name,
        v.pcode as province, v.name as province_name, a.location as site, a.to_day, a.status,
        coalesce(a.from_day, case when a.status = 'ongoing' then coalesce(a.last_confirmed, a.recorded_at::date) end) as from_day
      from coordination.activity a join organisations.organisation o on o.id = a.organisation join places.place p on p.id = a.place
      left join places.place v on v.level = 1 and v.country = p.country and starts_with(p.pcode, v.pcode)
      where a.status is distinct from 'cancelled' and a.activity_type is not null order by a.id`),
  )
  return rows.map(({ province, provinceName, ...row }) =>
    toldByProvinceOnly(row.sector, row.type)
      ? { ...row, place: province, placeName: provinceName ?? '', site: null, provinceOnly: true }
      : { ...row, provinceOnly: false },
  )
}
