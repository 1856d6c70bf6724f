/**
 * Replays a cleaning log: raw rows and log must give the clean rows. Whatever the log does not explain is listed, never guessed: a changed cell, a row that is
 * gone, a line of the log that points nowhere or was not followed. This is how a survey's cleaning is proved, ours and anybody's.
 */
/** One line in the layout that cleaning teams use. */
export type LogLine = { uuid: string; question: string; issue: string; oldValue: string; newValue: string; changeType: string; reason: string }

export type DataTable = { key: string; columns: readonly string[]; rows: readonly Readonly<Record<string, string>>[] }

export type ChangedCell = { uuid: string; question: string; raw: string; clean: string }
/** `line` counts the lines of the log from 1. */
export type LineProblem = {
  line: number
  problem:
    | 'row-unknown'
    | 'question-unknown'
    | 'change-type-unknown'
    | 'old-value-missing'
    | 'old-value-differs'
    | 'not-followed'
    | 'row-still-there'
    | 'undone-later'
}

export type Replayed = {
  /** Cells whose value differs between raw and clean, by the lines that explain them. */
  explained: (ChangedCell & { line: number })[]
  unexplained: ChangedCell[]
  removed: { uuid: string; line: number }[]
  removedUnexplained: string[]
  /** Rows and columns of the clean table that the raw one does not have. */
  addedRows: string[]
  addedColumns: string[]
  /** Cells written in another way with the same value (`5e+05`, `500000`): no change. */
  rewritten: number
  problems: LineProblem[]
}

const figure = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?([eE][+-]?\d+)?$/
const truth: Record<string, string> = { true: '1', false: '0' }

/** Two ways of writing one value: figures by their size, truth by what it says. */
function sameValue(one: string, other: string): boolean {
  const [a, b] = [one.trim(), other.trim()]
  if (a === b) return true
  const [left, right] = [truth[a.toLowerCase()] ?? a, truth[b.toLowerCase()] ?? b]
  return figure.test(left) && figure.test(right) && Number(left.replaceAll(',', '')) === Number(right.replaceAll(',', ''))
}

export function replay(raw: DataTable, clean: DataTable, log: readonly LogLine[]): Replayed {
  const before = new Map(raw.rows.map((row) => [row[raw.key] ?? '', row]))
  const after = new Map(clean.rows.map((row) => [row[clean.key] ?? '', row]))
  const columns = new Set(raw.columns)
  const { written, removals, problems } = readLog(log, before, columns)
  const found: Replayed = {
    explained: [],
    unexplained: [],
    removed: [],
    removedUnexplained: [],
    addedRows: [...after.keys()].filter((uuid) => !before.has(uuid)),
    addedColumns: clean.columns.filter((column) => !columns.has(column)),
    rewritten: 0,
    problems,
  }
  for (const [uuid, row] of before) {
    const line = removals.get(uuid)
    const kept = after.get(uuid)
    if (!kept && line === undefined) found.removedUnexplained.push(uuid)
    else if (!kept) found.removed.push({ uuid, line: line! })
    else {
      if (line !== undefined) problems.push({ line, problem: 'row-still-there' })
      compareRow(found, { uuid, row, kept, columns: clean.columns.filter((column) => columns.has(column)), said: written.get(uuid) ?? new Map() })
    }
  }
  problems.sort((a, b) => a.line - b.line)
  return found
}

type Said = Map<string, { value: string; line: number }>

/** What the log says of each cell: of several lines about one cell the last one stands. */
function readLog(log: readonly LogLine[], before: ReadonlyMap<string, Readonly<Record<string, string>>>, columns: ReadonlySet<string>) {
  const written = new Map<string, Said>()
  const removals = new Map<string, number>()
  const problems: LineProblem[] = []
  for (const [at, { uuid, question, oldValue, newValue, changeType }] of log.entries()) {
    const line = at + 1
    const row = before.get(uuid)
    if (!row) problems.push({ line, problem: 'row-unknown' })
    else if (changeType === 'remove_survey') removals.set(uuid, line)
    else if (changeType === 'change_response' || changeType === 'blank_response') {
      if (!columns.has(question)) {
        problems.push({ line, problem: 'question-unknown' })
        continue
      }
      const said: Said = written.get(uuid) ?? new Map()
      const earlier = said.get(question)
      if (earlier) problems.push({ line: earlier.line, problem: 'undone-later' })
      if (!sameValue(earlier?.value ?? row[question] ?? '', oldValue))
        problems.push({ line, problem: oldValue.trim() === '' ? 'old-value-missing' : 'old-value-differs' })
      written.set(uuid, said.set(question, { value: changeType === 'blank_response' ? '' : newValue, line }))
    } else if (changeType !== 'no_action') problems.push({ line, problem: 'change-type-unknown' })
  }
  return { written, removals, problems }
}

type Pair = { uuid: string; row: Readonly<Record<string, string>>; kept: Readonly<Record<string, string>>; columns: readonly string[]; said: Said }

function compareRow(found: Replayed, { uuid, row, kept, columns, said }: Pair): void {
  for (const question of columns) {
    const [raw, clean] = [row[question] ?? '', kept[question] ?? '']
    const told = said.get(question)
    if (raw === clean && !told) continue
    const cell = { uuid, question, raw, clean }
    if (told && sameValue(told.value, clean)) {
      if (!sameValue(raw, clean)) found.explained.push({ ...cell, line: told.line })
    } else {
      if (told) found.problems.push({ line: told.line, problem: 'not-followed' })
      if (!sameValue(raw, clean)) found.unexplained.push(cell)
    }
    if (raw !== clean && sameValue(raw, clean)) found.rewritten++
  }
}
