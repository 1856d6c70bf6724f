/** Finding a place by name, other name or code; the areas of one level as a map; and official boundaries by one step. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, read, refuse, refused, route } from '../../kernel/index.ts'
import { areasOfLevel } from './boundaries.ts'
import { importBoundaryFile } from './importBoundaries.ts'
import { placeAt } from './placeAt.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }

export const placeRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/places/search',
    policy: everyone,
    summary: 'Places by name, other name or code; typing without accents is enough',
    query: z.object({ q: z.string().max(100), kind: z.string().max(20).optional(), limit: z.coerce.number().int().min(1).max(50).default(12) }),
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, (db) => {
        const wanted = query.q.trim().toLowerCase()
        return db.rows(sql`
          with found as (
            select p.id, p.pcode, p.name, p.kind, p.level, p.parent, p.valid_to,
              case when lower(p.pcode) = ${wanted} then 0 when ${folded(sql`p.name`)} = ${folded(sql`${wanted}`)} then 1
                when ${folded(sql`p.name`)} like ${folded(sql`${wanted}`)} || '%' then 2 else 3 end as rank
            from places.place p
            where (${query.kind ?? null}::text is null or p.kind = ${query.kind ?? ''})
              and (lower(p.pcode) like ${wanted} || '%' or ${folded(sql`p.name`)} like '%' || ${folded(sql`${wanted}`)} || '%'
                or exists (select 1 from places.alias a where a.place = p.id and ${folded(sql`a.name`)} like '%' || ${folded(sql`${wanted}`)} || '%'))
          )
          select f.id, f.pcode, f.name, f.kind, f.level, f.valid_to, parent.name as parent_name
          from found f left join places.place parent on parent.id = f.parent order by f.rank, f.level, f.name limit ${query.limit}`)
      }),
  }),
  route({
    method: 'GET',
    url: '/api/places/areas',
    policy: everyone,
    summary: 'Areas of one level as GeoJSON, official where they were brought in, else schematic',
    query: z.object({ level: z.coerce.number().int().min(1).max(3).default(2), country: z.string().max(3).optional() }),
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => areasOfLevel(db, query.country ?? house.pack.country.iso3, query.level)),
  }),
  route({
    method: 'GET',
    url: '/api/places/at',
    policy: everyone,
    summary: 'The area that a point lies in, by official outlines or schematic ones, and which it was',
    query: z.object({
      lon: z.coerce.number().min(-180).max(180),
      lat: z.coerce.number().min(-90).max(90),
      level: z.coerce.number().int().min(1).max(3).default(2),
    }),
    answer: ({ house, actor, query }) => read(house.doors, actor, (db) => placeAt(db, house, query.lon, query.lat, query.level)),
  }),
  route({
    method: 'POST',
    url: '/api/places/boundaries',
    policy: { who: ['dataOfficer', 'admin'], class: 2 },
    summary: 'Bring in official boundaries: GeoJSON, TopoJSON, zipped shapefile or GeoPackage, with their credit line',
    upload: true,
    body: z.looseObject({ credit: z.string().max(400).default('') }),
    answer: async ({ house, actor, files, body }) => {
      if (!files[0]) return refused(refuse('import.no-file'))
      return importBoundaryFile(house, actor, files[0], body.credit)
    },
  }),
]

/** Without accents and case, in SQL: the register is small, so no index is needed for it. */
function folded(text: ReturnType<typeof sql>) {
  return sql`translate(lower(${text}), 'áàâãäéèêëíìîïóòôõöúùûüçñ', 'aaaaaeeeeiiiiooooouuuucn')`
}
