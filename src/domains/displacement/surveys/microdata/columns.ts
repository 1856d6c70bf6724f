/**
 * What of a form may stand in a public file at all: whole numbers, and answers chosen from the form's own short list. Words, days, points, photographs, codes of units
 * and lists from outside never: they name people, or places where people are.
 */
import { asTheHouse, type Db, type House, type Refusal, refuse, shapeOf } from '../../../../kernel/index.ts'
import type { QuestionWords } from '../results.ts'
import type { SurveyRow } from '../survey.ts'
import type { MicrodataColumn } from './microdata.ts'

export type Offered = QuestionWords & {
  question: string
  kind: 'number' | 'one' | 'several' | 'stratum'
  /** Always a key: seen by anybody who knows the household, or printed as a group beside the figures. */
  alwaysKey: boolean
}

/** A list so long is of places or groups, and its answer is known to others. */
const longList = 12
const longestList = 60

const kindOf = (type: string, choices: number): Offered['kind'] | null => {
  if (type === 'integer') return 'number'
  if (choices === 0 || choices > longestList) return null
  if (/^select_one\b/.test(type)) return 'one'
  return /^select_multiple\b/.test(type) ? 'several' : null
}

const both = (labels: Record<string, string>, otherwise: string) => {
  const said = (language: string) => Object.entries(labels).find(([name]) => name.includes(`(${language})`) || name === language)?.[1]
  const any = Object.values(labels)[0] ?? otherwise
  return { pt: said('pt') ?? any, en: said('en') ?? any }
}

const stratum: Offered = { question: 'stratum', kind: 'stratum', label: { pt: 'Estrato', en: 'Stratum' }, choices: [], alwaysKey: true }

export async function offeredColumns(db: Db, house: House, { form, results }: Pick<SurveyRow, 'form' | 'results'>): Promise<Offered[]> {
  // The words of a form are no secret, and whoever publishes need not be one of its readers.
  const shape = form === null ? null : await asTheHouse(db, (within) => shapeOf(house, within, form))
  const top = shape?.tables.find(({ repeat }) => repeat === '')?.questions ?? []
  const groups = new Set(results?.figures.map(({ breakdown }) => breakdown))
  const asked = top.flatMap(({ key, name, type, labels, choices = [] }): Offered[] => {
    // Of everybody in the file it is the same.
    const kind = name === 'outcome' ? null : kindOf(type, choices.length)
    if (kind === null) return []
    const alwaysKey = kind === 'number' || groups.has(key) || choices.length > longList
    const words = choices.map((choice) => ({ code: choice.name, label: both(choice.labels, choice.name) }))
    return [{ question: key, kind, label: both(labels, name), choices: words, alwaysKey }]
  })
  return [stratum, ...asked]
}

/** What was asked for, held against what may go; keys that nobody may wave away are keys. */
export function settledColumns(asked: readonly MicrodataColumn[], offered: readonly Offered[]): { columns: MicrodataColumn[]; wrong: Refusal[] } {
  const known = new Map(offered.map((each) => [each.question, each]))
  const never = asked.filter(({ question }) => !known.has(question)).map(({ question }) => question)
  const twice = asked.filter(({ question }, i) => asked.findIndex((each) => each.question === question) !== i)
  const unordered = asked.filter(({ bands = [] }) => bands.some((from, i) => i > 0 && from <= bands[i - 1]!)).map(({ question }) => question)
  const columns = asked.map(({ isKey, ...column }) => ({ ...column, isKey: isKey || (known.get(column.question)?.alwaysKey ?? true) }))
  return {
    columns,
    wrong: [
      ...(never.length > 0 ? [refuse('microdata.never', { questions: never })] : []),
      ...(twice.length > 0 ? [refuse('microdata.twice', { questions: twice.map(({ question }) => question) })] : []),
      ...(unordered.length > 0 ? [refuse('microdata.bands', { questions: unordered })] : []),
      ...(columns.some(({ question }) => question !== 'stratum') ? [] : [refuse('microdata.no-columns')]),
    ],
  }
}
