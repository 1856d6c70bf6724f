/** The one place where refusals become HTTP: status, sentence, and never a stack trace. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { type Refusal, refuse } from '../refusal.ts'
import type { Catalogue } from '../text/sentences.ts'

const statuses: Record<string, number> = {
  'access.not-found': 404,
  'access.sign-in-needed': 401,
  'access.sign-in-wrong': 401,
  'access.code-needed': 401,
  'access.link-used': 401,
  'access.not-allowed': 403,
  'access.wrong-origin': 403,
  'access.not-by-token': 403,
  'access.second-factor-needed': 403,
  'access.locked': 429,
  'access.too-many-requests': 429,
  'record.changed-meanwhile': 409,
  'record.exists-already': 409,
  'http.bad-request': 400,
  'http.too-large': 413,
  'http.disk-full': 507,
  'http.broke': 500,
  'http.not-ready': 503,
}

const statusOf = (refusals: readonly Refusal[]): number => statuses[refusals[0]?.code ?? ''] ?? 422

export const refusalBody = (refusals: readonly Refusal[], catalogue: Catalogue) => ({
  refusals: refusals.map((refusal) => ({ ...refusal, sentence: { pt: catalogue.sentence(refusal, 'pt'), en: catalogue.sentence(refusal, 'en') } })),
})

export const sendRefusals = (reply: FastifyReply, refusals: readonly Refusal[], catalogue: Catalogue) =>
  reply.status(statusOf(refusals)).send(refusalBody(refusals, catalogue))

type DatabaseError = { code?: string; constraint?: string; column?: string; schema?: string }

/** A number too large for its column, a day that no calendar has, a text that is no text: SQLSTATE class 22, but for a division by zero, which is ours. */
const isDataException = (code: string | undefined) => code?.startsWith('22') && code !== '22012'

/** The database's constraints are the last word; a violated one is an answer, not an accident. Null: it was a bug. */
export function refusalOfError(error: unknown): Refusal | null {
  const { code, constraint, column } = error as DatabaseError
  if (code === '23505') return refuse('record.exists-already', { constraint: constraint ?? '' })
  if (code === '23503') return refuse('record.points-nowhere', { constraint: constraint ?? '' })
  if (code === '23502') return refuse('record.missing', { label: column ?? '', labelPt: column ?? '' })
  if (code === '23514' || isDataException(code)) return refuse('record.wrong-value', { label: constraint ?? column ?? '', labelPt: constraint ?? column ?? '' })
  if (code === '42501') return refuse('access.not-allowed', {})
  if (code === '53100' || code === 'ENOSPC') return refuse('http.disk-full')
  return null
}

export const reportNumber = () => randomBytes(2).toString('hex').toUpperCase()
