/**
 * What the compiler has to say about a workbook: refusals and warnings, each with its cell, its code and its facts, and where it can be done by a machine
 * the repair that would mend it. Nothing is mended in silence: a repair is a described change of cells that a person accepts.
 */
export type CellChange = { kind: 'cell'; sheet: string; row: number; column: string; from: string; to: string }
/** A new row before the given one (or at the end, when no row has that number); the rows below move down. */
export type RowInsertion = { kind: 'row'; sheet: string; before: number; cells: Record<string, string> }
export type SheetRenaming = { kind: 'sheet'; from: string; to: string }
export type SheetAddition = { kind: 'new-sheet'; name: string; rows: Record<string, string>[] }
/** A new column with one value in it. */
export type ColumnAddition = { kind: 'column'; sheet: string; header: string; row: number; value: string }
export type Change = CellChange | RowInsertion | SheetRenaming | SheetAddition | ColumnAddition

export type Facts = Record<string, string | number | string[]>

/** `code` has a sentence that says in the author's words what would be changed. */
export type Repair = { code: string; facts: Facts; changes: Change[] }

export type Finding = {
  severity: 'refuse' | 'warn'
  sheet: string
  row?: number
  /** The column in the author's own words (its header). */
  column?: string
  code: string
  facts: Facts
  repair?: Repair
}

type Place = { sheet: string; row?: number; column?: string }

export type Findings = {
  refuse(code: string, place: Place, facts?: Facts, repair?: Repair): void
  warn(code: string, place: Place, facts?: Facts, repair?: Repair): void
  hasRefusal(): boolean
  all(): Finding[]
}

export function collectFindings(): Findings {
  const found: Finding[] = []
  const seen = new Set<string>()
  const add = (severity: Finding['severity'], code: string, place: Place, facts: Facts, repair?: Repair) => {
    const finding: Finding = { severity, sheet: place.sheet, code, facts }
    if (place.row !== undefined && place.row > 0) finding.row = place.row
    if (place.column !== undefined) finding.column = place.column
    if (repair) finding.repair = repair
    // A label that is written twice (in the body and for a loop's copy) is wrong only once.
    const key = JSON.stringify([severity, code, place.sheet, place.row, place.column, facts])
    if (seen.has(key)) return
    seen.add(key)
    found.push(finding)
  }
  return {
    refuse: (code, place, facts = {}, repair) => add('refuse', code, place, facts, repair),
    warn: (code, place, facts = {}, repair) => add('warn', code, place, facts, repair),
    hasRefusal: () => found.some(({ severity }) => severity === 'refuse'),
    all: () => found.toSorted((a, b) => Number(a.severity === 'warn') - Number(b.severity === 'warn')),
  }
}
