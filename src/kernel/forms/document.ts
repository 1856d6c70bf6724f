/** One document as it came, read and understood: what every way of keeping it needs to know. Pure but for the questions of its version. */
import { randomUUID } from 'node:crypto'
import { type AnswerRow, answersOf, canonicalForm, type InstanceMeta, metaOf, parseInstance } from '../../engines/instance/index.ts'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { FormToFill } from './formToFill.ts'
import { sha256Of } from './receipts.ts'
import { understoodOf } from './versions.ts'

export type SentFile = { name: string; sha256?: string; bytes?: number; content?: Buffer }

export type Envelope = {
  /** Number of the project. */
  project: number
  xml: string
  files: SentFile[]
  deviceSeq?: number
  client?: string
  openedAt?: string
  finishedAt?: string
  elapsedMs?: number
  via: 'openrosa' | 'push' | 'desk'
  /** The phone's key is no longer good: what it sends is kept aside under its author. */
  keptAside?: 'device-revoked'
}

export type Document = {
  root: Parameters<typeof canonicalForm>[0]
  meta: InstanceMeta
  form: string
  instanceId: string
  payloadHash: string
}

export function readDocument(xml: string): Document | Refusal {
  const parsed = parseInstance(xml)
  if ('problem' in parsed) return refuse(parsed.problem.code, parsed.problem.facts)
  const meta = metaOf(parsed.root)
  // Some tools name the form by the namespace of its root, as OpenRosa once asked.
  const form = meta.form ?? parsed.root.namespace
  if (form === '') return refuse('forms.no-form-named')
  const instanceId = (meta.instanceId ?? `uuid:${randomUUID()}`).slice(0, 300)
  return { root: parsed.root, meta, form, instanceId, payloadHash: sha256Of(canonicalForm(parsed.root)) }
}

/** `known`: the document's own words say which files belong to it. */
export type Reading = { rows: AnswerRow[]; files: string[]; known: boolean }

/** Encrypted documents are kept and listed; they have no answers here, and their files are those that they announce. */
export async function readingOf(house: House, { meta, root }: Document, version: Pick<FormToFill, 'understood'>): Promise<Reading> {
  if (meta.encrypted) return { rows: [], files: meta.encryptedFiles, known: true }
  const { reading } = await understoodOf(house, version)
  return { ...answersOf(root, reading), known: reading.questions.size > 0 }
}

export type ClockFinding = { path: string; code: string; severity: 'warning' | 'note'; facts: Record<string, string | number> }

/** A time that PostgreSQL can hold, or nothing: what a phone claims is kept as it claims it. */
export function claimedTime(text: string | null | undefined): string | null {
  const at = text ? Date.parse(text) : Number.NaN
  return at > Date.parse('1970-01-01') && at < Date.parse('2200-01-01') ? new Date(at).toISOString() : null
}

const minute = 60_000

/** A phone's clock is never trusted and never a reason to refuse: ahead of ours, or before the version existed, is said. */
export function clockFindings(finishedAt: string | null, receivedAt: Date, publishedAt: string | null): ClockFinding[] {
  if (finishedAt === null) return []
  const finished = Date.parse(finishedAt)
  const facts = { finishedAt, receivedAt: receivedAt.toISOString() }
  if (finished > receivedAt.getTime() + 10 * minute) return [{ path: '', code: 'forms.clock-ahead', severity: 'warning', facts }]
  const before = publishedAt !== null && finished < Date.parse(publishedAt) - 24 * 60 * minute
  return before ? [{ path: '', code: 'forms.clock-behind', severity: 'warning', facts }] : []
}

/** The answer of a question that is named by its path, by its key, or by its bare name. */
export function answerAt({ rows }: Reading, question: string | null): unknown {
  const answers = rows[0]?.answers
  if (!question || !answers) return null
  const key = question.replace(/^\/[^/]+\//, '')
  if (key in answers) return answers[key]
  const named = Object.keys(answers).find((path) => path.endsWith(`/${key}`))
  return named === undefined ? null : answers[named]
}

/** The day on which this was true; a date of the answers goes before the phone's clock, and a clock that is flagged is not believed. */
export function effectiveAtOf(reading: Reading, dateQuestion: string | null, finishedAt: string | null, clocks: readonly ClockFinding[]): string | null {
  const answered = answerAt(reading, dateQuestion)
  const day = typeof answered === 'string' ? claimedTime(/^\d{4}-\d{2}-\d{2}$/.test(answered) ? `${answered}T00:00:00Z` : answered) : null
  return day ?? (dateQuestion === null && clocks.length === 0 ? finishedAt : null)
}
