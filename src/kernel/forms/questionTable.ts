/**
 * A form as tables: one for the top, one for each repeat, with the questions of every published version side by side, so that answers of all versions stand in
 * one table. Read from what the compiler understood of each version.
 */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { House } from '../house.ts'

/** What a server needs of a question; the compiler's own table says more. */
export type Question = {
  path: string
  name: string
  kind: 'question' | 'group' | 'repeat'
  /** The word of the workbook (`select_one`, `geopoint`…) and the type of the answer (`int`, `binary`…). */
  type: string
  answer: string
  labels: Record<string, string>
  repeat: string | null
  choices?: { name: string; labels: Record<string, string> }[]
  required?: boolean | 'sometimes'
  saveTo?: { list: string; property: string }
}

export type FormTable = {
  /** Path of the repeat; empty for the top. */
  repeat: string
  /** The repeat around it; empty for the top, null for the top itself. */
  around: string | null
  /** As files and feeds call it: `Submissions`, `Submissions.af`, `Submissions.af.membro`. */
  name: string
  questions: (Question & { key: string })[]
}

export type FormShape = {
  id: string
  code: string
  title: string
  project: string
  restricted: boolean
  sealed: boolean
  placeQuestion: string | null
  tables: FormTable[]
}

const kept = new Map<string, Question[]>()
const versionsKept = 200

/** By content, so that what was read once holds for ever. */
export async function understoodQuestions(house: House, sha256: string): Promise<Question[]> {
  const known = kept.get(sha256)
  if (known) return known
  const file = await house.files.get(sha256)
  const questions = file ? (JSON.parse(file.toString('utf8')) as { questions: Question[] }).questions : []
  if (kept.size >= versionsKept) kept.delete(kept.keys().next().value!)
  if (file) kept.set(sha256, questions)
  return questions
}

export async function questionsOf(house: House, db: Db, formVersion: string): Promise<Question[]> {
  const version = await db.one<{ understood: string }>(sql`select understood from forms.form_version where id = ${formVersion}`)
  return version ? understoodQuestions(house, version.understood) : []
}

const rootOf = (path: string) => `/${path.split('/')[1]}`

/** The key under which the answers of its turn hold a question: its path below the repeat or the root. */
export const keyOf = (question: Pick<Question, 'path' | 'repeat'>): string => question.path.slice((question.repeat || rootOf(question.path)).length + 1)

/** Notes and headings hold no answer. */
const holdsAnswer = ({ kind, type }: Question) => kind === 'question' && type !== 'note'

function tablesOf(versions: readonly (readonly Question[])[]): FormTable[] {
  const known = new Map<string, Question>()
  for (const version of versions) for (const question of version) if (!known.has(question.path)) known.set(question.path, question)
  const all = [...known.values()]
  const repeats = all.filter(({ kind }) => kind === 'repeat')
  const nameOf = (path: string): string => {
    const repeat = known.get(path)
    return repeat ? `${nameOf(repeat.repeat ?? '')}.${repeat.name}` : 'Submissions'
  }
  const tableOf = (path: string, around: string | null): FormTable => ({
    repeat: path,
    around,
    name: nameOf(path),
    questions: all.filter((question) => holdsAnswer(question) && (question.repeat ?? '') === path).map((question) => ({ ...question, key: keyOf(question) })),
  })
  return [tableOf('', null), ...repeats.map(({ path, repeat }) => tableOf(path, repeat ?? ''))]
}

type FormRow = Omit<FormShape, 'tables'>

/** Null: there is no such form for this reader. */
export async function shapeOf(house: House, db: Db, form: string): Promise<FormShape | null> {
  const row = await db.one<FormRow>(sql`select id, code, title, project, restricted, sealed, place_question from forms.form where id = ${form}`)
  if (!row) return null
  const versions = await db.rows<{ understood: string }>(sql`
    select understood from forms.form_version where form = ${form} and state = 'published' order by published_at desc nulls last, recorded_at desc`)
  const questions = await Promise.all(versions.map(({ understood }) => understoodQuestions(house, understood)))
  return { ...row, tables: tablesOf(questions) }
}

/** By a project's number and the form's own code, as its clients name it. */
export async function shapeByCode(house: House, db: Db, project: number, code: string): Promise<FormShape | null> {
  const found = await db.one<{ id: string }>(sql`
    select f.id from forms.form f join forms.project p on p.id = f.project where p.number = ${project} and f.code = ${code}`)
  return found && shapeOf(house, db, found.id)
}

export const questionAt = (shape: FormShape, path: string) => {
  for (const table of shape.tables)
    for (const question of table.questions) if (question.path === path || question.path === `${rootOf(question.path)}/${path}`) return { table, question }
  return null
}
