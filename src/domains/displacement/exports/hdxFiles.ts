/** All published rounds as the two tables that HDX carries of DTM data: the API's rows with their HXL row, and the rows of the Humanitarian API. */
import { PassThrough, type Readable } from 'node:stream'
import { type OutColumn, type OutTable, writeCsv } from '../../../kernel/tables.ts'
import type { PublicRound } from '../publicRound.ts'
import { type HapiContext, hapiColumns, hapiRows } from './hapi.ts'
import { hdxCells, hdxOutColumns, hdxRows } from './hdxTable.ts'

const streamed = (table: OutTable): Readable => {
  const out = new PassThrough()
  writeCsv(table, out).catch((error) => out.destroy(error))
  return out
}

export const hdxCsv = (rounds: readonly PublicRound[]): Readable =>
  streamed({ title: 'displacement', columns: hdxOutColumns, language: 'en', rows: hdxRows(rounds).map(hdxCells) })

export const hapiCsv = (rounds: readonly PublicRound[], context: HapiContext): Readable => {
  const columns = hapiColumns.map((name): OutColumn => ({ name, labels: { pt: name, en: name }, kind: 'text' }))
  return streamed({ title: 'idps', columns, language: 'en', rows: hapiRows(hdxRows(rounds), context).map((row) => hapiColumns.map((name) => row[name])) })
}
