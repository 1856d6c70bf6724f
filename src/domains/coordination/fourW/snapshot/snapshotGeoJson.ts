/** A snapshot for maps (GeoJSON, RFC 7946): each district or, where no more is told, province with the organisations present there, and how many by sector. */
import type { AreaCollection, Outline } from '../../../../registry/places/index.ts'
import { type PublicPresence, type PublicSnapshot, presenceNamed } from './publicSnapshot.ts'

type Properties = { pcode: string; name: string; level: 1 | 2; province: string; organisations: number; sectors: Record<string, number> }
type Feature = { type: 'Feature'; id: string; geometry: Outline | null; properties: Properties }
export type SnapshotCollection = { type: 'FeatureCollection'; metadata: Record<string, unknown>; features: Feature[] }

const distinct = (rows: readonly PublicPresence[]) => new Set(rows.map(presenceNamed)).size
const inSector = (rows: readonly PublicPresence[], code: string) => distinct(rows.filter(({ sector }) => sector.code === code))

/** Without an outline the geometry is null, and who is present is there all the same. */
export function snapshotGeoJson(
  { rows, month, to, country, licence, credit }: PublicSnapshot,
  areas: readonly AreaCollection[],
  hash: string,
): SnapshotCollection {
  const outlines = new Map(areas.flatMap(({ features }) => features.map(({ properties, geometry }): [string, Outline] => [properties.pcode, geometry])))
  const places = new Map<string, PublicPresence[]>()
  for (const row of rows) {
    const { code } = row.district ?? row.province
    places.set(code, [...(places.get(code) ?? []), row])
  }
  return {
    type: 'FeatureCollection',
    metadata: {
      title: `4W ${country.iso3}`,
      from: month,
      to,
      licence,
      credit,
      boundaries: areas.find(({ features }) => features.length > 0)?.boundaries ?? null,
      hash,
    },
    features: [...places].map(([pcode, present]) => {
      const { district, province } = present[0]!
      const sectors = [...new Set(present.map(({ sector }) => sector.code))].sort()
      return {
        type: 'Feature',
        id: pcode,
        geometry: outlines.get(pcode) ?? null,
        properties: {
          ...{ pcode, name: (district ?? province).name, level: district ? 2 : 1, province: province.code, organisations: distinct(present) },
          sectors: Object.fromEntries(sectors.map((code) => [code, inSector(present, code)])),
        },
      }
    }),
  }
}
