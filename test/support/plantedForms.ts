/** A questionnaire about households at a place and submissions of it, planted as the door of ingest leaves them: what comes after receipt is tested on these. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { answersOf, parseInstance, readingOf } from '../../src/engines/instance/index.ts'
import { Answers } from '../../src/kernel/forms/answer.ts'
import { Form, FormVersion, Project } from '../../src/kernel/forms/form.ts'
import type { Question } from '../../src/kernel/forms/questionTable.ts'
import { Standing, Submission, SubmissionFile } from '../../src/kernel/forms/submission.ts'
import { asOwner, insertRow, type RowOf } from '../../src/kernel/index.ts'
import type { Name, TestHouse } from './testHouse.ts'

type Given = Partial<Question> & { path: string; type: string }

const answerOfType: Record<string, string> = {
  integer: 'int',
  decimal: 'decimal',
  date: 'date',
  dateTime: 'dateTime',
  geopoint: 'geopoint',
  image: 'binary',
  repeat: '',
  group: '',
}

export const question = ({ path, type, ...rest }: Given): Question => ({
  ...{ path, type, name: path.split('/').at(-1)!, kind: type === 'repeat' ? 'repeat' : type === 'group' ? 'group' : 'question' },
  ...{ answer: answerOfType[type] ?? 'string', labels: { pt: `Rótulo ${path}`, en: `Label ${path}` }, repeat: null, required: false },
  ...rest,
})

export const householdQuestions: Question[] = [
  question({ path: '/data/place', type: 'text' }),
  question({ path: '/data/day', type: 'date' }),
  question({ path: '/data/where', type: 'geopoint' }),
  question({
    path: '/data/needs',
    type: 'select_multiple',
    choices: ['food', 'water', 'shelter'].map((name) => ({ name, labels: { pt: `${name} (pt)`, en: name } })),
  }),
  question({ path: '/data/photo', type: 'image' }),
  question({ path: '/data/cost', type: 'decimal' }),
  question({ path: '/data/af', type: 'repeat' }),
  question({ path: '/data/af/n', type: 'integer', repeat: '/data/af' }),
  question({ path: '/data/af/head', type: 'text', repeat: '/data/af' }),
  question({ path: '/data/af/member', type: 'repeat', repeat: '/data/af' }),
  question({ path: '/data/af/member/age', type: 'integer', repeat: '/data/af/member' }),
  question({ path: '/data/total', type: 'integer' }),
]

export type PlantedForm = { project: string; number: number; form: string; version: string; code: string; questions: Question[] }

let forms = 0

export async function plantForm(
  { house }: TestHouse,
  options: { questions?: Question[]; xform?: string; form?: Partial<RowOf<typeof Form>>; rowClass?: number } = {},
): Promise<PlantedForm> {
  const db = asOwner(house.doors)
  const number = 1000 + ++forms
  const questions = options.questions ?? householdQuestions
  const common = { scope: 'MZ', class: options.rowClass ?? 2 }
  const project = await insertRow(db, Project, { ...common, number, name: `Operation ${number}`, training: false })
  const code = `households_${number}`
  const form = await insertRow(db, Form, {
    ...{ ...common, project: project.id, code, title: 'Agregados', titles: {}, state: 'published', listsAt: 'receipt', makerChecker: true, restricted: false },
    ...options.form,
  })
  const { sha256 } = await house.files.put(Buffer.from(JSON.stringify({ questions, findings: [], itemsets: null })))
  const xform = options.xform ? (await house.files.put(Buffer.from(options.xform))).sha256 : null
  const version = await insertRow(db, FormVersion, {
    ...{
      ...common,
      form: form.id,
      name: 'v1',
      state: 'published',
      understood: sha256,
      xform,
      refusals: 0,
      warnings: 0,
      languages: ['pt', 'en'],
      compiler: '1',
    },
    publishedAt: new Date().toISOString(),
  })
  return { project: project.id, number, form: form.id, version: version.id, code, questions }
}

export type SubmissionGiven = {
  by?: Name | null
  scope?: string
  edits?: string
  elapsedMs?: number | null
  instanceId?: string
  files?: { name: string; sha256: string | null }[]
  rowClass?: number
}

/** The first instance gets a standing; one that edits moves it. */
export async function plantSubmission(
  { house, people }: TestHouse,
  planted: PlantedForm,
  xml: string,
  given: SubmissionGiven = {},
): Promise<{ id: string; root: string }> {
  const db = asOwner(house.doors)
  const parsed = parseInstance(xml)
  if ('problem' in parsed) throw new Error(JSON.stringify(parsed.problem))
  const common = { scope: given.scope ?? 'MZ010902', class: given.rowClass ?? 2, recordedBy: given.by === null ? null : people[given.by ?? 'ana'].id }
  const root = given.edits ?? null
  const made = await insertRow(db, Submission, {
    ...{ ...common, form: planted.form, formVersion: planted.version, instanceId: given.instanceId ?? `uuid:${randomUUID()}`, xml, root, replaces: root },
    ...{ payloadHash: createHash('sha256').update(xml).digest('hex'), filesHash: '-', elapsedMs: given.elapsedMs ?? null },
  } as never)
  for (const { repeat, turn, parentTurn, answers } of answersOf(parsed.root, readingOf(planted.questions)).rows)
    await insertRow(db, Answers, { ...common, submission: made.id, form: planted.form, repeat, turn, parentTurn, answers })
  for (const [ordinal, file] of (given.files ?? []).entries()) await insertRow(db, SubmissionFile, { ...common, submission: made.id, ordinal, ...file })
  const filesMissing = (given.files ?? []).filter(({ sha256 }) => sha256 === null).length
  if (root) await db.run(sql`update forms.standing set current = ${made.id}, state = 'edited', checked_at = null where submission = ${root}`)
  else await insertRow(db, Standing, { ...common, submission: made.id, form: planted.form, current: made.id, state: 'received', filesMissing, openFindings: 0 })
  return { id: made.id, root: root ?? made.id }
}

/** A household form filled in: `people` says the sizes of the households. */
export const filled = (people: readonly number[], extra = '') =>
  `<data id="households" version="v1"><place>MZ010902</place><day>2026-03-01</day>${extra}${people.map((n, at) => `<af><n>${n}</n><head>Head ${at + 1}</head></af>`).join('')}<total>${people.reduce((sum, n) => sum + n, 0)}</total></data>`
