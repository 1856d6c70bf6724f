/**
 * How fast a country's 4W becomes activities, through the same code as the wizard: reading and understanding it against parsing the file alone (at most ten times),
 * writing it with organisations, reach and comments against a bare COPY of the same rows (at most ten times). Run: npx tsx bench/fourW.ts
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { carryOut, previewImport, takeFile } from '../src/kernel/index.ts'
import { csvRecord, readTabular, type Sheet } from '../src/kernel/tables.ts'
import { secondsToCopy } from './support/copyFrom.ts'
import { secondsToInsertFinished } from './support/finished.ts'
import { openFreshHouse, unrefused } from './support/freshHouse.ts'
import { bar, machineLoad, median, say, timed } from './support/measure.ts'
import { countProcessor } from './support/processor.ts'

const path = fileURLToPath(
  new URL('../../shared/data/coordination/3w/whowhatwhere_20190731_ocha_moz_response_tracking_matrix_consolidated_20190909.xlsx', import.meta.url),
)

const target = { target: {} }

/** The sheet of the activities as plain text, for the COPY. */
function asCsv({ columns, rows }: Sheet): Buffer {
  const record = (cells: readonly unknown[]) =>
    csvRecord(cells.map((cell) => (cell === null || cell === undefined || typeof cell === 'object' ? null : String(cell))))
  return Buffer.from([record(columns.map(({ name }) => name)), ...rows.map(({ cells }) => record(columns.map(({ index }) => cells[index])))].join(''))
}

async function measure(): Promise<void> {
  const fresh = await openFreshHouse()
  const { house } = fresh
  const coordinator = await fresh.person('noemia', ['clusterCoordinator'])
  const bytes = readFileSync(path)
  const parsing: number[] = []
  const copies: number[] = []
  const copiesOnProcessor: number[] = []
  let rows = 0
  for (let run = 0; run < 3; run++) {
    const parsed = await timed(() => readTabular({ name: '4w.xlsx', path }))
    if ('code' in parsed.answer) throw new Error(parsed.answer.code)
    const sheet = parsed.answer.sheets.find(({ name }) => name === 'Data_Entry')!
    rows = sheet.rows.length
    parsing.push(parsed.seconds)
    const csv = asCsv(sheet)
    const usedByCopy = await countProcessor(house)
    copies.push(await secondsToCopy(house.doors.ownerUrl, sheet.columns.length, csv))
    const { own, database } = await usedByCopy()
    copiesOnProcessor.push(own + database)
  }
  const { import: taken } = unrefused(await takeFile(house, coordinator, 'fourW', { name: '4w.xlsx', bytes }, target))
  const understood = await timed(() => previewImport(house, coordinator, taken.id))
  const { findings } = unrefused(understood.answer).preview
  const used = await countProcessor(house)
  const written = await timed(() => carryOut(house, coordinator, taken.id))
  const { own, database } = await used()
  const { imported } = unrefused(written.answer).summary
  const usedByFinished = await countProcessor(house)
  const finished = await secondsToInsertFinished(house, ['coordination.activity', 'coordination.reach_figure', 'coordination.activity_comment'])
  const finishedOnProcessor = (await usedByFinished()).database
  say(`4W of 2019: ${rows} rows, ${imported} activities written, ${findings.length} findings; ${machineLoad()}`)
  say(
    `  parsing alone ${median(parsing).toFixed(2)} s, preview ${understood.seconds.toFixed(2)} s; bare COPY ${median(copies).toFixed(3)} s, written in ${written.seconds.toFixed(2)} s`,
  )
  say(
    `  of the processor ${own.toFixed(2)} s + database ${database.toFixed(2)} s; the finished rows into tables with the same keys and indexes ${finished.toFixed(2)} s: writing is ${(written.seconds / finished).toFixed(1)} times that`,
  )
  say(
    `  by the processor, which says more on a busy machine: COPY ${median(copiesOnProcessor).toFixed(2)} s, written ${(own + database).toFixed(2)} s (${((own + database) / median(copiesOnProcessor)).toFixed(0)} times), finished rows ${finishedOnProcessor.toFixed(2)} s (${((own + database) / finishedOnProcessor).toFixed(1)} times)`,
  )
  bar('preview against parsing', understood.seconds / median(parsing), 10, ' times')
  bar('written against a bare COPY', written.seconds / median(copies), 10, ' times')
  await fresh.close()
}

if (existsSync(path)) await measure()
else say('skipped: the 4W of 2019 (no ../shared/data/coordination)')
