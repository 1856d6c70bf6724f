/** The administrative tree of one country, and which province, district and posto each counted place lies in. */
import { sql } from 'kysely'
import type { Bilingual, Db, Pack } from '../../kernel/index.ts'

export type AreaNode = { id: string; pcode: string; name: string; level: number; parent: string | null }

export type AreaTree = {
  country: AreaNode
  /** From the place itself (when it is an area) up to the country. */
  ancestorsOf(place: string): AreaNode[]
  byPcode: ReadonlyMap<string, AreaNode>
}

async function areaTree(db: Db, countryIso3: string, country: { pcode: string; name: string }): Promise<AreaTree> {
  const rows = await db.rows<AreaNode & { kind: string }>(
    sql`select id, pcode, name, level, kind, parent from places.place where country = ${countryIso3} and valid_to is null`,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const root: AreaNode = rows.find(({ kind }) => kind === 'country') ?? { id: '', pcode: country.pcode, name: country.name, level: 0, parent: null }
  const isArea = (node: { kind: string }) => ['country', 'province', 'district', 'posto'].includes(node.kind)
  return {
    country: root,
    byPcode: new Map([...rows.filter(isArea), root].map((row) => [row.pcode, row])),
    ancestorsOf(place) {
      const found: AreaNode[] = []
      for (let node = byId.get(place); node; node = node.parent ? byId.get(node.parent) : undefined) if (isArea(node)) found.push(node)
      if (found.at(-1)?.pcode !== root.pcode) found.push(root)
      return found
    },
  }
}

type Tracked = { countryIso3: string; countryPcode: string; countryName: Pick<Bilingual, 'pt'> }

export const treeOf = (db: Db, { countryIso3, countryPcode, countryName }: Tracked): Promise<AreaTree> =>
  areaTree(db, countryIso3, { pcode: countryPcode, name: countryName.pt })

/** Of the mission's own country. */
export const treeOfCountry = (db: Db, { iso3, pcode, names }: Pack['country']): Promise<AreaTree> => areaTree(db, iso3, { pcode, name: names.pt })
