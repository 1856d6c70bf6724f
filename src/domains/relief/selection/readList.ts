/**
 * A list of candidates as somebody brought it: one household a line, its code, an answer for each criterion, what breaks ties, and the groups that the fairness report
 * looks at. A column of names is sent back: nobody needs one to choose. What is not answered stays unknown.
 */
import { plainWords, type Refusal, refuse } from '../../../kernel/index.ts'
import type { Cell, Sheet } from '../../../kernel/tables.ts'
import type { AgreedCriterion } from './criteria.ts'

export type CandidateGiven = {
  household: string
  answers: Record<string, boolean | number | null>
  ties: string[]
  groups: Record<string, string>
  line: number
  /** Null: not said, and nobody guesses it. */
  people: number | null
}

/** Groups of the fairness report with the words that a column may carry for them. Albinism is none: it stays where few may look. */
export const fairnessFields = ['sex_of_head', 'age_of_head', 'disability', 'status', 'distance'] as const
const otherNames: Record<string, string> = {
  ...{ agregado: 'household', codigo: 'household', code: 'household', codigo_do_agregado: 'household', household_code: 'household' },
  ...{ sexo_do_chefe: 'sex_of_head', idade_do_chefe: 'age_of_head', deficiencia: 'disability', estatuto: 'status', distancia: 'distance' },
  ...{ pessoas: 'people', tamanho: 'people', tamanho_do_agregado: 'people', household_size: 'people' },
}
const ofPersons = /^(nome|nomes|name|apelido|surname|telefone|telemovel|phone|contacto|bi|nuit|id_number|documento)(_|$)/

const key = (name: string): string => {
  const plain = plainWords(name)
    .trim()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  return otherNames[plain] ?? plain
}

const yes = new Set(['sim', 's', 'yes', 'y', 'true', '1'])
const no = new Set(['nao', 'n', 'no', 'false', '0'])
const unknown = new Set(['', 'nao_sabe', 'desconhecido', 'unknown', 'na', 'n_a'])

/** Undefined: cannot be read. */
function answerOf({ kind }: AgreedCriterion, cell: Cell): boolean | number | null | undefined {
  const typed = typeof cell === 'boolean' ? String(cell) : key(String(cell ?? ''))
  if (cell === null || unknown.has(typed)) return null
  if (kind === 'each') return /^\d{1,3}$/.test(typed) ? Number(typed) : undefined
  if (yes.has(typed)) return true
  return no.has(typed) ? false : undefined
}

function peopleIn(cell: Cell): number | null | undefined {
  const typed = key(String(cell ?? ''))
  if (unknown.has(typed)) return null
  return /^[1-9]\d?$|^100$/.test(typed) ? Number(typed) : undefined
}

export type ListAsked = { criteria: readonly AgreedCriterion[]; tieBreaks: readonly string[] }

export function readList({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>, { criteria, tieBreaks }: ListAsked): CandidateGiven[] | Refusal[] {
  const at = new Map(columns.map(({ name, index }) => [key(name), index]))
  const named = columns.filter(({ name }) => ofPersons.test(key(name))).map(({ name }) => name)
  if (named.length > 0) return [refuse('selection.names-in-list', { columns: named })]
  const wanted = ['household', ...criteria.map(({ code }) => key(code)), ...tieBreaks.map(key)]
  const missing = wanted.filter((name) => !at.has(name))
  if (missing.length > 0) return [refuse('selection.columns-missing', { columns: missing })]
  const cellOf = (cells: readonly Cell[], name: string): Cell => cells[at.get(name)!] ?? null
  const found: CandidateGiven[] = []
  const problems: Refusal[] = []
  const lineOf = new Map<string, number>()
  for (const { line, cells } of rows.filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''))) {
    const household = String(cellOf(cells, 'household') ?? '').trim()
    if (household === '') problems.push(refuse('selection.line-without-code', { line }))
    else if (lineOf.has(household)) problems.push(refuse('selection.household-twice', { household, line, first: lineOf.get(household)! }))
    lineOf.set(household, line)
    const answers: CandidateGiven['answers'] = {}
    for (const criterion of criteria) {
      const answer = answerOf(criterion, cellOf(cells, key(criterion.code)))
      if (answer === undefined) problems.push(refuse('selection.answer-unreadable', { line, criterion: criterion.code }))
      else answers[criterion.code] = answer
    }
    const ties = tieBreaks.map((name) => String(cellOf(cells, key(name)) ?? '').trim())
    const unsettled = tieBreaks.filter((_, each) => ties[each] === '')
    if (unsettled.length > 0) problems.push(refuse('selection.tie-break-empty', { line, columns: unsettled }))
    const groups = fairnessFields.filter((field) => at.has(field)).map((field) => [field, key(String(cellOf(cells, field) ?? ''))] as const)
    const people = peopleIn(at.has('people') ? cellOf(cells, 'people') : null)
    if (people === undefined) problems.push(refuse('selection.answer-unreadable', { line, criterion: 'people' }))
    found.push({ household, answers, ties, groups: Object.fromEntries(groups.filter(([, group]) => group !== '')), line, people: people ?? null })
  }
  if (found.length === 0) return [refuse('selection.list-empty')]
  return problems.length > 0 ? problems.slice(0, 50) : found
}
