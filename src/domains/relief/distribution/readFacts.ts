/** What a fact must be before it is believed at all: whole, of this device and this day, signed by it. What is wrong is told one by one, and the device keeps it. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { acknowledgements, type FieldFact, factKinds, factText, isPrintable, keyOfFact, outOf, receivers } from '../../../engines/handover/index.ts'
import { type PublicKey, signatureHolds } from '../../../engines/signature.ts'
import { type Refusal, refuse } from '../../../kernel/index.ts'

const short = z.string().max(60)
const number = (min: number) => z.number().int().min(min).max(1_000_000_000)

export const sentFact = z.object({
  kind: z.enum(factKinds),
  distribution: short,
  household: z.string().max(20),
  line: number(0),
  device: short,
  sequence: number(1),
  item: z.string().max(120).nullable(),
  quantity: number(0),
  lots: z.array(z.object({ lot: z.string().max(120), quantity: number(1) })).max(50),
  reverses: number(1).nullable(),
  receivedBy: z.enum(receivers).nullable(),
  acknowledgement: z.enum(acknowledgements).nullable(),
  collector: z.string().max(20).nullable(),
  reason: z.string().max(300).nullable(),
  at: z.iso.datetime({ offset: true }),
})
const curveKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string().max(60), y: z.string().max(60) })
export const sentFacts = z.object({
  publicKey: curveKey,
  facts: z.array(z.object({ fact: sentFact, slip: z.string().max(100) })).max(500),
})

/** `slip`: the device's signature; null for what was typed in from paper. */
export type SentFact = { fact: FieldFact; slip: string | null }

export const hashOfFact = (fact: FieldFact): string => createHash('sha256').update(factText(fact), 'utf8').digest('hex')

/** `money`: codes that are in no warehouse; a phone that did not know so names a lot all the same. */
const isWhole = ({ kind, line, item, quantity, lots, household, reverses }: FieldFact, money: ReadonlySet<string>): boolean => {
  const moves = outOf({ kind, quantity: 1 }) !== 0
  if (!isPrintable(household) || (kind === 'taken_back') !== (reverses !== null)) return false
  const inLots = lots.reduce((sum, lot) => sum + lot.quantity, 0)
  return moves
    ? item !== null && line >= 1 && quantity >= 1 && (inLots === quantity || (inLots === 0 && money.has(item)))
    : item === null && line === 0 && quantity === 0 && inLots === 0
}

type Of = { distribution: string; device: string; publicKey: PublicKey | null; money: ReadonlySet<string> }

export async function wrongWith({ fact, slip }: SentFact, of: Of): Promise<Refusal | null> {
  if (fact.distribution !== of.distribution || fact.device !== of.device) return refuse('relief.fact-not-here', { household: fact.household })
  if (!isWhole(fact, of.money)) return refuse('relief.fact-broken', { household: fact.household })
  if (of.publicKey === null) return null
  const signature = /^[\w-]{86}$/.test(slip ?? '') ? new Uint8Array(Buffer.from(slip!, 'base64url')) : null
  const holds = signature && (await signatureHolds(factText(fact), signature, of.publicKey).catch(() => false))
  return holds ? null : refuse('relief.slip-unsigned', { household: fact.household })
}

/** A fact takes back one handover of its own device, whole and once. */
export function nothingToTakeBack(fact: FieldFact, earlier: readonly FieldFact[]): boolean {
  if (fact.kind !== 'taken_back') return false
  const first = earlier.find(({ sequence }) => sequence === fact.reverses)
  const isAgain = earlier.some((one) => one.reverses === fact.reverses && keyOfFact(one) !== keyOfFact(fact))
  return !first || isAgain || outOf(first) !== fact.quantity || first.household !== fact.household || first.line !== fact.line || first.item !== fact.item
}
