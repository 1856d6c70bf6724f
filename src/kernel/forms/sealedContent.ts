/**
 * What a sealed form said, closed and opened at one door: reviewers, the form engine and takers all come through here. Each submission has a key of its own, so that it
 * can be erased alone. Opened for registration officers and for the house itself; nobody else gets more than that a form came, when, from where and by whom.
 */
import { sql } from 'kysely'
import type { AnswerRow } from '../../engines/instance/index.ts'
import type { Actor } from '../access/actor.ts'
import type { Db } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { bury } from '../keys/erasure.ts'
import type { FoundFinding } from './engine/compareDocuments.ts'

type Content = { xml: string; rows: AnswerRow[] }
export type Kept = { id: string; xml: string; sealed: string | null }

export const mayOpenSealed = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.includes('registrar') || roles.includes('system')

/** Kept aside because its form is closed or its version unknown: what the form's author sealed elsewhere is sealed here too. */
export const isSealedSomewhere = async (db: Db, code: string): Promise<boolean> =>
  (await db.one<{ sealed: boolean }>(sql`select coalesce(bool_or(sealed), false) as sealed from forms.form where code = ${code}`))!.sealed

/** The key of a document that turns out to be known already stays unused in the vault. */
export async function closeContent({ vault }: House, id: string, content: Content): Promise<string> {
  return (await vault.make([id])).get(id)!(JSON.stringify(content))
}

/** Null: it was erased, or is not for this reader. */
export function openContent({ vault }: House, actor: Pick<Actor, 'roles'>, { id, xml, sealed }: Kept): Content | null {
  if (sealed === null) return { xml, rows: [] }
  const text = mayOpenSealed(actor) ? vault.open(id, sealed) : null
  return text === null ? null : (JSON.parse(text) as Content)
}

export function sealOf({ vault }: House, actor: Pick<Actor, 'roles'>, { id, sealed }: Omit<Kept, 'xml'>): 'open' | 'closed' | 'erased' | null {
  if (sealed === null) return null
  if (!mayOpenSealed(actor)) return 'closed'
  return vault.open(id, sealed) === null ? 'erased' : 'open'
}

/** With everything that came after it and beside it: edits, and what was kept aside as its twin. */
export async function burySubmission(db: Db, root: string, reason: string): Promise<void> {
  const ids = await db.rows<{ id: string }>(sql`
    with sent as (select id from forms.submission where (id = ${root} or root = ${root}) and sealed is not null)
    select id from sent union all select q.id from forms.quarantine q where q.sealed is not null and q.sibling in (select id from sent)`)
  await bury(
    db,
    'forms.submission',
    ids.map(({ id }) => id),
    reason,
  )
}

type Facts = Record<string, unknown>

/** A finding quotes answers: its facts go into a box of the same key. */
export async function closeFacts(
  { vault }: House,
  db: Db,
  instance: string,
  findings: readonly FoundFinding[],
): Promise<(Omit<FoundFinding, 'facts'> & { facts: Facts })[]> {
  const box = (await db.one<{ sealed: string | null }>(sql`select sealed from forms.submission where id = ${instance}`))?.sealed ?? null
  if (box === null) return [...findings]
  return findings.map((finding) => ({ ...finding, facts: { sealed: vault.closeAgain(instance, box, JSON.stringify(finding.facts)) } }))
}

export function openFacts({ vault }: House, actor: Pick<Actor, 'roles'>, instance: string, facts: Facts): Facts {
  if (typeof facts.sealed !== 'string') return facts
  const text = mayOpenSealed(actor) ? vault.open(instance, facts.sealed) : null
  return text === null ? {} : (JSON.parse(text) as Facts)
}
