/** The life of an agreement: drafted, negotiated, cleared, signed, active, ended. What was signed changes by an amendment alone, which keeps what stood there before. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { Agreement, type AgreementRow } from './agreement.ts'
import { isInForce, standingOf } from './standing.ts'

export type AgreementGiven = Pick<
  AgreementRow,
  'kind' | 'title' | 'parties' | 'lead' | 'focusArea' | 'fromDay' | 'toDay' | 'value' | 'currency' | 'noticeDays' | 'deliverables' | 'reports' | 'dataClause'
>

async function faults(db: Db, { parties, lead, fromDay, toDay, value, currency, kind }: AgreementGiven): Promise<Refusal[]> {
  const ids = [...new Set(parties.map(({ organisation }) => organisation))]
  const known = await db.one<{ n: number }>(sql`select count(*)::int as n from organisations.organisation where id = any (${ids}::uuid[])`)
  const money = value !== null || parties.some(({ contribution }) => contribution !== null)
  return [
    ...(ids.length < 2 || known!.n < ids.length ? [refuse('agreement.parties')] : []),
    ...(toDay < fromDay ? [refuse('agreement.ends-before-start')] : []),
    ...(money && !currency ? [refuse('agreement.currency-missing')] : []),
    ...(kind === 'joint_programme' && (!lead || !ids.includes(lead)) ? [refuse('agreement.lead-missing')] : []),
  ]
}

export async function draftAgreement(db: Db, house: House, given: AgreementGiven): Promise<{ id: string } | Refused> {
  const problems = await faults(db, given)
  if (problems.length > 0) return { refused: problems }
  const made = await insertRow(db, Agreement, { scope: house.pack.country.pcode, ...given, amendments: [], state: 'draft' })
  await audit(db, 'agreement.draft', Agreement.name, made.id)
  return { id: made.id }
}

const after: Record<AgreementRow['state'], readonly AgreementRow['state'][]> = {
  draft: ['negotiated'],
  negotiated: ['cleared', 'draft'],
  cleared: ['signed', 'negotiated'],
  signed: ['active'],
  active: ['ended', 'terminated'],
  ended: [],
  terminated: [],
}

export async function stepAgreement(db: Db, id: string, to: AgreementRow['state'], today: string): Promise<{ id: string } | Refused> {
  const agreement = await getRow(db, Agreement, id)
  if (!agreement) return refused(refuse('access.not-found'))
  if (!after[agreement.state].includes(to)) return refused(refuse('agreement.no-such-step', { from: agreement.state, to }))
  const signed = to === 'signed' ? { signedOn: today } : {}
  const ended = to === 'ended' || to === 'terminated' ? { endedOn: today } : {}
  await updateRow(db, Agreement, id, { state: to, ...signed, ...ended })
  await audit(db, 'agreement.step', Agreement.name, id, { from: agreement.state, to })
  return { id }
}

export type AmendmentGiven = { toDay: string; value: number | null; reason: string }

export async function amendAgreement(db: Db, id: string, { reason, ...changed }: AmendmentGiven, today: string): Promise<{ edition: number } | Refused> {
  const agreement = await getRow(db, Agreement, id)
  if (!agreement) return refused(refuse('access.not-found'))
  if (!['active', 'expiring'].includes(standingOf(agreement, today))) return refused(refuse('agreement.not-active', { title: agreement.title }))
  if (changed.toDay < agreement.fromDay) return refused(refuse('agreement.ends-before-start'))
  const edition = agreement.amendments.length + 2
  const { toDay, value } = agreement
  await updateRow(db, Agreement, id, { ...changed, amendments: [...agreement.amendments, { edition, on: today, reason, before: { toDay, value } }] })
  await audit(db, 'agreement.amend', Agreement.name, id, { edition })
  return { edition }
}

/** A deliverable is done, or a report has come. */
export async function tickAgreement(db: Db, id: string, what: 'deliverables' | 'reports', at: number, today: string): Promise<{ id: string } | Refused> {
  const agreement = await getRow(db, Agreement, id)
  if (!agreement?.[what][at]) return refused(refuse('access.not-found'))
  const changed =
    what === 'reports'
      ? { reports: agreement.reports.map((report, n) => (n === at ? { ...report, receivedOn: today } : report)) }
      : { deliverables: agreement.deliverables.map((one, n) => (n === at ? { ...one, doneOn: today } : one)) }
  await updateRow(db, Agreement, id, changed)
  await audit(db, 'agreement.tick', Agreement.name, id, { what, at })
  return { id }
}

/** Asked by every domain before money or personal data move under an agreement; an empty list means yes. */
export async function agreementObstacles(db: Db, id: string, today: string): Promise<Refusal[]> {
  const agreement = await db.one<AgreementRow>(sql`select * from coordination.agreement where id::text = ${id}`)
  return agreement && isInForce(agreement, today) ? [] : [refuse('agreement.not-active', { title: agreement?.title ?? null })]
}

export const agreementsNow = (db: Db): Promise<AgreementRow[]> => db.rows<AgreementRow>(sql`select * from coordination.agreement order by to_day, id`)

/** Those of a group's members that end within their notice: they come onto the agenda by themselves. Read as the house. */
export async function endingAgreements(db: Db, members: readonly string[], today: string): Promise<AgreementRow[]> {
  const all = await agreementsNow(db)
  return all.filter((one) => standingOf(one, today) === 'expiring' && one.parties.some(({ organisation }) => members.includes(organisation)))
}
