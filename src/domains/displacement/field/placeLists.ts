/**
 * What phones choose from: the master list of every round that collects now, the areas that lead down to its places, and the register of provinces, districts
 * and postos for origins. All are views: a place added to the round in the office is on the phone at its next contact.
 */
import { sql } from 'kysely'
import type { Db, FieldListRow, FieldListView } from '../../../kernel/index.ts'

type Line = {
  line: string
  version: number
  scope: string
  type: string
  round: number
  pcode: string
  name: string
  /** Codes and names of the areas around the place, from level 1 to level 3; null where the country knows none. */
  areas: (string | null)[]
  areaNames: (string | null)[]
}

const linesNow = (db: Db) =>
  db.rows<Line>(sql`
    with recursive lines as (
      select l.id as line, l.version, l.scope, r.assessment_type as type, r.number as round, p.id as place, p.pcode, p.name
      from displacement.master_list_line l join displacement.round r on r.id = l.round join places.place p on p.id = l.place
      where r.state = 'collecting'
    ), up as (
      select line, p.pcode, p.name, p.level, p.kind, p.parent from lines join places.place p on p.id = lines.place
      union all select up.line, p.pcode, p.name, p.level, p.kind, p.parent from up join places.place p on p.id = up.parent
    )
    select l.line, l.version, l.scope, l.type, l.round, l.pcode, l.name,
      array(select (select max(up.pcode) from up where up.line = l.line and up.level = g and up.kind <> 'site') from generate_series(1, 3) g) as areas,
      array(select (select max(up.name) from up where up.line = l.line and up.level = g and up.kind <> 'site') from generate_series(1, 3) g) as area_names
    from lines l order by l.name, l.pcode`)

/** Where a place lies directly in its district, the district stands for the posto too, so that no cascade ends in an empty list. */
function chainOf({ areas, areaNames, pcode, name }: Line): { pcode: string; name: string }[] {
  const chain: { pcode: string; name: string }[] = []
  for (const i of [0, 1, 2]) {
    const area = areas[i] ? { pcode: areas[i]!, name: areaNames[i] ?? areas[i]! } : chain.at(-1)
    chain.push(area ?? { pcode, name })
  }
  return chain
}

const placeRows = async (db: Db): Promise<FieldListRow[]> =>
  (await linesNow(db)).map((line) => {
    const [province, district, posto] = chainOf(line).map(({ pcode }) => pcode)
    const { version, scope, type, pcode, name } = line
    const properties = { pcode, type, round: String(line.round), province: province!, district: district!, posto: posto! }
    return { entity: line.line, label: name, version, properties, scope }
  })

/** An area is on the phone when a place inside it is; it carries the scope of that place, or a district's team would not see its own province. */
async function areaRows(db: Db): Promise<FieldListRow[]> {
  const rows = new Map<string, FieldListRow>()
  for (const line of await linesNow(db))
    chainOf(line).forEach(({ pcode, name }, i, chain) => {
      const entity = `${line.type}-${i + 1}-${pcode}`
      const properties = { pcode, type: line.type, level: String(i + 1), parent: chain[i - 1]?.pcode ?? '' }
      if (!rows.has(entity)) rows.set(entity, { entity, label: name, version: 1, properties, scope: line.scope })
    })
  return [...rows.values()].sort((a, b) => a.label.localeCompare(b.label, 'pt'))
}

const registerRows = (db: Db): Promise<FieldListRow[]> =>
  db.rows<FieldListRow>(sql`
    select p.pcode as entity, p.name as label, p.version, p.scope,
      jsonb_build_object('pcode', p.pcode, 'level', p.level::text, 'parent', coalesce(up.pcode, '')) as properties
    from places.place p left join places.place up on up.id = p.parent
    where p.valid_to is null and p.kind in ('province', 'district', 'posto') order by p.name, p.pcode`)

const lines = { table: 'displacement.master_list_line', key: 'id', isItem: true } as const
const rounds = { table: 'displacement.round', key: 'id' } as const
const places = { table: 'places.place', key: 'pcode' } as const

type Changed = ReadonlyMap<string, readonly string[]>

/** A round that begins to collect brings all its places, a place that is renamed or moved changes its line and those of everything inside. */
const linesWith = async (db: Db, changed: Changed): Promise<string[]> =>
  (
    await db.rows<{ id: string }>(sql`
      with recursive moved as (
        select id from places.place where pcode = any (${changed.get(places.table)}::text[])
        union select p.id from places.place p join moved on p.parent = moved.id
      )
      select id from displacement.master_list_line where id = any (${changed.get(lines.table)}::uuid[]) or round = any (${changed.get(rounds.table)}::uuid[])
      union select l.id from displacement.master_list_line l join displacement.round r on r.id = l.round
      where r.state = 'collecting' and l.place in (select id from moved)`)
  ).map(({ id }) => id)

/** An item names its parent's code, so it changes with its parent. */
const placesWith = async (db: Db, changed: Changed): Promise<string[]> =>
  (
    await db.rows<{ pcode: string }>(sql`
      select pcode from places.place where pcode = any (${changed.get(places.table)}::text[])
      union select p.pcode from places.place p join places.place up on up.id = p.parent where up.pcode = any (${changed.get(places.table)}::text[])`)
  ).map(({ pcode }) => pcode)

const pcode = { name: 'pcode', label: { pt: 'Código', en: 'P-code' } }
const type = { name: 'type', label: { pt: 'Tipo de avaliação', en: 'Assessment type' } }
const level = { name: 'level', label: { pt: 'Nível', en: 'Level' } }
const parent = { name: 'parent', label: { pt: 'Dentro de', en: 'Inside' } }

const flowPointRows = (db: Db): Promise<FieldListRow[]> =>
  db.rows<FieldListRow>(sql`
    select p.id::text as entity, p.name as label, p.version, l.scope, jsonb_build_object('code', p.code, 'kind', p.kind) as properties
    from displacement.flow_point p join places.place l on l.id = p.place where p.closed_on is null or p.closed_on >= current_date order by p.name, p.code`)

export const placeLists: readonly FieldListView[] = [
  {
    code: 'places-of-round',
    labels: { pt: 'Lugares das rondas em recolha', en: 'Places of rounds that collect' },
    properties: [
      pcode,
      type,
      { name: 'round', label: { pt: 'Ronda', en: 'Round' } },
      { name: 'province', label: { pt: 'Província', en: 'Province' } },
      { name: 'district', label: { pt: 'Distrito', en: 'District' } },
      { name: 'posto', label: { pt: 'Posto administrativo', en: 'Administrative post' } },
    ],
    rows: placeRows,
    registers: [lines, rounds, places],
    itemsWith: linesWith,
  },
  {
    code: 'areas-of-round',
    labels: { pt: 'Áreas com lugares das rondas em recolha', en: 'Areas with places of rounds that collect' },
    properties: [pcode, type, level, parent],
    rows: areaRows,
    registers: [lines, rounds, places],
  },
  {
    code: 'places',
    labels: { pt: 'Províncias, distritos e postos', en: 'Provinces, districts and posts' },
    properties: [pcode, level, parent],
    rows: registerRows,
    registers: [{ ...places, isItem: true }],
    itemsWith: placesWith,
  },
  {
    code: 'flow-points',
    labels: { pt: 'Pontos de fluxo', en: 'Flow points' },
    properties: [
      { name: 'code', label: { pt: 'Código', en: 'Code' } },
      { name: 'kind', label: { pt: 'Tipo', en: 'Kind' } },
    ],
    rows: flowPointRows,
    registers: [{ table: 'displacement.flow_point', key: 'id', isItem: true }],
  },
]
