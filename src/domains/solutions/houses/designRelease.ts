/**
 * The public library of designs: what anybody may build again, under its licence. A design goes in and can be taken out, each time with a reason; nothing of a household or a house
 * stands in it. Strategy: focus area 7, activity I ("share models").
 */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  boolean,
  type Db,
  getRow,
  insertRow,
  type House as Mission,
  type Refused,
  record,
  ref,
  refuse,
  refused,
  text,
} from '../../../kernel/index.ts'
import { openReads } from '../office.ts'
import { HouseDesign, type HouseDesignRow } from './design.ts'
import type { DrawingRow } from './drawing.ts'

export const DesignRelease = record(
  'solutions.design_release',
  {
    design: ref('solutions.house_design', 'Modelo de casa', 'House design'),
    open: boolean('Na biblioteca pública', 'In the public library'),
    reason: text('Razão', 'Reason', { letters: 500 }),
  },
  {
    labels: {
      one: { pt: 'Publicação de um modelo', en: 'Publication of a design' },
      many: { pt: 'Publicações de modelos', en: 'Publications of designs' },
    },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['design']],
    access: { read: { ...openReads, solutions: 'all' }, create: [], update: [] },
  },
)

/** Without a licence nobody would know what they may do with it; a drawing without one cannot be kept. */
export async function releaseDesign(db: Db, mission: Mission, id: string, given: { open: boolean; reason: string }): Promise<{ open: boolean } | Refused> {
  const design = await getRow(db, HouseDesign, id)
  if (!design) return refused(refuse('house.design-unknown'))
  if (given.open && !design.licence) return refused(refuse('house.design-no-licence', { design: design.code }))
  await asTheHouse(db, (house) => insertRow(house, DesignRelease, { scope: mission.pack.country.pcode, design: id, ...given }))
  await audit(db, 'house.design-release', HouseDesign.name, id, { open: given.open })
  return { open: given.open }
}

/** A sheet of paper carries the names of its makers in its properties; pictures are cleaned when they come in, and they alone go out. */
const mayLeave = sql`g.type <> 'application/pdf'`
const isOpen = sql`coalesce((select r.open from solutions.design_release r where r.design = d.id order by r.recorded_at desc, r.id desc limit 1), false)`

export const isReleased = async (db: Db, id: string): Promise<boolean> =>
  (await db.one(sql`select 1 from solutions.house_design d where d.id = ${id} and ${isOpen}`)) !== null

/** What was said in sessions with the community stays inside: people may be named there. */
type PublicDrawing = Pick<DrawingRow, 'id' | 'type' | 'bytes' | 'words' | 'licence'>
export type PublicDesign = Pick<
  HouseDesignRow,
  'id' | 'code' | 'edition' | 'name' | 'areaM2' | 'rooms' | 'materials' | 'hazardFeatures' | 'accessibility' | 'cost' | 'currency' | 'pricesOf' | 'licence'
> & { drawings: PublicDrawing[] }

/** As the house, for anybody: what a builder needs of each design in the library, the newest editions first. */
export async function publicDesigns(db: Db): Promise<PublicDesign[]> {
  const designs = await db.rows<Omit<PublicDesign, 'drawings'>>(sql`
    select d.id, d.code, d.edition, d.name, d.area_m2, d.rooms, d.materials, d.hazard_features, d.accessibility, d.cost, d.currency, d.prices_of, d.licence
    from solutions.house_design d where ${isOpen} order by d.code, d.edition desc`)
  const drawings = await db.rows<PublicDrawing & { design: string }>(sql`
    select g.id, g.design, g.type, g.bytes, g.words, g.licence from solutions.drawing g
    where g.design = any (${designs.map(({ id }) => id)}::uuid[]) and ${mayLeave} order by g.recorded_at, g.id`)
  return designs.map((design) => ({ ...design, drawings: drawings.filter((one) => one.design === design.id).map(({ design: _, ...drawing }) => drawing) }))
}

/** Null: no drawing of a design in the library. */
export const publicDrawing = (db: Db, id: string): Promise<Pick<DrawingRow, 'id' | 'type' | 'sha256'> | null> =>
  db.one(
    sql`select g.id, g.type, g.sha256 from solutions.drawing g join solutions.house_design d on d.id = g.design where g.id = ${id} and ${mayLeave} and ${isOpen}`,
  )
