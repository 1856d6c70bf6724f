/** The cluster decides: everything, a part, or nothing; and whoever asked does not decide on what he asked. */
import { z } from 'zod'
import { now, type Refusal, type Refused, refuse, refused, type StepContext } from '../../../kernel/index.ts'
import type { RequestRow } from './request.ts'

/** Neither who wrote it nor who handed it in. */
export const samePerson = async ({ submittedBy, recordedBy }: RequestRow, { db }: StepContext): Promise<Refusal[]> =>
  [submittedBy, recordedBy].includes(db.actor.userId) ? [refuse('relief.same-person')] : []

const decided = ({ db, input }: StepContext) => ({
  decidedBy: db.actor.userId,
  decidedAt: now(),
  decisionWords: input.words ? String(input.words) : null,
})

export const approveWhole = async ({ lines }: RequestRow, context: StepContext) => ({
  ...decided(context),
  lines: lines.map((line) => ({ ...line, approved: line.asked })),
})

export const refuseAll = async ({ lines }: RequestRow, context: StepContext) => ({
  ...decided(context),
  lines: lines.map((line) => ({ ...line, approved: 0 })),
})

const parts = z.array(z.object({ code: z.string(), approved: z.int().min(0) }))

export async function approvePart({ lines }: RequestRow, context: StepContext): Promise<Partial<RequestRow> | Refused> {
  const given = parts.safeParse(context.input.lines)
  if (!given.success) return refused(refuse('relief.parts-unclear'))
  const approvedOf = (code: string) => given.data.find((part) => part.code === code)?.approved ?? 0
  const above = lines.filter(({ code, asked }) => approvedOf(code) > asked)
  if (above.length > 0) return { refused: above.map(({ code, asked }) => refuse('relief.above-asked', { code, asked, approved: approvedOf(code) })) }
  if (lines.every(({ code }) => approvedOf(code) === 0)) return refused(refuse('relief.parts-unclear'))
  return { ...decided(context), lines: lines.map((line) => ({ ...line, approved: approvedOf(line.code) })) }
}
