/**
 * Which sites a reader may find on a printed map. For everybody: those that only operations list which publish sites, in a round that is out; one operation that
 * publishes districts alone keeps a site off every public map. In the office: those of one's own area.
 */
import { sql } from 'kysely'
import { type Actor, covers, type Db, type House, type Language, type Refused, read, theSystem } from '../../../kernel/index.ts'
import { mapPdf, type Paper, type PlaceMap, placeMap } from '../../../registry/places/index.ts'
import { facilitiesIn } from './facilities.ts'

type Site = { id: string }
const none: ReadonlySet<string> = new Set()
/** Whoever sees what was counted at a place sees where it is. */
export const seesSites = ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring', 'registrar', 'admin'] as const
/** Of these, those who work everywhere. */
const everywhere = ['chief', 'monitoring', 'admin'] as const

async function openSites(db: Db, sites: readonly Site[]): Promise<ReadonlySet<string>> {
  const open = await db.rows<{ id: string }>(sql`
    select p.id from places.place p
    where p.id = any (${sites.map(({ id }) => id)}::uuid[]) and p.class = 1
      and exists (select 1 from displacement.master_list_line l join displacement.round r on r.id = l.round join displacement.operation o on o.id = r.operation
        where l.place = p.id and r.state = 'published' and o.sensitivity = 'sites')
      and not exists (select 1 from displacement.master_list_line l join displacement.round r on r.id = l.round join displacement.operation o on o.id = r.operation
        where l.place = p.id and o.sensitivity <> 'sites')`)
  return new Set(open.map(({ id }) => id))
}

async function officeSites(db: Db, sites: readonly Site[]): Promise<ReadonlySet<string>> {
  const { roles } = db.actor
  if (!seesSites.some((role) => roles.includes(role))) return none
  const scopes = await db.rows<{ id: string; scope: string }>(sql`select id, scope from places.place where id = any (${sites.map(({ id }) => id)}::uuid[])`)
  const all = everywhere.some((role) => roles.includes(role))
  return new Set(scopes.filter(({ scope }) => all || covers(db.actor, scope)).map(({ id }) => id))
}

export type PrintedMap = { map: PlaceMap; pdf: Uint8Array }
export type MapWanted = { pcode: string; paper: Paper; lang: Language; day: string }

export async function officeMap(house: House, actor: Actor, { pcode, paper, lang, day }: MapWanted): Promise<PrintedMap | Refused> {
  const asked = { paper, lang, open: false, allowed: officeSites, facilities: facilitiesIn }
  const map = await read(house.doors, actor, (db) => placeMap(db, house, pcode, asked))
  return 'refused' in map ? map : { map, pdf: mapPdf(house, map, asked, day) }
}

/** Drawn by the house, because sites, operations and rounds are not public rows; which sites are open is decided above. */
export async function publicMap(house: House, { pcode, paper, lang, day }: MapWanted): Promise<PrintedMap | Refused> {
  const asked = { paper, lang, open: true, allowed: openSites }
  const map = await read(house.doors, theSystem, (db) => placeMap(db, house, pcode, asked))
  return 'refused' in map ? map : { map, pdf: mapPdf(house, map, asked, day) }
}
