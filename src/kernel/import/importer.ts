/**
 * What a domain must say to take files in. Reading, keeping the original, remembering choices, progress, writing all or nothing and undoing are the
 * kernel's; understanding the rows and writing the facts are the domain's. The desk's wizard and the command line run the same code.
 */
import type { Actor } from '../access/actor.ts'
import type { Db, Refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { BroughtSpelling } from './spellings.ts'
import type { Finding, TabularFile } from './table.ts'

/** What a person decided in the preview: the mapping of columns, the answers to questions. */
export type Choices = {
  columns?: Record<string, string>
  /** Those of the columns that were kept from an earlier file of the source. */
  remembered?: Record<string, string>
  answers?: Record<string, string>
  target?: Record<string, string>
}

export type Question = { code: string; key: string; facts: Finding['facts']; options: { value: string; facts?: Finding['facts'] }[]; proposed: string | null }

/** What the preview shows; the rows themselves stay with the domain. */
export type Preview = {
  rows: number
  inScope: number
  quarantined: number
  outOfScope: number
  findings: Finding[]
  questions: Question[]
  /** Domain's own words about what would be written, ready for the screen. */
  details: Record<string, unknown>
}

export type Importer<P, Found> = {
  kind: string
  label: { pt: string; en: string }
  /** Roles that may take such files in, look at them and take them back; without it, data officers. */
  who?: readonly string[]
  /** For files that belong to one organisation: whose it is, settled by who hands it in and by no later answer; what is remembered, is remembered for it alone. */
  ownedBy?(actor: Actor): { organisation: string } | Refused
  /** Codes of the questions whose answers hold for every file of one source, not only for this one. */
  remembers?: readonly string[]
  /** What interpreting needs of the database. It is asked for all at once, so that no transaction stays open while a long file is understood. */
  lookUp(choices: Choices, db: Db, house: House): Promise<Found>
  interpret(file: TabularFile, choices: Choices, found: Found): P | Refused
  preview(proposal: P): Preview
  /** Spellings for code lists that this file brought, unsettled or answered; they are kept when it is written. */
  spellings?(proposal: P): BroughtSpelling[]
  write(proposal: P, importId: string, db: Db, house: House, progress: (done: number, of: number) => void): Promise<Record<string, unknown> | Refused>
  /** Takes everything back that this import wrote; refuses, with reasons, what others have built upon. */
  undo(importId: string, db: Db): Promise<{ removed: number } | Refused>
}
