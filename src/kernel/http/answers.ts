/** The one place where refusals become HTTP: status, sentence, and never a stack trace. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { isFullDisk } from '../fullDisk.ts'
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
  'access.key-wrong': 403,
  'access.key-ended': 403,
  'access.basic-needs-tls': 401,
  'forms.form-unknown': 404,
  'forms.version-unknown': 404,
  'forms.form-closed': 404,
  'forms.edit-of-unknown': 404,
  'forms.edit-not-allowed': 403,
  'forms.edit-of-superseded': 409,
  'forms.other-content': 409,
  'forms.not-durable': 503,
  'forms.try-again': 503,
  'forms.xml-broken': 400,
  'forms.xml-doctype': 400,
  'forms.xml-too-deep': 400,
  'forms.xml-too-many-attributes': 400,
  'forms.xml-too-large': 413,
  'forms.xml-not-utf8': 400,
  'forms.no-form-named': 400,
  'forms.no-document': 400,
  'forms.not-multipart': 400,
  'forms.multipart-broken': 400,
  'forms.blob-offset': 409,
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

export const statusOf = (refusals: readonly Refusal[]): number => statuses[refusals[0]?.code ?? ''] ?? 422

export const refusalBody = (refusals: readonly Refusal[], catalogue: Catalogue) => ({ refusals: catalogue.worded(refusals) })

export const sendRefusals = (reply: FastifyReply, refusals: readonly Refusal[], catalogue: Catalogue) =>
  reply.status(statusOf(refusals)).send(refusalBody(refusals, catalogue))

type DatabaseError = { code?: string; constraint?: string; column?: string; schema?: string }

/** A number too large for its column, a day that no calendar has, a text that is no text: SQLSTATE class 22, but for a division by zero, which is ours. */
const isDataException = (code: string | undefined) => code?.startsWith('22') && code !== '22012'

/** The database went away or is coming up: whoever asked may ask again. */
const connectionLost = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

const databaseDiskFull = '53100'

/** The database's constraints are the last word; a violated one is an answer, not an accident. Null: it was a bug. */
export function refusalOfError(error: unknown): Refusal | null {
  const { code, constraint, column } = error as DatabaseError
  if (code === '23505') return refuse('record.exists-already', { constraint: constraint ?? '' })
  if (code === '23503') return refuse('record.points-nowhere', { constraint: constraint ?? '' })
  if (code === '23502') return refuse('record.missing', { label: column ?? '', labelPt: column ?? '' })
  if (code === '23514' || isDataException(code)) return refuse('record.wrong-value', { label: constraint ?? column ?? '', labelPt: constraint ?? column ?? '' })
  if (code === '42501') return refuse('access.not-allowed', {})
  if (code === databaseDiskFull || isFullDisk(code)) return refuse('http.disk-full')
  if (code && connectionLost.has(code)) return refuse('http.not-ready')
  return /^Connection terminated|^Client has encountered a connection error/.test((error as Error).message) ? refuse('http.not-ready') : null
}

export const reportNumber = () => randomBytes(2).toString('hex').toUpperCase()
