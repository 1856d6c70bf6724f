/** What the partner hands in after its distribution: how many households, how many people by sex and age, what was handed out. A month after the receipt it is overdue. */
import { z } from 'zod'
import { type House, insertRow, now, type Refusal, type Refused, refuse, refused, type StepContext, today } from '../../../kernel/index.ts'
import { dayAfter } from './clock.ts'
import { RequestReport, type RequestRow } from './request.ts'

const count = z.int().min(0).max(10_000_000)
const counted = count.nullable().default(null)
const report = z.object({
  distributedOn: z.iso.date(),
  households: count,
  individuals: z.object({ women: counted, men: counted, girls: counted, boys: counted }),
  lines: z.array(z.object({ item: z.string().max(40), quantity: z.int().min(1).max(2_000_000_000) })).max(100),
  words: z.string().max(2000).nullable().default(null),
})

const reportDueOn = (receivedAt: string, { pack }: Pick<House, 'pack'>): string => dayAfter(receivedAt, pack.thresholds.reliefReportDays)

export async function keepReport(request: RequestRow, { db, input }: StepContext): Promise<Partial<RequestRow> | Refused> {
  const given = report.safeParse(input.report)
  if (!given.success) return refused(refuse('relief.report-unclear'))
  const { distributedOn, households, individuals } = given.data
  const people = Object.values(individuals).reduce<number>((sum, one) => sum + (one ?? 0), 0)
  const isWhole = Object.values(individuals).every((one) => one !== null)
  const wrong: Refusal[] = [
    ...(distributedOn > today() ? [refuse('relief.report-in-the-future', { day: distributedOn })] : []),
    ...(isWhole && people < households ? [refuse('relief.fewer-people-than-households', { people, households })] : []),
  ]
  if (wrong.length > 0) return { refused: wrong }
  const { id, scope, organisation, place } = request
  await insertRow(db, RequestReport, { scope, request: id, organisation, place, ...given.data })
  return { reportedAt: now() }
}

/** A partner has until the day; before it nobody closes the request over its head. */
export async function reportNotDue({ receivedAt }: RequestRow, { house }: StepContext): Promise<Refusal[]> {
  const due = reportDueOn(receivedAt!, house as House)
  return due < today() ? [] : [refuse('relief.report-not-due', { due })]
}
