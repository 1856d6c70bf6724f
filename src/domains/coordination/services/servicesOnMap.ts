/** Services as a printed map may show them: at the point of their place, never a sensitive one, and none that was found not to be there. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import { Service } from './service.ts'

export type ServiceOnMap = { name: string; lon: number; lat: number }

/** Null: this reader has no directory of services. */
export const servicesOnMap = async (db: Db, places: readonly string[]): Promise<ServiceOnMap[] | null> =>
  db.actor.roles.some((role) => role in Service.access.read)
    ? db.rows<ServiceOnMap>(sql`
        select s.kind as name, p.lon, p.lat from coordination.service s join places.place p on p.pcode = s.place and p.valid_to is null
        where p.id = any (${[...places]}::uuid[]) and not s.sensitive and s.status <> 'none' and p.lon is not null order by s.kind, s.id`)
    : null
