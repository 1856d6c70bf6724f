/** What waits for a second person: differences of deliveries, losses and counts above what one may write alone, and what the ledger could not explain. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, explain, getRow, post, type Refused, refuse, refused, sign, signExplanation, updateRow } from '../../../kernel/index.ts'
import { keeps, owner } from '../office.ts'
import { outsideAccount, roadOf, shelvesOf, warehouseById } from '../warehouses/keepWarehouse.ts'
import { Discrepancy, type DiscrepancyRow, Waybill } from './waybill.ts'

const sameHand = (db: Db, first: string | null | undefined) => first === db.actor.userId

export type ExplainedGiven = { words: string; outcome: 'lost' | 'not_loaded' | null }

export async function explainDiscrepancy(db: Db, id: string, { words, outcome }: ExplainedGiven): Promise<{ state: 'explained' } | Refused> {
  const found = await held(db, id)
  if ('refused' in found) return found
  if (found.state !== 'open') return refused(refuse('ledger.nothing-waits'))
  if (words === '') return refused(refuse('ledger.no-reason'))
  if (found.kind === 'short' && !outcome) return refused(refuse('relief.outcome-missing', { item: found.item }))
  return asTheHouse(db, async (house) => {
    const explained = { explanation: words, outcome: found.kind === 'short' ? outcome : null, explainedBy: house.actor.userId }
    await updateRow(house, Discrepancy, id, { state: 'explained', ...explained })
    await audit(house, 'relief.explain', Discrepancy.name, id)
    return { state: 'explained' as const }
  })
}

export async function signDiscrepancy(db: Db, id: string, now: string): Promise<{ state: 'signed' } | Refused> {
  const found = await held(db, id)
  if ('refused' in found) return found
  if (found.state !== 'explained') return refused(refuse('ledger.nothing-waits'))
  if (sameHand(db, found.explainedBy)) return refused(refuse('relief.second-person'))
  return asTheHouse(db, async (house) => {
    const document = await settle(house, found, now)
    if (document !== null && typeof document === 'object') return document
    await updateRow(house, Discrepancy, id, { state: 'signed', signedBy: house.actor.userId, signedAt: now, document })
    await audit(house, 'relief.sign-discrepancy', Discrepancy.name, id)
    return { state: 'signed' as const }
  })
}

async function held(db: Db, id: string): Promise<DiscrepancyRow | Refused> {
  const row = await asTheHouse(db, async (house) => {
    await house.rows(sql`select 1 from relief.discrepancy where id = ${id}::uuid for update`)
    return getRow(house, Discrepancy, id)
  })
  const mayDecide = row && (keeps(db.actor, row.scope) || db.actor.roles.includes('clusterCoordinator'))
  return mayDecide ? row : refused(refuse('access.not-found'))
}

/** What came above the waybill was taken in with the receipt; what stayed on the road leaves it now. */
async function settle(
  house: Db,
  { waybill: id, kind, outcome, item, lot, quantity, explanation }: DiscrepancyRow,
  now: string,
): Promise<string | null | Refused> {
  if (kind === 'over' || kind === 'wrong_item') return null
  const waybill = (await getRow(house, Waybill, id))!
  const sender = (await warehouseById(house, waybill.warehouse))!
  const from = await roadOf(house, sender)
  const about = { owner, series: sender.code, scope: sender.place, at: now, words: explanation ?? undefined }
  const move = async (paper: 'loss' | 'damage' | 'return', to: string) => {
    const posted = await post(house, { ...about, kind: paper, moves: [{ item, lot, from, to, quantity }] }, { as: 'fact' })
    return 'document' in posted ? posted.document : (posted as Refused)
  }
  if (kind === 'damaged') return move('damage', await outsideAccount(house, 'damaged', sender.place))
  if (outcome === 'lost') return move('loss', await outsideAccount(house, 'lost', sender.place))
  const shelf = waybill.lines.find((line) => line.item === item && line.lot === lot)!.shelf
  return move('return', (await shelvesOf(house, sender.code)).find(({ code }) => code === shelf)!.id)
}

type Waiting = { scope: string; by: string | null; state: string }

/** A loss, a damage or a count above what one may write alone. */
export async function signProposal(db: Db, id: string) {
  const row = await waiting(db, sql`select scope, recorded_by as by, state from ledger.proposal where id = ${id}::uuid and owner = ${owner}`)
  if ('refused' in row) return row
  return sameHand(db, row.by) ? refused(refuse('relief.second-person')) : sign(db, id)
}

export async function explainUnexplained(db: Db, id: string, words: string) {
  const row = await waiting(db, sql`select scope, explained_by as by, state from ledger.discrepancy where id = ${id}::uuid and owner = ${owner}`)
  return 'refused' in row ? row : explain(db, id, words)
}

export async function signUnexplained(db: Db, id: string) {
  const row = await waiting(db, sql`select scope, explained_by as by, state from ledger.discrepancy where id = ${id}::uuid and owner = ${owner}`)
  if ('refused' in row) return row
  return sameHand(db, row.by) ? refused(refuse('relief.second-person')) : signExplanation(db, id)
}

async function waiting(db: Db, question: ReturnType<typeof sql>): Promise<Waiting | Refused> {
  const row = await asTheHouse(db, (house) => house.one<Waiting>(question))
  return row && keeps(db.actor, row.scope) ? row : refused(refuse('access.not-found'))
}
