/** A shelf is counted line by line, each against the ledger at its own moment; what a second person must see waits for him. */
import { count, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { owner } from '../office.ts'
import { ownWarehouse, shelvesOf } from '../warehouses/keepWarehouse.ts'
import { thingsOf, wrongThing } from './lines.ts'

export type CountGiven = { shelf: string; words: string | null; lines: { item: string; lot: string; counted: number; countedAt: string }[] }

export async function countShelf(db: Db, code: string, { shelf: shelfCode, words, lines }: CountGiven, aloneUpTo: number) {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const shelf = (await shelvesOf(db, code)).find((one) => one.code === shelfCode && one.kind !== 'in_transit')
  if (!shelf) return refused(refuse('relief.shelf-unknown', { shelf: shelfCode, warehouse: code }))
  const things = await thingsOf(db, lines)
  const wrong = lines.flatMap((line) => wrongThing(things, line) ?? [])
  if (wrong.length > 0) return { refused: wrong } satisfies Refused
  return count(db, { owner, series: code, scope: warehouse.place, account: shelf.id, lines, aloneUpTo, words: words ?? undefined })
}
