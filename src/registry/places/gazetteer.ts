/**
 * Looking places up for an import: exact codes (also former ones) and exact names or aliases place a row; anything fuzzy only helps a person, and stays
 * inside the parent that the row names.
 */
import { sql } from 'kysely'
import { buildGazetteer, matchName } from '../../engines/places/gazetteer.ts'
import { fold } from '../../engines/places/spelling.ts'
import type { Db } from '../../kernel/index.ts'

export type KnownPlace = { pcode: string; name: string; level: number; parent: string | null }

export type PlaceRegister = {
  byCode(code: string): KnownPlace | null
  byName(name: string, level: number | null, parent: string | null): KnownPlace[]
  suggest(name: string, level: number | null, parent: string | null): KnownPlace[]
  children(pcode: string): KnownPlace[]
}

type Row = KnownPlace & { validTo: string | null; predecessors: string[]; aliases: string[] }

const enter = (map: Map<string, Row[]>, key: string, row: Row) => map.set(key, [...(map.get(key) ?? []), row])

/** One country's areas and localities, or every country's when `country` is null. */
export async function gazetteerOf(db: Db, country: string | null): Promise<PlaceRegister> {
  const rows = await db.rows<Row>(sql`
    select p.pcode, p.name, p.level, parent.pcode as parent, p.valid_to, p.predecessors,
      array(select a.name from places.alias a where a.place = p.id and a.kind = 'name') as aliases
    from places.place p left join places.place parent on parent.id = p.parent
    where p.level <= 4 and (${country}::text is null or p.country = ${country ?? ''})`)
  const current = rows.filter(({ validTo }) => validTo === null)
  const byCode = new Map<string, Row>()
  for (const row of current) for (const former of row.predecessors) byCode.set(former, row)
  for (const row of current) byCode.set(row.pcode, row)
  // A place's own name goes before another's alias: "Palma" is the district, not the post that is also called so.
  const byFolded = { name: new Map<string, Row[]>(), alias: new Map<string, Row[]>() }
  const childrenOf = new Map<string, Row[]>()
  for (const row of current) {
    enter(byFolded.name, fold(row.name), row)
    for (const alias of new Set(row.aliases.map(fold))) if (alias !== fold(row.name)) enter(byFolded.alias, alias, row)
    if (row.parent) enter(childrenOf, row.parent, row)
  }
  let engine: ReturnType<typeof buildGazetteer> | undefined
  const fits = (level: number | null, parent: string | null) => (row: Row) =>
    (level === null || row.level === level) && (parent === null || row.parent === parent || row.pcode.startsWith(parent))
  return {
    byCode: (code) => byCode.get(code) ?? null,
    byName(name, level, parent) {
      const [wanted, inScope] = [fold(name), fits(level, parent)]
      const named = (byFolded.name.get(wanted) ?? []).filter(inScope)
      return named.length > 0 ? named : (byFolded.alias.get(wanted) ?? []).filter(inScope)
    },
    children: (pcode) => childrenOf.get(pcode) ?? [],
    suggest: (name, level, parent) =>
      matchName((engine ??= engineOf(current)), name, { kind: level ?? undefined, within: parent ?? undefined }).flatMap(
        ({ pcode }) => byCode.get(pcode) ?? [],
      ),
  }
}

const engineOf = (rows: readonly Row[]) =>
  buildGazetteer(rows.map(({ pcode, name, level, parent, aliases }) => ({ pcode, name, level, parent, aliases, validFrom: null, point: null })))

/** Where the place of this code lies, in the words of access: its own code down to the post, the post's below. A code that a place had before still counts. */
export async function areaOfPlace(db: Db, code: string): Promise<string | null> {
  const found = await db.one<{ scope: string }>(sql`
    select scope from places.place where pcode = ${code} or ${code} = any (predecessors) order by pcode = ${code} desc, valid_to is null desc limit 1`)
  return found?.scope ?? null
}
