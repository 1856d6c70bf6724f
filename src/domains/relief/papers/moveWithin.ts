/** Papers about goods that stay or vanish: put away on another shelf, put aside and taken up again, brought back by a partner, lost, damaged. */
import { type Db, post, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { owner } from '../office.ts'
import type { StockLineGiven } from '../typed.ts'
import { outsideAccount, ownWarehouse, partnerAccount, quarantineOf, shelvesOf, type WarehouseRow } from '../warehouses/keepWarehouse.ts'
import { stockLines } from './lines.ts'

export const movingKinds = ['put-away', 'put-aside', 'take-up', 'return', 'loss', 'damage'] as const
export type MovingKind = (typeof movingKinds)[number]

export type MovedGiven = {
  at: string
  words: string | null
  lines: StockLineGiven[]
  /** The other shelf, where goods are put away or taken up. */
  toShelf: string | null
  /** The partner who brings goods back. */
  organisation: string | null
}

type Written = { document: string; year: number; number: number } | { proposal: string }

const paper = {
  'put-away': { kind: 'put_away', needsWords: false },
  'put-aside': { kind: 'recall', needsWords: true },
  'take-up': { kind: 'put_away', needsWords: true },
  return: { kind: 'return', needsWords: false },
  loss: { kind: 'loss', needsWords: true },
  damage: { kind: 'damage', needsWords: true },
} as const

export async function moveWithin(db: Db, code: string, kind: MovingKind, given: MovedGiven, aloneUpTo: number): Promise<Written | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  if (paper[kind].needsWords && !given.words) return refused(refuse('ledger.no-reason'))
  const lines = await stockLines(db, code, given.lines)
  if ('refused' in lines) return lines
  const misplaced = lines.find(({ shelf }) => (shelf.kind === 'quarantine') !== (kind === 'take-up') && !['loss', 'damage'].includes(kind))
  if (misplaced) return refused(refuse('relief.shelf-unknown', { shelf: misplaced.shelf.code, warehouse: code }))
  const other = await otherSide(db, warehouse, kind, given)
  if (typeof other === 'object') return other
  const moves = lines.map(({ item, lotCode, shelf, quantity }) => {
    const [from, to] = kind === 'return' ? [other, shelf.id] : [shelf.id, other]
    return { item: item.code, lot: lotCode, from, to, quantity }
  })
  const about = { owner, kind: paper[kind].kind, series: code, scope: warehouse.place, at: given.at, words: given.words ?? undefined }
  return post(db, { ...about, moves }, { as: 'plan', aloneUpTo })
}

async function otherSide(db: Db, warehouse: WarehouseRow, kind: MovingKind, { toShelf, organisation }: MovedGiven): Promise<string | Refused> {
  if (kind === 'loss') return outsideAccount(db, 'lost', warehouse.place)
  if (kind === 'damage') return outsideAccount(db, 'damaged', warehouse.place)
  if (kind === 'put-aside') return quarantineOf(db, warehouse)
  if (kind === 'return') return organisation ? partnerAccount(db, organisation, warehouse.place) : refused(refuse('relief.consignee-one'))
  const shelf = (await shelvesOf(db, warehouse.code)).find((one) => one.code === toShelf && one.kind === 'bin')
  return shelf?.id ?? refused(refuse('relief.shelf-unknown', { shelf: toShelf ?? '', warehouse: warehouse.code }))
}
