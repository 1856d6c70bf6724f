/**
 * What stands in an area beside its places, from our own layers: border posts and other flow points, and the services that partners keep in the directory. A layer
 * that this reader may not read is left out; one that he may read and that is empty says so on the map. Strategy: focus area 15, activity G.
 */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { FacilityLayer } from '../../../registry/places/index.ts'
import { servicesOnMap } from '../../coordination/index.ts'
import { FlowPoint } from '../flows/flow.ts'

type Point = { name: string; border: boolean; lon: number; lat: number }

/** Measured where somebody wrote coordinates, else at the point of its place. */
const flowPoints = (db: Db, places: readonly string[]): Promise<Point[]> =>
  db.rows<Point>(sql`
    select f.name, f.kind = 'border' as border, coalesce(f.longitude, p.lon) as lon, coalesce(f.latitude, p.lat) as lat
    from displacement.flow_point f join places.place p on p.id = f.place
    where f.place = any (${[...places]}::uuid[]) and coalesce(f.closed_on, current_date) >= current_date and coalesce(f.longitude, p.lon) is not null order by f.name, f.id`)

export async function facilitiesIn(db: Db, places: readonly string[]): Promise<FacilityLayer[]> {
  const layers: FacilityLayer[] = []
  if (db.actor.roles.some((role) => role in FlowPoint.access.read)) {
    const points = await flowPoints(db, places)
    layers.push({ kind: 'border', points: points.filter(({ border }) => border) }, { kind: 'flowPoint', points: points.filter(({ border }) => !border) })
  }
  const services = await servicesOnMap(db, places)
  if (services) layers.push({ kind: 'service', points: services })
  return layers
}
