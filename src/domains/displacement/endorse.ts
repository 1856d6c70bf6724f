/** What the Government says of a frozen round: endorsed, with or without a reservation per place, or returned with reasons. Bound to the frozen hash. */
import { sql } from 'kysely'
import { insertRow, type Refused, type RowOf, refuse, refused, type StepContext } from '../../kernel/index.ts'
import { Endorsement } from './review.ts'
import type { Round, RoundRow } from './round.ts'

type Reservation = { place: string; text: string }

const reservationsOf = (input: Record<string, unknown>): Reservation[] =>
  (Array.isArray(input.reservations) ? input.reservations : []).filter(
    (each): each is Reservation => typeof each?.place === 'string' && typeof each?.text === 'string' && each.text.trim() !== '',
  )

const today = async ({ db }: StepContext) => (await db.one<{ day: string }>(sql`select current_date::text as day`))!.day

export async function endorse(round: RoundRow, context: StepContext): Promise<Refused | undefined> {
  const { db, input } = context
  const reservations = reservationsOf(input)
  const decision = input.decision === 'endorsed_with_reservations' ? 'endorsed_with_reservations' : 'endorsed'
  if (decision === 'endorsed_with_reservations' && reservations.length === 0) return refused(refuse('round.reservation-missing'))
  if (decision === 'endorsed' && reservations.length > 0) return refused(refuse('round.reservation-unexpected'))
  const decidedOn = typeof input.decidedOn === 'string' && input.decidedOn !== '' ? input.decidedOn : await today(context)
  const common = { scope: round.scope, round: round.id, office: String(input.office), decision, decidedOn, frozenHash: round.frozenHash ?? '' } as const
  await insertRow(db, Endorsement, { ...common, paperSha256: typeof input.paperSha256 === 'string' ? input.paperSha256 : null })
  for (const { place, text } of reservations) {
    const found = await db.one<{ scope: string }>(sql`select scope from places.place where id::text = ${place}`)
    if (!found) return refused(refuse('access.not-found'))
    await insertRow(db, Endorsement, { ...common, place, text })
  }
  return undefined
}

/** Returned: the round thaws, and the reasons stay on record. */
export async function reopen(round: RoundRow, context: StepContext): Promise<Partial<RowOf<typeof Round>>> {
  const { db, input } = context
  await insertRow(db, Endorsement, {
    scope: round.scope,
    round: round.id,
    office: String(input.office),
    decision: 'returned',
    text: String(input.text),
    decidedOn: await today(context),
    frozenHash: round.frozenHash ?? '',
  })
  return { frozenHash: null }
}
