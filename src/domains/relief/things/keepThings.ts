/** The catalogue is kept by deeds: an item has one base unit for ever, a kit changes by a new version, a lot says whose it is and until when it is good. */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { Item, type ItemRow } from './item.ts'
import { Kit, type KitPart, KitVersion } from './kit.ts'
import { Lot, type LotRow } from './lot.ts'

export type ItemGiven = Pick<
  ItemRow,
  'code' | 'name' | 'baseUnit' | 'packs' | 'weightKg' | 'volumeM3' | 'expires' | 'treated' | 'specification' | 'safetyStock' | 'source'
>

export const itemByCode = (db: Db, code: string) => db.one<ItemRow>(sql`select * from relief.item where code = ${code}`)

export async function newItem(db: Db, house: House, given: ItemGiven): Promise<{ id: string } | Refused> {
  if (await itemByCode(db, given.code)) return refused(refuse('relief.code-taken', { code: given.code }))
  const { id } = await insertRow(db, Item, { scope: house.pack.country.pcode, ...given })
  await audit(db, 'relief.item', Item.name, id)
  return { id }
}

/** Everything but the code and the base unit: what lies on the shelves is counted in it. */
export async function changeItem(db: Db, code: string, given: Omit<ItemGiven, 'code' | 'baseUnit'>): Promise<{ id: string } | Refused> {
  const item = await itemByCode(db, code)
  if (!item) return refused(refuse('relief.item-unknown', { item: code }))
  await updateRow(db, Item, item.id, given)
  await audit(db, 'relief.item-change', Item.name, item.id)
  return { id: item.id }
}

export type KitGiven = { code: string; name: { pt: string; en: string }; parts: KitPart[]; validFrom: string; source: string | null }

/** The first version makes the kit, and the item by which packed kits are counted; each further one adds an edition and changes none before it. */
export async function newKitVersion(
  db: Db,
  house: House,
  { code, name, parts, validFrom, source }: KitGiven,
): Promise<{ id: string; edition: number } | Refused> {
  const scope = house.pack.country.pcode
  const known = await db.rows<{ code: string }>(sql`select code from relief.item where code = any (${parts.map(({ item }) => item)}::text[])`)
  const wrong: Refusal[] = parts.filter(({ item }) => !known.some((one) => one.code === item)).map(({ item }) => refuse('relief.item-unknown', { item }))
  if (wrong.length > 0) return { refused: wrong }
  await db.rows(sql`select pg_advisory_xact_lock(hashtext(${`relief.kit ${code}`}))`)
  const there = await db.one<{ id: string }>(sql`select id from relief.kit where code = ${code}`)
  if (!there && (await itemByCode(db, code))) return refused(refuse('relief.code-taken', { code }))
  const kit = there?.id ?? (await insertRow(db, Kit, { scope, code, name })).id
  if (!there) {
    const packed = { code, name, baseUnit: 'SET' as const, packs: [], weightKg: null, volumeM3: null, expires: false, treated: false }
    await insertRow(db, Item, { scope, ...packed, specification: null, safetyStock: null, source })
  }
  const last = await db.one<{ edition: number }>(sql`select coalesce(max(edition), 0) as edition from relief.kit_version where kit = ${kit}`)
  const edition = last!.edition + 1
  const { id } = await insertRow(db, KitVersion, { scope, kit, edition, parts, validFrom, source })
  await audit(db, 'relief.kit', KitVersion.name, id, { edition })
  return { id, edition }
}

export type LotGiven = Pick<
  LotRow,
  'code' | 'donor' | 'grantCode' | 'origin' | 'unitCost' | 'currency' | 'expiry' | 'treatedUntil' | 'treatment' | 'specification'
> & { item: string }

export async function newLot(db: Db, house: House, { item: itemCode, ...given }: LotGiven): Promise<{ id: string } | Refused> {
  const item = await itemByCode(db, itemCode)
  if (!item) return refused(refuse('relief.item-unknown', { item: itemCode }))
  if (item.expires && !given.expiry) return refused(refuse('relief.expiry-missing', { item: itemCode, lot: given.code }))
  if (given.unitCost !== null && !given.currency) return refused(refuse('relief.currency-missing', { lot: given.code }))
  if (await db.one(sql`select 1 from relief.lot where item = ${item.id} and code = ${given.code}`))
    return refused(refuse('relief.code-taken', { code: given.code }))
  const { id } = await insertRow(db, Lot, { scope: house.pack.country.pcode, item: item.id, ...given })
  await audit(db, 'relief.lot', Lot.name, id)
  return { id }
}
