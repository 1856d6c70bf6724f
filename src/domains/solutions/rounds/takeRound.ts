/**
 * What comes from a phone after its round. Each fact gets exactly one receipt, whoever sends it and however often; what the office cannot carry out any more is kept aside
 * and still has its receipt, so that nothing stays on a phone and nothing is lost. It acts as the phone's person, who must hold the role at that moment.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { factReceiptText } from '../../../engines/handover/index.ts'
import { keyOfRoundFact, type RoundFact, roundFactText, roundKinds } from '../../../engines/solutions/index.ts'
import {
  type Actor,
  act,
  asTheHouse,
  audit,
  type Db,
  homeOf,
  insertRow,
  isRefused,
  type House as Mission,
  personById,
  type Refusal,
  type Refused,
  refuse,
  refused,
  signedText,
  signingOf,
} from '../../../kernel/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { officers } from '../office.ts'
import { carryOut, photosOf } from './carryOut.ts'
import { RoundFactKept, type RoundFactRow } from './roundFact.ts'

export const sentRound = z.object({
  facts: z
    .array(
      z.object({
        ...{ kind: z.enum(roundKinds), subject: z.string().max(60), device: z.string().max(60), sequence: z.int().min(1).max(1_000_000_000) },
        ...{ content: z.string().max(20_000), at: z.iso.datetime({ offset: true }) },
      }),
    )
    .max(200),
})

type Worded = Refusal & { sentence: Bilingual }
export type RoundAnswered =
  | { key: string; receipt: { text: string; keyId: string; signature: string }; aside: Worded[] }
  /** Not kept: the phone holds it and sends it again. */
  | { key: string; refusals: Worded[] }

/** The phone's person with this domain's role alone, where he holds it and the key still stands. Null: the phone belongs to no person. */
export async function authorOf({ doors }: Mission, actor: Actor): Promise<Actor | null> {
  const person = actor.userId === null ? null : await personById(doors, actor.userId)
  if (!person) return null
  const holds = !actor.phone?.ended && !person.disabledAt
  return { ...actor, roles: holds ? person.roles.filter((role) => officers.some((one) => one === role)) : [] }
}

const keptBefore = (db: Db, { device, sequence }: RoundFact) =>
  asTheHouse(db, (house) => house.one<RoundFactRow>(sql`select * from solutions.round_fact where device = ${device} and sequence = ${sequence}`))

/** Of the house, the way or the consent; the phone's own area for what nobody knows. */
async function scopeOf(db: Db, mission: Mission, subject: string): Promise<string> {
  const found = await asTheHouse(db, (house) =>
    house.one<{ scope: string }>(sql`
      select scope from solutions.house where id::text = ${subject} union all select scope from solutions.pathway where id::text = ${subject}
      union all select scope from solutions.consent where id::text = ${subject} limit 1`),
  )
  return found?.scope ?? homeOf(mission, db.actor)
}

type Taking = { mission: Mission; epoch: string; fact: RoundFact; hash: string }

async function keep(db: Db, { mission, epoch, fact, hash }: Taking, reasons: Refusal[]): Promise<RoundFactRow> {
  const { at, ...told } = fact
  const scope = await scopeOf(db, mission, fact.subject)
  return asTheHouse(db, async (house) => {
    const { number } = (await house.one<{ number: number }>(sql`select nextval('solutions.round_receipt')::int as number`))!
    const text = factReceiptText({ key: keyOfRoundFact(fact), hash, receivedAt: new Date().toISOString(), number, epoch })
    const { keyId, signature } = signedText(mission.keyring, text)
    const signed = { receipt: text, receiptKey: keyId, receiptSignature: signature }
    const pictures = JSON.stringify(await Promise.all(photosOf(fact).map(async (sha256) => ({ sha256, bytes: (await mission.files.size(sha256)) ?? 0 }))))
    await house.run(sql`
      insert into kernel.file (sha256, bytes, kind) select distinct on (sha256) sha256, bytes, 'submission'
      from jsonb_to_recordset(${pictures}::jsonb) as n(sha256 text, bytes bigint) on conflict do nothing`)
    const state = reasons.length > 0 ? ('aside' as const) : ('done' as const)
    const kept = await insertRow(house, RoundFactKept, { scope, class: 3, ...told, saidAt: at, hash, state, reasons, receiptNumber: number, ...signed })
    await audit(house, 'round.fact', RoundFactKept.name, kept.id, { kind: fact.kind, state })
    return kept
  })
}

/** Two sendings of one phone at once: the second waits and finds what the first wrote. */
async function taken(db: Db, taking: Taking, write: () => Promise<RoundFactRow | Refused>): Promise<RoundFactRow | Refused> {
  const { fact, hash } = taking
  await db.rows(sql`select pg_advisory_xact_lock(hashtext(${`round ${fact.device}`}))`)
  const before = await keptBefore(db, fact)
  if (!before) return write()
  return before.hash === hash ? before : refused(refuse('solutions.fact-other-content', { n: fact.sequence }))
}

async function takeOne(taking: Taking, author: Actor, device: string): Promise<RoundFactRow | Refused> {
  const { mission, fact } = taking
  if (fact.device !== device) return refused(refuse('solutions.fact-not-here'))
  const here = await Promise.all(photosOf(fact).map((photo) => mission.files.size(photo)))
  if (here.includes(null)) return refused(refuse('solutions.photo-not-here'))
  if (author.roles.length === 0) return act(mission.doors, author, (db) => taken(db, taking, () => keep(db, taking, [refuse('solutions.phone-without-role')])))
  let why: Refusal[] = []
  const done = await act(mission.doors, author, (db) =>
    taken(db, taking, async () => {
      const problem = await carryOut(db, mission, fact)
      why = problem?.refused ?? []
      return problem ?? keep(db, taking, [])
    }),
  )
  // What the deed had written went back with its refusal; the fact itself is kept by a second journey.
  return why.length > 0 ? act(mission.doors, author, (db) => taken(db, taking, () => keep(db, taking, why))) : done
}

const mustWait = ({ refused: [first] }: Refused) => first?.code === 'solutions.photo-not-here'

export async function takeRound(mission: Mission, actor: Actor, facts: readonly RoundFact[]): Promise<{ answers: RoundAnswered[] } | Refused> {
  const { epoch, forgetful } = await signingOf(mission)
  if (forgetful.length > 0) return refused(refuse('forms.not-durable', { settings: forgetful }))
  const author = await authorOf(mission, actor)
  if (!author) return refused(refuse('solutions.not-this-phone'))
  const answers: RoundAnswered[] = []
  for (const fact of facts.toSorted((a, b) => a.sequence - b.sequence)) {
    const key = keyOfRoundFact(fact)
    const hash = createHash('sha256').update(roundFactText(fact), 'utf8').digest('hex')
    const kept = await takeOne({ mission, epoch, fact, hash }, author, actor.device!)
    if (isRefused(kept)) answers.push({ key, refusals: mission.catalogue.worded(kept.refused) })
    else {
      const { receipt: text, receiptKey: keyId, receiptSignature: signature, reasons } = kept
      answers.push({ key, receipt: { text, keyId, signature }, aside: mission.catalogue.worded(reasons) })
    }
    // What follows stands on it, and would be judged against a house that is not that far.
    if (isRefused(kept) && mustWait(kept)) break
  }
  return { answers }
}
