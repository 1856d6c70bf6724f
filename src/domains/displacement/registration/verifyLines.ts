/** A second look at what was registered, line by line: verified, rejected for a reason, or put back to be looked at again. No name is opened by the list. */
import { sql } from 'kysely'
import { audit, type Db, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type HouseholdFacts, listedHouseholds } from '../../../registry/people/index.ts'
import { RegistrationLine } from './registration.ts'

export const verdicts = ['unverified', 'verified', 'rejected'] as const
export type Verdict = (typeof verdicts)[number]

type Line = {
  id: string
  household: string | null
  place: string
  placeName: string | null
  day: string
  team: string | null
  consent: 'given' | 'refused'
  verification: Verdict
  verificationReason: string | null
  verifiedAt: string | null
  verifiedBy: string | null
  counted: { people: number }[] | null
}
export type LineToVerify = Omit<Line, 'counted'> & { number: string | null; state: string | null; people: number; byAge: HouseholdFacts['byAge'] }

const mostLines = 500

/** Oldest first, so that those who work through them meet the same order. */
export async function linesOf(db: Db, exercise: string, verification: Verdict): Promise<{ lines: LineToVerify[]; counts: Record<Verdict, number> }> {
  const lines = await db.rows<Line>(sql`
    select l.id, l.household, l.place, p.name as place_name, l.day, l.team, l.consent, l.verification, l.verification_reason, l.verified_at, w.name as verified_by, l.counted
    from displacement.registration_line l left join places.place p on p.pcode = l.place left join kernel.person w on w.id = l.verified_by
    where l.exercise = ${exercise} and l.verification = ${verification} order by l.day, l.recorded_at, l.id limit ${mostLines}`)
  const households = await listedHouseholds(
    db,
    lines.flatMap(({ household }) => household ?? []),
  )
  const known = new Map(households.map((household) => [household.id, household]))
  const counted = await db.rows<{ verification: Verdict; n: number }>(
    sql`select verification, count(*)::int as n from displacement.registration_line where exercise = ${exercise} group by verification`,
  )
  const count = (of: Verdict) => counted.find((each) => each.verification === of)?.n ?? 0
  return {
    lines: lines.map(({ counted: nameless, ...line }) => {
      const facts = line.household ? known.get(line.household) : undefined
      const people = facts?.people ?? (nameless ?? []).reduce((sum, { people: n }) => sum + n, 0)
      return { ...line, number: facts?.number ?? null, state: facts?.state ?? null, people, byAge: facts?.byAge ?? [] }
    }),
    counts: { unverified: count('unverified'), verified: count('verified'), rejected: count('rejected') },
  }
}

export async function verifyLine(
  db: Db,
  id: string,
  { verification, reason }: { verification: Verdict; reason: string | null },
): Promise<{ id: string } | Refused> {
  const line = await db.one<{ state: string }>(sql`
    select e.state from displacement.registration_line l join displacement.registration_exercise e on e.id = l.exercise where l.id = ${id}`)
  if (!line) return refused(refuse('access.not-found'))
  if (line.state !== 'collecting' && line.state !== 'verifying') return refused(refuse('registration.exercise-closed', { state: line.state }))
  if (verification === 'rejected' && !reason) return refused(refuse('registration.reject-reason'))
  const looked = verification === 'unverified' ? { verifiedAt: null, verifiedBy: null } : { verifiedAt: new Date().toISOString(), verifiedBy: db.actor.userId }
  await updateRow(db, RegistrationLine, id, { verification, verificationReason: verification === 'rejected' ? reason : null, ...looked })
  await audit(db, 'registration.verify', RegistrationLine.name, id, { verification })
  return { id }
}
