/**
 * What a rescue file carries beside forms: work that a domain's own screens wrote on the phone and that has no receipt yet. Each piece is sealed to the office and bound
 * to what it belongs to; the domain takes it through the same door as if the phone had sent it, so that bringing it twice changes nothing.
 */
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { sealed } from './push.ts'
import { unseal } from './unseal.ts'

/** `signed`: how many pieces have their receipt now; `aside`: how many of these were kept without being carried out. */
export type TakenWork = { label: string; signed: number; aside: number; refusals: Refusal[] }
/** `of`: what the work belongs to; `content`: as the phone wrote it, still to be parsed. */
export type CarriedWork = { kind: string; take(house: House, phone: Actor, given: { of: string; content: unknown }): Promise<TakenWork | Refused> }

export const carriedWork = z.object({ kind: z.string().max(60), of: z.string().max(60), sealed })
type Carried = z.infer<typeof carriedWork>

export type WorkLine = { kind: string; of: string; label: string; signed: number; aside: number; refusals: ReturnType<House['catalogue']['worded']> }

function opened(house: House, { of, sealed: closed }: Carried): unknown {
  const text = unseal(house.keyring, closed, of)
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

export async function takeCarried(house: House, phone: Actor, carried: Carried): Promise<WorkLine> {
  const { kind, of } = carried
  const told = (refusals: readonly Refusal[]) => house.catalogue.worded(refusals)
  const work = house.domains.flatMap(({ carried: some }) => some ?? []).find((each) => each.kind === kind)
  const content = work ? opened(house, carried) : null
  if (!work || content === null) return { kind, of, label: of, signed: 0, aside: 0, refusals: told([refuse('forms.work-unreadable', { of })]) }
  const taken = await work.take(house, phone, { of, content })
  if ('refused' in taken) return { kind, of, label: of, signed: 0, aside: 0, refusals: told(taken.refused) }
  return { kind, of, ...taken, refusals: told(taken.refusals) }
}
