/** The columns of one table of a form and the cells of its rows: codes or labels, several choices in one cell or one column each, group paths or bare names. */
import type { Written } from '../../import/csvText.ts'
import type { OutColumn } from '../../import/writeTable.ts'
import type { FormTable, Question } from '../questionTable.ts'
import { asText } from './cells.ts'
import type { ExportRow } from './rows.ts'

export type ColumnOptions = { language: string; labels: boolean; split: boolean; groups: boolean; hxl: boolean }

type Column = OutColumn & { cell(row: ExportRow): Written }
type Asked = FormTable['questions'][number]

const column = (name: string, cell: Column['cell'], more: Partial<OutColumn> = {}): Column => ({
  name,
  labels: { pt: name, en: name },
  kind: 'text',
  cell,
  ...more,
})

const kinds: Record<string, OutColumn['kind']> = { int: 'integer', date: 'date' }

const labelIn = (labels: Record<string, string>, language: string): string | undefined =>
  labels[language] ?? Object.entries(labels).find(([name]) => name.toLowerCase().includes(`(${language.toLowerCase()})`))?.[1] ?? Object.values(labels)[0]

/** What a choice is called; a code that the list does not have stays as it is. */
function spoken({ choices }: Question, value: unknown, language: string): string {
  const name = new Map((choices ?? []).map((choice) => [choice.name, labelIn(choice.labels, language) ?? choice.name]))
  return Array.isArray(value) ? value.map((code) => name.get(String(code)) ?? String(code)).join(' | ') : (name.get(String(value)) ?? asText(value))
}

const written = (value: unknown): Written =>
  typeof value === 'number' || typeof value === 'boolean' ? value : value === null || value === undefined ? null : asText(value)

function columnsOfQuestion(question: Asked, { language, labels, split, groups, hxl }: ColumnOptions): Column[] {
  const name = groups ? question.key.replaceAll('/', '-') : question.name
  const header = labels ? (labelIn(question.labels, language) ?? name) : name
  const tag = hxl ? { hxl: hxlOf(question) } : {}
  if (question.answer === 'geopoint')
    return (['lat', 'lon', 'alt', 'accuracy'] as const).map((part) => {
      const suffix = { lat: 'Latitude', lon: 'Longitude', alt: 'Altitude', accuracy: 'Accuracy' }[part]
      const cell = ({ answers }: ExportRow): Written => {
        const value = answers[question.key]
        return typeof value === 'object' && value !== null ? ((value as Record<string, number | null>)[part] ?? null) : part === 'lat' ? written(value) : null
      }
      return column(`${header}-${suffix}`, cell, { kind: 'decimal', ...(hxl && (part === 'lat' || part === 'lon') ? { hxl: `#geo+${part}` } : {}) })
    })
  const whole = column(
    header,
    ({ answers }) =>
      labels && question.choices && answers[question.key] != null ? spoken(question, answers[question.key], language) : written(answers[question.key]),
    {
      kind: kinds[question.answer] ?? 'text',
      ...tag,
    },
  )
  if (!split || question.type !== 'select_multiple' || !question.choices) return [whole]
  const each = question.choices.map((choice) =>
    column(
      `${header}/${labels ? (labelIn(choice.labels, language) ?? choice.name) : choice.name}`,
      ({ answers }) => taken(answers[question.key], choice.name),
      { kind: 'integer' },
    ),
  )
  return [whole, ...each]
}

/** Not asked is neither 0 nor 1. */
const taken = (value: unknown, name: string): Written =>
  value === undefined || value === null ? null : (Array.isArray(value) ? value : [value]).includes(name) ? 1 : 0

function hxlOf({ answer, type, name }: Question): string {
  const attribute = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const tag =
    answer === 'date' || answer === 'dateTime'
      ? '#date'
      : answer === 'int' || answer === 'decimal'
        ? '#indicator+num'
        : type.startsWith('select')
          ? '#indicator+code'
          : '#meta'
  return `${tag}+${/^[a-z]/.test(attribute) ? attribute : `q_${attribute}`}`
}

type InTurn = Pick<ExportRow, 'instanceId'>
type KeyOfTurn = (row: InTurn, turn: number) => string

/** How the rows of a table are called: `uuid:…/af/member[3]`. */
export function keysOf(table: Pick<FormTable, 'name'>): KeyOfTurn {
  const path = table.name.replace(/^Submissions\./, '').replaceAll('.', '/')
  return ({ instanceId }, turn) => (turn === 0 ? instanceId : `${instanceId}/${path}[${turn}]`)
}

/** The key of the row that a turn lies in: the submission, or the turn of the repeat around it. */
export function parentKeysOf(table: FormTable, tables: readonly FormTable[]): (row: ExportRow) => string {
  const around = tables.find(({ repeat }) => repeat === table.around)
  const key = keysOf(around ?? { name: 'Submissions' })
  return (row) => key(row, around?.repeat ? row.parentTurn : 0)
}

export function columnsOf(table: FormTable, tables: readonly FormTable[], options: ColumnOptions): Column[] {
  const questions = table.questions.flatMap((question) => columnsOfQuestion(question, options))
  if (table.repeat !== '') {
    const key = keysOf(table)
    return [...questions, column('PARENT_KEY', parentKeysOf(table, tables)), column('KEY', (row) => key(row, row.turn))]
  }
  return [
    column('SubmissionDate', ({ submissionDate }) => submissionDate, options.hxl ? { hxl: '#date+received' } : {}),
    ...questions,
    column('KEY', ({ instanceId }) => instanceId, options.hxl ? { hxl: '#meta+id' } : {}),
    column('SubmitterID', ({ submitterId }) => submitterId),
    column('SubmitterName', ({ submitterName }) => submitterName),
    column('AttachmentsPresent', ({ attachmentsPresent }) => attachmentsPresent, { kind: 'integer' }),
    column('AttachmentsExpected', ({ attachmentsExpected }) => attachmentsExpected, { kind: 'integer' }),
    column('Status', ({ reviewState }) => reviewState),
    column('ReviewState', ({ reviewState }) => reviewState),
    column('DeviceID', ({ deviceId }) => deviceId),
    column('Edits', ({ edits }) => edits, { kind: 'integer' }),
    column('FormVersion', ({ formVersion }) => formVersion),
    column('Place', ({ place }) => place, options.hxl ? { hxl: '#adm+code' } : {}),
  ]
}
