/** Warehouses and their shelves: opened, closed when empty, and the accounts of the stock ledger that stand for them. */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  balances,
  type Db,
  getRow,
  insertRow,
  LedgerAccount,
  listRows,
  type Refused,
  type RowOf,
  refuse,
  refused,
  updateRow,
} from '../../../kernel/index.ts'
import { keeps, owner } from '../office.ts'
import { Warehouse } from './warehouse.ts'

export type WarehouseRow = RowOf<typeof Warehouse>
export type WarehouseGiven = Pick<WarehouseRow, 'code' | 'name' | 'place' | 'capacityM3'>

export async function openWarehouse(db: Db, given: WarehouseGiven): Promise<{ id: string } | Refused> {
  if (!(await db.one(sql`select 1 from places.place where pcode = ${given.place}`))) return refused(refuse('relief.place-unknown', { place: given.place }))
  if (await db.one(sql`select 1 from relief.warehouse where code = ${given.code}`)) return refused(refuse('relief.code-taken', { code: given.code }))
  const { id } = await insertRow(db, Warehouse, { scope: given.place, ...given, open: true })
  await audit(db, 'relief.warehouse', Warehouse.name, id)
  return { id }
}

/** A warehouse that the person may read, or the same answer as for one that is not there. */
export async function readWarehouse(db: Db, code: string): Promise<WarehouseRow | Refused> {
  const { rows } = await listRows(db, Warehouse, { where: { code }, limit: 1 })
  return rows[0] ?? refused(refuse('access.not-found'))
}

/** A warehouse that the person keeps, for deeds. */
export async function ownWarehouse(db: Db, code: string): Promise<WarehouseRow | Refused> {
  const found = await readWarehouse(db, code)
  if ('refused' in found) return found
  if (!keeps(db.actor, found.place)) return refused(refuse('access.not-found'))
  return found.open ? found : refused(refuse('relief.warehouse-closed', { warehouse: code }))
}

export const warehouseById = (db: Db, id: string): Promise<WarehouseRow | null> => asTheHouse(db, (house) => getRow(house, Warehouse, id))

export type Shelf = { id: string; code: string; kind: string; name: { pt: string; en: string }; closedOn: string | null }

/** Every account of a warehouse: its shelves, what is put aside, and its goods on the road. */
export const shelvesOf = (db: Db, code: string): Promise<Shelf[]> =>
  asTheHouse(db, (house) =>
    house.rows<Shelf>(sql`
      select id, code, kind, name, closed_on from ledger.account
      where owner = ${owner} and starts_with(code, ${`${code}/`}) and kind in ('bin', 'quarantine', 'in_transit') order by kind, code`),
  )

export async function openShelf(db: Db, warehouse: WarehouseRow, name: string): Promise<{ id: string; code: string } | Refused> {
  const code = `${warehouse.code}/${name}`
  if (['road', 'quarantine'].includes(name.toLowerCase()) || (await shelvesOf(db, warehouse.code)).some((shelf) => shelf.code === code))
    return refused(refuse('relief.code-taken', { code }))
  return { id: await account(db, { code, kind: 'bin', name: { pt: code, en: code }, place: warehouse.place }), code }
}

export async function closeShelf(db: Db, warehouse: WarehouseRow, name: string, today: string): Promise<{ closed: string } | Refused> {
  const code = `${warehouse.code}/${name}`
  const shelf = (await shelvesOf(db, warehouse.code)).find((one) => one.code === code && one.kind === 'bin')
  if (!shelf) return refused(refuse('relief.shelf-unknown', { shelf: code, warehouse: warehouse.code }))
  return asTheHouse(db, async (house) => {
    const held = await balances(house, { owner, account: shelf.id })
    if (held.length > 0) return refused(refuse('relief.shelf-not-empty', { shelf: code, items: held.map(({ item }) => item) }))
    await updateRow(house, LedgerAccount, shelf.id, { closedOn: today })
    await audit(house, 'relief.shelf-close', LedgerAccount.name, shelf.id)
    return { closed: code }
  })
}

/** Closed when nothing lies in it and nothing of it is on the road; its papers stay readable. */
export async function closeWarehouse(db: Db, code: string): Promise<{ closed: string } | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const shelves = new Set((await shelvesOf(db, code)).map(({ id }) => id))
  const held = await asTheHouse(db, async (house) => (await balances(house, { owner })).filter(({ account: at }) => shelves.has(at)))
  if (held.length > 0) return refused(refuse('relief.shelf-not-empty', { shelf: code, items: [...new Set(held.map(({ item }) => item))] }))
  await updateRow(db, Warehouse, warehouse.id, { open: false })
  await audit(db, 'relief.warehouse-close', Warehouse.name, warehouse.id)
  return { closed: code }
}

type AccountGiven = { code: string; kind: RowOf<typeof LedgerAccount>['kind']; name: { pt: string; en: string }; place: string }

/** The account of this code, made when it is first needed. */
const account = (db: Db, { code, kind, name, place }: AccountGiven): Promise<string> =>
  asTheHouse(db, async (house) => {
    const there = await house.one<{ id: string }>(sql`select id from ledger.account where owner = ${owner} and code = ${code}`)
    return there?.id ?? (await insertRow(house, LedgerAccount, { scope: place, owner, code, kind, name, place })).id
  })

const outside = {
  supplier: { code: 'supplier', kind: 'supplier', name: { pt: 'Fornecedores e doadores', en: 'Suppliers and donors' } },
  opening: { code: 'opening', kind: 'supplier', name: { pt: 'Existências iniciais', en: 'Opening stock' } },
  lost: { code: 'lost', kind: 'lost', name: { pt: 'Perdido', en: 'Lost' } },
  damaged: { code: 'damaged', kind: 'damaged', name: { pt: 'Danificado', en: 'Damaged' } },
  assembly: { code: 'assembly', kind: 'assembly', name: { pt: 'Montagem de kits', en: 'Kit assembly' } },
} as const

/** Places outside every warehouse; one of each serves all. */
export const outsideAccount = (db: Db, which: keyof typeof outside, place: string) => account(db, { ...outside[which], place: place.slice(0, 2) })
export const roadOf = (db: Db, { code, place }: WarehouseRow) =>
  account(db, { code: `${code}/road`, kind: 'in_transit', name: { pt: `A caminho, de ${code}`, en: `On the road from ${code}` }, place })
export const quarantineOf = (db: Db, { code, place }: WarehouseRow) =>
  account(db, { code: `${code}/quarantine`, kind: 'quarantine', name: { pt: `Posto de parte, ${code}`, en: `Put aside, ${code}` }, place })
export const partnerAccount = (db: Db, organisation: string, place: string) =>
  account(db, { code: `partner/${organisation}`, kind: 'bin', name: { pt: 'Recebido pelo parceiro', en: 'Received by the partner' }, place })
