/** Everything that forbids a request to be handed in: who asks, on which assessment, what he has himself, and whether he told what became of what he got before. */
import { sql } from 'kysely'
import { asTheHouse, type Db, getRow, type House, type Refusal, refuse, type StepContext, today } from '../../../kernel/index.ts'
import { partnerStanding } from '../../coordination/index.ts'
import { Assessment } from '../needs/assessment.ts'
import { dayAfter, daysBetween } from './clock.ts'
import type { RequestRow } from './request.ts'

const limitsOf = ({ house }: StepContext) => (house as House).pack.thresholds

export async function partnerNotEligible({ organisation }: RequestRow, { db }: StepContext): Promise<Refusal[]> {
  const { isMember, hasAgreement } = await partnerStanding(db, organisation, today())
  const because = (why: string, whyPt: string) => refuse('relief.partner-not-eligible', { why, whyPt })
  return [
    ...(isMember ? [] : [because('it is a member of no cluster', 'não é membro de nenhum cluster')]),
    ...(hasAgreement ? [] : [because('no agreement with it is in force today', 'nenhum acordo com ela está hoje em vigor')]),
  ]
}

const isOfPlace = (assessed: string, asked: string) => assessed.startsWith(asked) || asked.startsWith(assessed)

export async function noAssessment(request: RequestRow, context: StepContext): Promise<Refusal[]> {
  const limit = limitsOf(context).reliefAssessmentDays
  const assessment = request.assessment ? await getRow(context.db, Assessment, request.assessment) : null
  const because = (ageDays: number | null, found: string, foundPt: string) => [refuse('relief.no-assessment', { ageDays, limit, found, foundPt })]
  if (!assessment) return because(null, 'none is attached', 'não há nenhuma anexada')
  const ageDays = daysBetween(assessment.assessedOn, today())
  if (ageDays > limit) return because(ageDays, `the attached one is ${ageDays} days old`, `a anexada tem ${ageDays} dias`)
  if (!isOfPlace(assessment.place, request.place)) return because(ageDays, 'the attached one is of another place', 'a anexada é de outro lugar')
  return []
}

export const ownStockNotStated = async ({ ownStock, otherDonors }: RequestRow): Promise<Refusal[]> =>
  ownStock?.trim() && otherDonors?.trim() ? [] : [refuse('relief.own-stock-not-stated')]

type Unreported = { request: string; releases: string[]; receivedAt: string }

/** What this organisation received longer ago than it may stay without a report. */
const unreportedOf = (db: Db, organisation: string, reportDays: number): Promise<Unreported[]> =>
  db.rows<Unreported>(sql`
    select q.id as request, q.received_at, coalesce(array(
      select w.code || ' ' || l.year || '/' || l.number from relief.release l join relief.warehouse w on w.id = l.warehouse where l.request = q.id order by 1), '{}') as releases
    from relief.request q where q.organisation = ${organisation} and q.state = 'received' and q.received_at::date < ${dayAfter(today(), -reportDays)}::date
    order by q.received_at`)

export async function reportOverdue(request: RequestRow, context: StepContext): Promise<Refusal[]> {
  if (request.excuse) return []
  // A partner reads no warehouse; of its own late releases it is told the numbers all the same.
  const late = await asTheHouse(context.db, (house) => unreportedOf(house, request.organisation, limitsOf(context).reliefReportDays))
  return late.length === 0 ? [] : [refuse('relief.report-overdue', { releases: late.flatMap(({ releases }) => releases) })]
}
