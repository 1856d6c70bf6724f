/**
 * A file as read, before anybody decided what it means: sheets of cells with their place in the file, so that every finding can point to sheet, row and
 * column. Readers (XLSX, XLS, CSV, TSV, JSON, GeoJSON) produce it, the wizard shows it, the domains interpret it.
 */

/** A cell as the file holds it. Dates of workbooks come as ISO text; `#REF!` and its kin come as `{ error }`; an empty cell is null. */
export type Cell = string | number | boolean | null | { error: string }

/** `line` is the 1-based row of the sheet, or the 1-based line of the text file on which the record starts. */
export type Row = { line: number; cells: Cell[] }

export type Sheet = {
  name: string
  hidden: boolean
  /** Header rows joined into one name per column (`Total | Male`), in the file's own words. */
  columns: Column[]
  /** 1-based lines of the header row(s), and of the HXL row when there is one. */
  headerLines: number[]
  hxlLine: number | null
  rows: Row[]
}

export type Column = { index: number; name: string; hxl: string | null; hidden: boolean }

export type Understood = {
  format: 'xlsx' | 'xls' | 'csv' | 'tsv' | 'json' | 'geojson'
  encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be' | null
  delimiter: ',' | ';' | '\t' | '|' | null
  lineEnding: 'crlf' | 'lf' | null
  sha256: string
  bytes: number
}

export type TabularFile = { name: string; understood: Understood; sheets: Sheet[]; findings: Finding[] }

/** What the reader or an importer has to say about one cell, row or file. `code` has a sentence in both languages; `facts` fill it. */
export type Finding = {
  code: string
  severity: 'error' | 'warning' | 'note'
  facts: Record<string, string | number | string[] | number[]>
  sheet?: string
  line?: number
  column?: string
}
