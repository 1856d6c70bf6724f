/**
 * An approved request is released from one or more warehouses. A release promises and moves nothing; more than what is there and promised to nobody else, now and
 * in every later week, is never promised.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import {
  asTheHouse,
  audit,
  type Db,
  type House,
  insertRow,
  oncePerStep,
  type Refusal,
  type Refused,
  refuse,
  refused,
  type StepContext,
  today,
} from '../../../kernel/index.ts'
import { onHandOf, promisedOf, promiseFor } from '../pipeline/promiseOf.ts'
import { type Supply, supplyNow } from '../pipeline/supplyNow.ts'
import { itemsOf, kitEditions } from './itemsOf.ts'
import { Release } from './release.ts'
import type { RequestRow } from './request.ts'

const line = z.object({ item: z.string().max(40), quantity: z.int().min(1).max(2_000_000_000) })
const asked = z
  .array(z.object({ warehouse: z.uuid(), lines: z.array(line).min(1).max(100) }))
  .min(1)
  .max(50)
type Asked = z.infer<typeof asked>
type Warehouse = { id: string; code: string; name: string; scope: string; open: boolean }

/** Two releases at once would both promise the last of an item: the second waits here. */
const supplyOfStep = oncePerStep(async (_: RequestRow, { db, house }: StepContext) => {
  await db.rows(sql`select pg_advisory_xact_lock(hashtext('relief.release'))`)
  return supplyNow(db, today(), (house as House).pack.thresholds.reliefConfidentPercent)
})

const totals = (releases: Asked): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { item, quantity } of releases.flatMap(({ lines }) => lines)) sums.set(item, (sums.get(item) ?? 0) + quantity)
  return sums
}

function shortIn(supply: Supply, { id, name }: Warehouse, lines: Asked[number]['lines']): Refusal[] {
  return lines.flatMap(({ item, quantity }) => {
    const promised = promisedOf(supply, item, id)
    const available = Math.max(0, onHandOf(supply, item, id) - promised.quantity)
    const facts = { item, asked: quantity, available, week: 1, where: name, promised: promised.quantity, releases: promised.names, safety: 0 }
    return quantity > available ? [refuse('relief.not-enough-stock', facts)] : []
  })
}

/** Looked at before anything is chosen too: then nothing is asked, and nothing stands in the way. */
export async function notEnoughStock(request: RequestRow, context: StepContext): Promise<Refusal[]> {
  const given = asked.safeParse(context.input.releases)
  if (!given.success) return []
  const supply = await supplyOfStep(request, context)
  const warehouses = await warehousesOf(context.db, given.data)
  const here = given.data.flatMap(({ warehouse, lines }) => {
    const known = warehouses.find(({ id }) => id === warehouse)
    return known ? shortIn(supply, known, lines) : []
  })
  if (here.length > 0) return here
  return [...totals(given.data)].flatMap(([item, quantity]) => {
    const { available, week } = promiseFor(supply, item, today(), request.id)
    const { quantity: promised, names } = promisedOf(supply, item)
    const waiting = supply.waiting.filter((each) => each.item === item && each.request !== request.id)
    const facts = { item, asked: quantity, available, week, where: 'the whole pipeline', wherePt: 'toda a cadeia', safety: supply.safety.get(item) ?? 0 }
    const held = { promised: promised + waiting.reduce((sum, each) => sum + each.quantity, 0), releases: [...names, ...waiting.map(({ name }) => name)] }
    return quantity > available ? [refuse('relief.not-enough-stock', { ...facts, ...held })] : []
  })
}

const warehousesOf = (db: Db, releases: Asked): Promise<Warehouse[]> =>
  db.rows<Warehouse>(sql`select id, code, name, scope, open from relief.warehouse where id = any (${releases.map(({ warehouse }) => warehouse)}::uuid[])`)

/** What was approved and is in no release yet, in items. */
async function stillToRelease(db: Db, { id, lines }: RequestRow): Promise<Map<string, number>> {
  const approved = lines.map(({ code, edition, approved: quantity }) => ({ code, edition, quantity: quantity ?? 0 }))
  const left = itemsOf(await kitEditions(db), approved)
  const released = await db.rows<{ item: string; quantity: number }>(sql`
    select line ->> 'item' as item, (line ->> 'quantity')::int as quantity from relief.release l, jsonb_array_elements(l.lines) line
    where l.request = ${id} and l.state <> 'cancelled'`)
  for (const { item, quantity } of released) left.set(item, (left.get(item) ?? 0) - quantity)
  return left
}

export async function releaseGoods(request: RequestRow, context: StepContext): Promise<Partial<RequestRow> | Refused> {
  const { db } = context
  const given = asked.safeParse(context.input.releases)
  if (!given.success) return refused(refuse('relief.releases-unclear'))
  const left = await stillToRelease(db, request)
  const above = [...totals(given.data)].filter(([item, quantity]) => quantity > (left.get(item) ?? 0))
  if (above.length > 0)
    return { refused: above.map(([item, quantity]) => refuse('relief.above-approved', { item, asked: quantity, left: left.get(item) ?? 0 })) }
  const warehouses = await warehousesOf(db, given.data)
  const chosen = given.data.map(({ warehouse }) => warehouses.find(({ id }) => id === warehouse))
  if (chosen.includes(undefined)) return refused(refuse('access.not-found'))
  const closed = warehouses.filter(({ open }) => !open)
  if (closed.length > 0) return { refused: closed.map(({ code }) => refuse('relief.warehouse-closed', { warehouse: code })) }
  const year = Number(today().slice(0, 4))
  await asTheHouse(db, async (house) => {
    for (const { warehouse, lines } of given.data) {
      const last = await house.one<{ number: number }>(sql`
        select coalesce(max(number), 0)::int as number from relief.release where warehouse = ${warehouse} and year = ${year}`)
      const { id, scope } = warehouses.find((each) => each.id === warehouse)!
      const { organisation, place } = request
      const made = { scope, warehouse: id, year, number: last!.number + 1, organisation, place, lines, request: request.id, state: 'open' as const }
      await audit(house, 'release.promise', Release.name, (await insertRow(house, Release, made)).id, { lines: lines.length })
    }
  })
  return {}
}
