/**
 * A map of a district, or of the post in which its capital lies, as PDF in A4, A3 or A0: boundaries, places and, where the caller allows each one, sites. What may be
 * shown is asked for here once and decided by whoever knows the operations. Strategy: focus area 15, activities C and G.
 */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { boxOf, partsOf } from '../../../engines/places/geometry.ts'
import { type Db, type House, type Language, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { compilePdf } from '../../../kernel/publishing.ts'
import { areasOfLevel, type Boundaries, type Outline } from '../boundaries.ts'
import { drawMap } from './drawMap.ts'
import { type LaidMap, layMap, type MapContent, type MappedPlace } from './layMap.ts'
import { mapWord } from './mapWords.ts'
import type { Paper } from './paper.ts'

type Focus = { id: string; pcode: string; name: string; level: number; parentName: string | null }
type Found = MappedPlace & { id: string; source: string | null; imported: boolean }
export type SiteOnMap = { id: string }
/** A layer that the reader may read, also where it is empty. */
export type FacilityLayer = { kind: 'border' | 'flowPoint' | 'service'; points: readonly { name: string; lon: number; lat: number }[] }

export type MapAsked = {
  paper: Paper
  lang: Language
  /** Of these sites, the ids that this reader may find on paper. */
  allowed(db: Db, sites: readonly SiteOnMap[]): Promise<ReadonlySet<string>>
  /** What stands in these places beside them; left out: not for this reader. */
  facilities?(db: Db, places: readonly string[]): Promise<FacilityLayer[]>
  /** For everybody: no locality that came with somebody's file. */
  open: boolean
}
export type PlaceMap = { focus: Focus; content: MapContent; laid: LaidMap; boundaries: Boundaries; sources: string[]; layers: FacilityLayer[] }

async function insideOf(db: Db, focus: Focus): Promise<string[]> {
  const inside = await db.rows<{ id: string }>(sql`
    with recursive inside as (
      select id, 0 as depth from places.place where id = ${focus.id}
      union all select p.id, i.depth + 1 from places.place p join inside i on p.parent = i.id where i.depth < 6
    ) select id from inside`)
  return inside.map(({ id }) => id)
}

const placesIn = (db: Db, inside: readonly string[]): Promise<Found[]> =>
  db.rows<Found>(sql`
    select p.id, p.name, p.kind, p.source, p.import_id is not null as imported,
      coalesce(p.lon, (select avg(c.lon) from places.place c where c.parent = p.id)) as lon,
      coalesce(p.lat, (select avg(c.lat) from places.place c where c.parent = p.id)) as lat
    from places.place p where p.id = any (${[...inside]}::uuid[]) and p.kind in ('posto', 'locality', 'site') and p.valid_to is null
      and (p.level = 3 or p.lon is not null) order by p.level, p.name, p.id`)

const touches = (one: Outline, other: Outline): boolean => {
  const [a, b] = [one, other].map((outline) => boxOf(partsOf(outline).flatMap((part) => part.slice(0, 1)))) as [
    ReturnType<typeof boxOf>,
    ReturnType<typeof boxOf>,
  ]
  const room = 0.4
  return a[0] - room < b[2] && a[2] + room > b[0] && a[1] - room < b[3] && a[3] + room > b[1]
}

/** As the actor of `db` may see the register. */
export async function placeMap(db: Db, house: House, pcode: string, asked: MapAsked): Promise<PlaceMap | Refused> {
  const { iso3 } = house.pack.country
  const focus = await db.one<Focus>(sql`
    select p.id, p.pcode, p.name, p.level, o.name as parent_name from places.place p left join places.place o on o.id = p.parent
    where p.pcode = ${pcode} and p.country = ${iso3} and p.valid_to is null`)
  if (!focus) return refused(refuse('access.not-found'))
  if (focus.level !== 2 && focus.level !== 3) return refused(refuse('places.map-level'))
  const areas = await areasOfLevel(db, iso3, focus.level)
  const own = areas.features.find(({ properties }) => properties.pcode === pcode)
  if (!own) return refused(refuse('places.map-without-boundary', { name: focus.name }))
  const posts = focus.level === 2 ? await areasOfLevel(db, iso3, 3) : null
  const inside = await insideOf(db, focus)
  const found = await placesIn(db, inside)
  const layers = (await asked.facilities?.(db, inside)) ?? []
  const sites = found.filter(({ kind }) => kind === 'site')
  const shown = sites.length > 0 ? await asked.allowed(db, sites) : new Set<string>()
  const places = found.filter(
    ({ id, kind, lon, lat, imported }) => lon !== null && lat !== null && (kind === 'site' ? shown.has(id) : kind === 'posto' || !asked.open || !imported),
  )
  const content: MapContent = {
    focus: own.geometry,
    inner:
      posts?.boundaries.kind === areas.boundaries.kind
        ? posts.features.filter(({ properties }) => properties.parent === pcode).map(({ geometry }) => geometry)
        : [],
    around: areas.features.filter(({ properties, geometry }) => properties.pcode !== pcode && touches(own.geometry, geometry)).map(({ geometry }) => geometry),
    places: [
      ...places.map(({ name, kind, lon, lat }) => ({ name, kind, lon, lat })),
      ...layers.flatMap(({ kind, points }) => points.map((point) => ({ ...point, kind }))),
    ],
  }
  const sources = [...new Set(places.flatMap(({ source }) => source ?? []))]
  return { focus, content, laid: layMap(content, asked.paper), boundaries: areas.boundaries, sources, layers }
}

let template: string | undefined

export function mapPdf(
  house: House,
  { focus, content, laid, boundaries, sources, layers }: PlaceMap,
  { lang, open }: Pick<MapAsked, 'lang' | 'open'>,
  day: string,
): Uint8Array {
  template ??= readFileSync(new URL('./mapSheet.typ', import.meta.url), 'utf8')
  const said = (...[key, facts]: [Parameters<typeof mapWord>[1], Record<string, string>?]) => mapWord(lang, key, facts)
  const count = new Intl.NumberFormat(lang === 'pt' ? ['pt-MZ', 'pt'] : ['en-GB', 'en'], { useGrouping: 'always' })
  const { squareMetres } = laid.grid
  const square = squareMetres >= 1000 ? `${count.format(squareMetres / 1000)} km` : `${count.format(squareMetres)} m`
  const kinds = {
    ...{ posto: said('posto'), locality: said('locality'), site: said('siteKind') },
    ...{ border: said('border'), flowPoint: said('flowPoint'), service: said('service') },
  }
  const empty = layers.filter(({ points }) => points.length === 0).map(({ kind }) => kinds[kind].toLowerCase())
  const credit = house.settings.missionName
  return compilePdf({
    template,
    data: {
      ...{
        ...laid.paper,
        frame: laid.frame,
        indexColumns: laid.indexColumns,
        indexRows: laid.indexRows,
        index: laid.index,
        more: laid.more,
        lang,
        isoDate: day,
        credit,
      },
      title: said('title', { name: focus.name }),
      subtitle: [focus.parentName, focus.pcode].filter(Boolean).join(' · '),
      date: new Intl.DateTimeFormat(lang === 'pt' ? ['pt-MZ', 'pt'] : ['en-GB', 'en'], { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      ),
      scale: said('scale', { scale: count.format(laid.scale) }),
      internal: !open && content.places.some(({ kind }) => kind !== 'posto' && kind !== 'locality') ? said('internal') : null,
      alt: said('alt', { name: focus.name }),
      map: drawMap(content, laid, { north: said('north'), kinds, area: said('area') }),
      words: { index: said('index'), kinds: { site: said('site'), border: said('borderShort'), flowPoint: said('flowShort'), service: said('serviceShort') } },
      foot: [
        `${said('projection', { zone: `${laid.zone.number}${laid.zone.south ? 'S' : 'N'}`, square })} ${said(boundaries.kind)}`,
        said('sources', { boundaries: boundaries.credit, places: sources.join('; ') || house.pack.placesCredit || 'Capulana', mission: credit }),
        [
          content.places.some(({ kind }) => kind === 'posto') ? said('posts') : '',
          empty.length > 0 ? said('emptyLayers', { layers: empty.join(', ') }) : '',
          open ? said('licence') : '',
        ].join(' '),
      ],
    },
  })
}
