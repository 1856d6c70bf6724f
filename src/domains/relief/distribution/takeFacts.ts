/**
 * What comes from a tablet: each fact gets exactly one receipt, whoever sends it and however often. It already happened, so nothing that is whole is refused: two
 * tablets that served one family are two facts, both out of stock, and what a custody did not hold becomes a discrepancy. Relief specification, 3.4 and 9.3.
 */
import { sql } from 'kysely'
import { type FactReceipt, type FieldFact, factReceiptText, keyOfFact, outOf } from '../../../engines/handover/index.ts'
import type { PublicKey } from '../../../engines/signature.ts'
import {
  type Actor,
  act,
  asTheHouse,
  audit,
  type Db,
  type House,
  post,
  type Refusal,
  type Refused,
  refuse,
  refused,
  signedText,
  signingOf,
} from '../../../kernel/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { countAgain } from './countTablet.ts'
import { moneyIn } from './money.ts'
import { type DistributionRow, oneDistribution } from './planDistribution.ts'
import { hashOfFact, nothingToTakeBack, type SentFact, wrongWith } from './readFacts.ts'
import { handedAccount, type TabletRow, tabletOf } from './tablets.ts'

export type FactAnswer = { key: string; receipt: FactReceipt } | { key: string; refusals: (Refusal & { sentence: Bilingual })[] }

type Kept = FieldFact & { hash: string; receipt: string; receiptKey: string; receiptSignature: string }
type Fresh = SentFact & { hash: string; at: string }
type Arrival = { house: House; db: Db; distribution: DistributionRow; tablet: TabletRow; epoch: string; isPaper: boolean; money: ReadonlySet<string> }

const keptBefore = (db: Db, distribution: DistributionRow, device: string, sequences: readonly number[]): Promise<Kept[]> =>
  db.rows<Kept>(sql`
    select kind, ${distribution.code} as distribution, household, line, device, sequence, item, quantity, lots, reverses, received_by, acknowledgement, collector, reason,
      to_json(said_at) #>> '{}' as at, hash, receipt, receipt_key, receipt_signature
    from relief.handover where distribution = ${distribution.id} and device = ${device} and sequence = any (${[...sequences]}::int[])`)

const receiptOf = ({ receipt, receiptKey, receiptSignature }: Kept): FactReceipt => ({ text: receipt, keyId: receiptKey, signature: receiptSignature })

/** Between the opening of its custody and now: a device's clock may be wrong, and no account may have been emptied before it was filled. */
function momentOf(at: string, opened: string, now: string): string {
  const time = Math.min(Math.max(Date.parse(at), Date.parse(opened)), Date.parse(now))
  return new Date(time).toISOString()
}

/** One paper for all that came together; every line of it dated when it happened. */
async function moveGoods({ db, distribution, tablet, money }: Arrival, fresh: readonly Fresh[], now: string): Promise<string | null | Refused> {
  const handed = await handedAccount(db, distribution)
  const moves = fresh.flatMap(({ fact, at }) => {
    if (fact.item !== null && money.has(fact.item)) return []
    const [from, to] = outOf(fact) > 0 ? [tablet.custody, handed] : [handed, tablet.custody]
    return fact.lots.map(({ lot, quantity }) => ({ item: fact.item!, lot, from, to, quantity, at }))
  })
  if (moves.length === 0) return null
  const about = { owner: 'relief', kind: 'handover', series: distribution.code, scope: distribution.scope, at: now, words: tablet.label } as const
  const posted = await post(db, { ...about, moves }, { as: 'fact' })
  return 'refused' in posted ? posted : 'document' in posted ? posted.document : null
}

async function write(arrival: Arrival, fresh: readonly Fresh[], now: string): Promise<Map<string, FactReceipt> | Refused> {
  const { house, db, distribution, tablet, epoch, isPaper, money } = arrival
  const document = await moveGoods(arrival, fresh, now)
  if (document !== null && typeof document === 'object') return document
  const numbers = await db.rows<{ number: number }>(sql`select nextval('relief.handover_receipt')::int as number from generate_series(1, ${fresh.length})`)
  const keyId = house.keyring.receiptKey.id
  const receipts = new Map<string, FactReceipt>()
  const rows = fresh.map(({ fact, slip, hash, at }, place) => {
    const number = numbers[place]!.number
    const text = factReceiptText({ key: keyOfFact(fact), hash, receivedAt: now, number, epoch })
    const receipt = signedText(house.keyring, text)
    receipts.set(keyOfFact(fact), receipt)
    return {
      ...fact,
      at,
      saidAt: fact.at,
      slip,
      hash,
      number,
      receipt: text,
      signature: receipt.signature,
      moves: outOf(fact) !== 0 && !money.has(fact.item ?? ''),
    }
  })
  await db.run(sql`
    insert into relief.handover (scope, effective_at, distribution, household, line, device, sequence, kind, item, quantity, lots, reverses, received_by, acknowledgement,
      collector, reason, said_at, paper, late, hash, slip, document, receipt_number, receipt, receipt_key, receipt_signature)
    select ${distribution.scope}, r.at, ${distribution.id}, r.household, r.line, r.device, r.sequence, r.kind, r.item, r.quantity, r.lots, r.reverses, r."receivedBy",
      r.acknowledgement, r.collector, r.reason, r."saidAt", ${isPaper}, ${distribution.closedAt !== null}, r.hash, r.slip,
      case when r.moves then ${document}::uuid end, r.number, r.receipt, ${keyId}, r.signature
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(at timestamptz, household text, line int, device text, sequence int, kind text, item text, quantity int,
      lots jsonb, reverses int, "receivedBy" text, acknowledgement text, collector text, reason text, "saidAt" timestamptz, hash text, slip text, moves boolean,
      number int, receipt text, signature text)`)
  await db.run(sql`
    insert into relief.distribution_exception (scope, distribution, handover, reason, state)
    select h.scope, h.distribution, h.id, coalesce(h.reason, '-'), 'waiting' from relief.handover h
    where h.distribution = ${distribution.id} and h.device = ${tablet.device} and h.kind = 'exception' and h.sequence = any (${fresh.map(({ fact }) => fact.sequence)}::int[])`)
  return receipts
}

type Sorted = { known: Map<string, FactReceipt>; fresh: Fresh[]; wrong: Map<string, Refusal> }

async function sortOut({ db, distribution, tablet, money }: Arrival, sent: readonly SentFact[], publicKey: PublicKey | null, now: string): Promise<Sorted> {
  const sequences = sent.flatMap(({ fact }) => [fact.sequence, fact.reverses ?? fact.sequence])
  const before = await keptBefore(db, distribution, tablet.device, sequences)
  const bySequence = new Map(before.map((kept) => [kept.sequence, kept]))
  const taken = await db.rows<FieldFact>(sql`
    select sequence, reverses, household, line, ${distribution.code} as distribution, device from relief.handover
    where distribution = ${distribution.id} and device = ${tablet.device} and reverses = any (${sequences}::int[])`)
  const opened = await db.one<{ at: string }>(sql`
    select to_json(min(m.effective_at)) #>> '{}' as at from ledger.move m join ledger.document d on d.id = m.document where m.to_account = ${tablet.custody} and d.kind = 'release'`)
  const sorted: Sorted = { known: new Map(), fresh: [], wrong: new Map() }
  const seen = new Map<number, string>()
  const earlier: FieldFact[] = [...before, ...taken]
  for (const { fact, slip } of sent) {
    const [key, hash] = [keyOfFact(fact), hashOfFact(fact)]
    const kept = bySequence.get(fact.sequence)
    const twin = kept?.hash ?? seen.get(fact.sequence)
    if (twin !== undefined && twin !== hash) sorted.wrong.set(key, refuse('relief.handover-other-content', { household: fact.household, n: fact.sequence }))
    else if (kept) sorted.known.set(key, receiptOf(kept))
    else if (twin === undefined) {
      const wrong =
        (await wrongWith({ fact, slip }, { distribution: distribution.code, device: tablet.device, publicKey, money })) ??
        (nothingToTakeBack(fact, earlier) ? refuse('relief.nothing-to-take-back', { household: fact.household }) : null)
      if (wrong) sorted.wrong.set(key, wrong)
      else {
        seen.set(fact.sequence, hash)
        earlier.push(fact)
        sorted.fresh.push({ fact, slip, hash, at: momentOf(fact.at, opened?.at ?? now, now) })
      }
    }
  }
  return sorted
}

/** `publicKey` null: typed in at the office, in the name of whoever typed. */
export async function takeIn(house: House, db: Db, given: { distribution: string; device: string; publicKey: PublicKey | null; facts: readonly SentFact[] }) {
  const { epoch, forgetful } = await signingOf(house)
  if (forgetful.length > 0) return refused(refuse('forms.not-durable', { settings: forgetful }))
  return asTheHouse(db, async (within): Promise<{ answers: FactAnswer[] } | Refused> => {
    const distribution = await oneDistribution(within, given.distribution)
    const tablet = distribution && (await tabletOf(within, distribution.id, given.device))
    if (!distribution || !tablet) return refused(refuse('relief.not-this-tablet'))
    const money = await moneyIn(within, distribution)
    const arrival = { house, db: within, distribution, tablet, epoch, isPaper: given.publicKey === null, money }
    const now = new Date().toISOString()
    const { known, fresh, wrong } = await sortOut(arrival, given.facts, given.publicKey, now)
    const written = fresh.length > 0 ? await write(arrival, fresh, now) : new Map<string, FactReceipt>()
    if ('refused' in written) return written
    const highest = Math.max(tablet.lastSequence, ...fresh.map(({ fact }) => fact.sequence))
    const key = given.publicKey === null ? null : JSON.stringify(given.publicKey)
    await within.run(sql`
      update relief.distribution_tablet set last_sequence = ${highest}, last_heard_at = ${now}, public_key = coalesce(${key}::jsonb, public_key), version = version + 1
      where id = ${tablet.id}`)
    if (fresh.length > 0) await audit(within, 'relief.handovers', 'relief.distribution', distribution.id, { facts: fresh.length, wrong: wrong.size })
    if (fresh.length > 0 && tablet.state !== 'open') await countAgain(within, distribution, tablet)
    return {
      answers: given.facts.map(({ fact }) => {
        const said = keyOfFact(fact)
        const no = wrong.get(said)
        return no ? { key: said, refusals: house.catalogue.worded([no]) } : { key: said, receipt: (written.get(said) ?? known.get(said))! }
      }),
    }
  })
}

export const takeFacts = (house: House, actor: Actor, distribution: string, sent: { publicKey: PublicKey; facts: readonly SentFact[] }) =>
  act(house.doors, actor, (db) => takeIn(house, db, { distribution, device: actor.device!, ...sent }))
