/**
 * How fast a country's 4W becomes activities, through the same code as the wizard: reading and understanding it against parsing the file alone (at most ten times),
 * writing it with organisations, reach and comments against a bare COPY of the same rows (at most ten times). Run: npx tsx bench/fourW.ts
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { undoImport } from '../src/kernel/import/imports.ts'
import { carryOut, type House, previewImport, takeFile } from '../src/kernel/index.ts'
import { csvRecord, readTabular, type Sheet } from '../src/kernel/tables.ts'
import { secondsToCopy, secondsToCopyWritten } from './support/copyFrom.ts'
import { secondsToInsertFinished } from './support/finished.ts'
import { openFreshHouse, unrefused } from './support/freshHouse.ts'
import { bar, machineLoad, median, say, timed } from './support/measure.ts'
import { countProcessor } from './support/processor.ts'

const path = fileURLToPath(
  new URL('../../shared/data/coordination/3w/whowhatwhere_20190731_ocha_moz_response_tracking_matrix_consolidated_20190909.xlsx', import.meta.url),
)

const target = { target: {} }
const rounds = 5

/** The sheet of the activities as plain text, for the COPY. */
function asCsv({ columns, rows }: Sheet): Buffer {
  const record = (cells: readonly unknown[]) =>
    csvRecord(cells.map((cell) => (cell === null || cell === undefined || typeof cell === 'object' ? null : String(cell))))
  return Buffer.from([record(columns.map(({ name }) => name)), ...rows.map(({ cells }) => record(columns.map(({ index }) => cells[index])))].join(''))
}

/** The sheet read, and what parsing alone takes. */
async function parse() {
  const { answer, seconds } = await timed(() => readTabular({ name: '4w.xlsx', path }))
  if ('code' in answer) throw new Error(answer.code)
  return { sheet: answer.sheets.find(({ name }) => name === 'Data_Entry')!, seconds }
}

type Cost = { seconds: number; own: number; database: number }
async function costOf<T>(house: House, deed: () => Promise<T>): Promise<Cost & { answer: T }> {
  const used = await countProcessor(house)
  const { answer, seconds } = await timed(deed)
  return { answer, seconds, ...(await used()) }
}

const medianOf = (costs: readonly Cost[], of: (cost: Cost) => number) => median(costs.map(of))
const processor = ({ own, database }: Cost) => own + database

/** Written and taken back again and again, each time beside a COPY of the same moment: a machine that others use too is as slow for both. */
async function measure(): Promise<void> {
  const fresh = await openFreshHouse()
  const { house } = fresh
  const coordinator = await fresh.person('noemia', ['clusterCoordinator'])
  const bytes = readFileSync(path)
  const [parsing, previews]: [number[], number[]] = [[], []]
  const [ofSheet, ofWritten, finished, writings]: [Cost[], Cost[], Cost[], Cost[]] = [[], [], [], []]
  const told = async (costs: Cost[], deed: () => Promise<number>) => {
    const { answer, ...cost } = await costOf(house, deed)
    costs.push({ ...cost, seconds: answer })
  }
  const tables = ['coordination.activity', 'coordination.activity_comment']
  let about = ''
  for (let round = 0; round < rounds; round++) {
    const { sheet, seconds } = await parse()
    parsing.push(seconds)
    const { import: taken } = unrefused(await takeFile(house, coordinator, 'fourW', { name: '4w.xlsx', bytes }, target))
    const understood = await timed(() => previewImport(house, coordinator, taken.id))
    const { findings } = unrefused(understood.answer).preview
    previews.push(understood.seconds)
    const csv = asCsv(sheet)
    await told(ofSheet, () => secondsToCopy(house.doors.ownerUrl, sheet.columns.length, csv))
    const written = await costOf(house, () => carryOut(house, coordinator, taken.id))
    writings.push(written)
    const { imported } = unrefused(written.answer).summary as { imported: number }
    await told(ofWritten, () => secondsToCopyWritten(house.doors.ownerUrl, tables))
    await told(finished, () => secondsToInsertFinished(house, tables))
    about = `4W of 2019: ${sheet.rows.length} rows, ${imported} activities written, ${findings.length} findings; ${rounds} rounds, medians; ${machineLoad()}`
    unrefused(await undoImport(house, coordinator, taken.id))
  }
  const clock = ({ seconds }: Cost) => seconds
  say(about)
  say(`  parsing alone ${median(parsing).toFixed(2)} s, preview ${median(previews).toFixed(2)} s`)
  for (const [name, of] of [
    ['by the clock', clock],
    ['by the processor', processor],
  ] as const) {
    const times = (costs: Cost[]) => `${medianOf(costs, of).toFixed(3)} s (${(medianOf(writings, of) / medianOf(costs, of)).toFixed(1)} times)`
    say(
      `  ${name}: written in ${medianOf(writings, of).toFixed(2)} s; bare COPY of the sheet as text ${times(ofSheet)}, of the rows written ${times(ofWritten)}, these into tables with the same keys ${times(finished)}`,
    )
  }
  say(
    `  of the processor: this program ${medianOf(writings, ({ own }) => own).toFixed(2)} s, database ${medianOf(writings, ({ database }) => database).toFixed(2)} s`,
  )
  bar('preview against parsing', median(previews) / median(parsing), 10, ' times')
  bar('written against a bare COPY of the sheet', medianOf(writings, clock) / medianOf(ofSheet, clock), 10, ' times')
  bar('written against a bare COPY of what is written', medianOf(writings, clock) / medianOf(ofWritten, clock), 10, ' times')
  await fresh.close()
}

if (existsSync(path)) await measure()
else say('skipped: the 4W of 2019 (no ../shared/data/coordination)')
