/** What stood as a point or a boundary until somebody replaced it. A row says until when, who replaced it and why; it can be set again. */
import { sql } from 'kysely'
import { type Db, decimal, json, oneOf, optional, record, ref, text } from '../../kernel/index.ts'
import type { Outline } from './boundaries.ts'

export const EarlierGeometry = record(
  'places.earlier_geometry',
  {
    place: ref('places.place', 'Lugar', 'Place'),
    what: oneOf('O quê', 'What', ['point', 'boundary']),
    /** Empty: there was none. */
    lon: optional(decimal('Longitude', 'Longitude')),
    lat: optional(decimal('Latitude', 'Latitude')),
    outline: optional(json<Outline>('Limite', 'Boundary', { large: true })),
    credit: optional(text('Crédito', 'Credit')),
    reason: text('Porque foi substituído', 'Why it was replaced', { letters: 500 }),
  },
  {
    labels: { one: { pt: 'Geometria anterior', en: 'Earlier geometry' }, many: { pt: 'Geometrias anteriores', en: 'Earlier geometries' } },
    class: 2,
    byDeeds: true,
    closed: true,
    appendOnly: true,
    index: [['place']],
    access: { read: { dataOfficer: 'all', admin: 'all' }, create: ['dataOfficer', 'admin'] },
  },
)

export const keepPoint = (db: Db, place: string, reason: string) =>
  db.run(sql`
    insert into places.earlier_geometry (scope, place, what, lon, lat, reason) select scope, id, 'point', lon, lat, ${reason} from places.place where id = ${place}`)

/** The official outlines of these places as they stand now; a place without one leaves an empty row. */
export const keepBoundaries = (db: Db, places: readonly string[], reason: string) =>
  db.run(sql`
    insert into places.earlier_geometry (scope, place, what, outline, credit, reason)
    select p.scope, p.id, 'boundary', b.geometry, b.credit, ${reason}
    from places.place p left join places.boundary b on b.place = p.id and b.kind = 'official' where p.id = any (${[...places]}::uuid[])`)
