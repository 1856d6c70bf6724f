/** The door of the XLSForm compiler. */
export { type Compiled, compile } from './compile.ts'
export type { Change, Finding, Repair } from './findings.ts'
export type { Question } from './questions.ts'
export { applyRepairs } from './repairs.ts'
export { type Cell, columnLetter, type Workbook, type WorkbookRow, type WorkbookSheet } from './workbook.ts'
