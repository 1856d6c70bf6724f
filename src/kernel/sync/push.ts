/** Envelopes from a phone of ours. Each is answered on its own, so that one bad form never holds back the next; no answer but a receipt lets the phone go on. */
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { isRefused } from '../db/transaction.ts'
import { type Received, receive } from '../forms/receive.ts'
import type { House } from '../house.ts'
import { refusalBody, refusalOfError } from '../http/answers.ts'
import { refuse } from '../refusal.ts'
import { unseal } from './unseal.ts'

const small = z.string().max(2000)
export const sealed = z.object({ keyId: small, epk: z.object({ kty: small, crv: small, x: small, y: small }), iv: small, data: z.string().max(16_000_000) })
const file = z.object({
  name: z.string().min(1).max(300),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
})

export const envelope = z.object({
  form: z.string().max(200),
  version: z.string().max(200).nullish(),
  instanceId: z.string().min(1).max(300),
  deviceSeq: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
  openedAt: small.nullish(),
  finishedAt: small.nullish(),
  elapsedMs: z.number().nullish(),
  client: z.string().max(300).nullish(),
  xml: z.string().max(10_000_001).optional(),
  sealed: sealed.optional(),
  files: z.array(file).max(200).default([]),
})
export const pushBody = z.object({ envelopes: z.array(envelope).max(200) })

type Envelope = z.infer<typeof envelope>

const soon = 30
const muchLater = 900

/** The database away, the disk full, somebody quicker: the phone tries again. Everything else is a refusal that a person must look at, and the phone keeps it. */
const passing: Record<string, number> = { 'http.not-ready': soon, 'http.disk-full': muchLater, 'forms.not-durable': muchLater, 'forms.try-again': 1 }

type Answer =
  | ({ instanceId: string } & ReturnType<typeof refusalBody>)
  | { instanceId: string; retry: true; after: number }
  | ({ instanceId: string } & Pick<Received, 'outcome' | 'receipt' | 'missing' | 'reason'>)

export async function takeEnvelope(house: House, actor: Actor, given: Envelope): Promise<Answer> {
  const { instanceId } = given
  const no = (refusals: Parameters<typeof refusalBody>[0]): Answer => {
    const after = passing[refusals[0]?.code ?? '']
    return after === undefined ? { instanceId, ...refusalBody(refusals, house.catalogue) } : { instanceId, retry: true, after }
  }
  const xml = given.sealed ? unseal(house.keyring, given.sealed, instanceId) : given.xml
  if (xml === null || xml === undefined) return no([refuse('forms.sealed-unreadable', { instance: instanceId })])
  try {
    const answer = await receive(house, actor, {
      project: actor.phone!.project,
      xml,
      files: given.files,
      deviceSeq: given.deviceSeq,
      client: given.client ?? undefined,
      openedAt: given.openedAt ?? undefined,
      finishedAt: given.finishedAt ?? undefined,
      elapsedMs: given.elapsedMs ?? undefined,
      via: 'push',
      keptAside: actor.phone!.ended ? 'device-revoked' : undefined,
    })
    if (isRefused(answer)) return no(answer.refused)
    const { outcome, receipt, missing, reason } = answer
    // The phone compares ids: a document that calls itself otherwise than its envelope is told by its own.
    return { instanceId, outcome, receipt, missing, ...(reason ? { reason } : {}) }
  } catch (error) {
    const expected = refusalOfError(error)
    if (expected) return no([expected])
    house.log.error({ error: { name: (error as Error).name, message: (error as Error).message, stack: (error as Error).stack } }, 'an envelope broke')
    return { instanceId, retry: true, after: muchLater }
  }
}

export async function push(house: House, actor: Actor, envelopes: readonly Envelope[]): Promise<{ answers: Answer[] }> {
  const answers: Answer[] = []
  // In the order of the phone: an edit comes after what it edits.
  for (const given of envelopes) answers.push(await takeEnvelope(house, actor, given))
  return { answers }
}
