/** A document on its way in, with everything that was found out about it before anything is written. */
import { sql } from 'kysely'
import type { Outcome, SignedReceipt } from '../../engines/instance/index.ts'
import { type Actor, theSystem } from '../access/actor.ts'
import { type Db, read } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { answerAt, type ClockFinding, type Document, type Envelope, type Reading } from './document.ts'
import type { FormToFill } from './formToFill.ts'
import { filesHashOf, signReceipt } from './receipts.ts'
import { type DeclaredFile, namedFiles } from './sentFiles.ts'

export type Received = {
  outcome: Outcome
  receipt: SignedReceipt
  /** Names of files that have not come. */
  missing: string[]
  submission: string | null
  instanceId: string
  /** Why it was kept aside. */
  reason?: string
}

export type Arriving = {
  house: House
  /** Who sent it; written by the product on his behalf, because nobody writes these tables by hand. */
  actor: Actor
  envelope: Envelope
  document: Document
  receivedAt: Date
  serverSeq: number
  epoch: string
}

export type Arrival = Arriving & {
  form: FormToFill
  reading: Reading
  declared: DeclaredFile[]
  scope: string
  effectiveAt: string | null
  startedAt: string | null
  finishedAt: string | null
  clocks: ClockFinding[]
}

export const onBehalfOf = (actor: Actor): Actor => ({ ...theSystem, userId: actor.userId, name: actor.name, device: actor.device })

/** The area of a phone, or the country for somebody who works everywhere. */
export const homeOf = ({ pack }: House, { areas }: Pick<Actor, 'areas'>): string => areas.find((area) => area !== '*') ?? pack.country.iso2

const known = new WeakMap<object, Map<string, string>>()

/** The area of the place that was answered, if a register knows it; otherwise the sender's own. */
export async function scopeOf(house: House, actor: Actor, reading: Reading, placeQuestion: string | null): Promise<string> {
  const code = answerAt(reading, placeQuestion)
  if (typeof code !== 'string' || code === '' || code.length > 60) return homeOf(house, actor)
  const areas = known.get(house.doors) ?? new Map<string, string>()
  known.set(house.doors, areas)
  const before = areas.get(code)
  if (before) return before
  for (const { areaOfPlace } of house.domains) {
    const area = areaOfPlace && (await read(house.doors, theSystem, (db) => areaOfPlace(db, code)))
    if (area) {
      if (areas.size > 20_000) areas.clear()
      areas.set(code, area)
      return area
    }
  }
  return homeOf(house, actor)
}

export const receiptOf = ({ house, document, receivedAt, serverSeq, epoch }: Arriving, outcome: Outcome, files: readonly DeclaredFile[]): SignedReceipt =>
  signReceipt(house.keyring, {
    form: document.form,
    instanceId: document.instanceId,
    outcome,
    payloadHash: document.payloadHash,
    filesHash: filesHashOf(namedFiles(files)),
    receivedAt: receivedAt.toISOString(),
    serverSeq,
    epoch,
  })

/** One receipt for each outcome of one content: who asks again gets the one that was given. */
export async function giveReceipt(
  db: Db,
  arriving: Arriving,
  outcome: Outcome,
  at: { files: readonly DeclaredFile[]; scope: string; class: number; submission: string | null },
): Promise<SignedReceipt> {
  const { form, instanceId, payloadHash } = arriving.document
  const earlier = () =>
    db.one<SignedReceipt>(sql`
      select text, key_id, signature from forms.receipt
      where form_code = ${form} and instance_id = ${instanceId} and payload_hash = ${payloadHash} and outcome = ${outcome}`)
  const given = await earlier()
  if (given) return given
  const made = receiptOf(arriving, outcome, at.files)
  const written = await db.run(sql`
    insert into forms.receipt (scope, class, form_code, instance_id, payload_hash, outcome, text, key_id, signature, submission)
    values (${at.scope}, ${at.class}, ${form}, ${instanceId}, ${payloadHash}, ${outcome}, ${made.text}, ${made.keyId}, ${made.signature}, ${at.submission})
    on conflict do nothing`)
  return written > 0 ? made : (await earlier())!
}
