/**
 * How answers become records: a plain function of a domain, named by the form. It runs in the transaction of the approval, so that an approved submission and
 * its records exist together or not at all; and back again in the transaction of the rejection.
 */
import type { Db, Refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Bilingual } from '../text/bilingual.ts'

/** Answers of one turn by their path below its repeat; each repeat inside it holds its turns. Corrections are in it already. */
export type AnswersTree = { answers: Record<string, unknown>; repeats: Record<string, AnswersTree[]> }

export type TakenSubmission = {
  /** The instance whose answers these are, and the first instance of the same submission, which never changes: the identity for a record. */
  id: string
  root: string
  form: { id: string; code: string; version: string; project: string }
  scope: string
  answers: AnswersTree
  effectiveAt: string | null
  author: string | null
}

export type TakenRecord = {
  /** Name of the record and id of its row. */
  record: string
  id: string
  /** Which question each field came from, field by field. */
  paths?: Record<string, string>
}

export type Taker = {
  /** As a form names it: `displacement.baseline`. */
  name: string
  about: Bilingual
  /** `before` is what this submission became the last time: those rows get a new version, never a twin. */
  take(db: Db, house: House, submission: TakenSubmission, before: readonly TakenRecord[]): Promise<TakenRecord[] | Refused>
  /** What was taken is taken back, because the submission no longer holds; refused where others have built upon it. */
  takeBack(db: Db, house: House, submission: Pick<TakenSubmission, 'root' | 'scope'>, before: readonly TakenRecord[]): Promise<Refused | null>
}
