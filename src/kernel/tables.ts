/** The kernel's door for tables: what was read from a file, and what is written into one. */
export * from './import/csvText.ts'
export * from './import/dates.ts'
export { columnsNamed, textOf } from './import/headed.ts'
export { lineRanges } from './import/lineRanges.ts'
export * from './import/monthNames.ts'
export * from './import/numbers.ts'
export { readTabular } from './import/readFile.ts'

export type { Cell, Column, Finding, Row, Sheet, TabularFile, Understood } from './import/table.ts'
export { type OutColumn, type OutTable, writeCsv, writeXlsx } from './import/writeTable.ts'
