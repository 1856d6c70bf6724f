/**
 * How fast a file becomes a round, through the same code as the wizard and the command: taking it in, understanding it, writing it with every check, against a
 * bare COPY of the same rows in the same run, with the peak of memory. Each file has a process of its own, so that one's memory is not counted for the other.
 * Run: npx tsx bench/import.ts [rows]
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { carryOut, previewImport, takeFile } from '../src/kernel/index.ts'
import { bigRound, columns, target } from './support/bigRound.ts'
import { secondsToCopy } from './support/copyFrom.ts'
import { secondsToInsertFinished } from './support/finished.ts'
import { openFreshHouse, unrefused } from './support/freshHouse.ts'
import { bar, machineLoad, median, peakMemory, perSecond, say, timed } from './support/measure.ts'

const fromApi = new URL('../../shared/data/dtm/dtm-api/global-iom-dtm-from-api-admin-0-to-2.csv', import.meta.url)

async function measure(what: string): Promise<void> {
  const fresh = await openFreshHouse()
  const { house } = fresh
  const officer = await fresh.person('bento', ['dataOfficer'])
  const isApi = what === 'api'
  const bytes = isApi ? readFileSync(fromApi) : bigRound(house, Number(what))
  const choices = isApi ? { target: { country: '*' } } : { target, columns }
  const width = bytes.subarray(0, bytes.indexOf('\n')).toString().split(',').length
  const copies: number[] = []
  for (let run = 0; run < 3; run++) copies.push(await secondsToCopy(house.doors.ownerUrl, width, bytes))
  const copy = median(copies)
  const before = process.memoryUsage().rss

  const taken = await timed(() => takeFile(house, officer, 'displacement', { name: 'round.csv', bytes }, choices))
  const { id } = unrefused(taken.answer).import
  const understood = await timed(() => previewImport(house, officer, id))
  const { rows, findings } = unrefused(understood.answer).preview
  const written = await timed(() => carryOut(house, officer, id))
  const imported = Number(unrefused(written.answer).summary.imported)

  const bare = await secondsToInsertFinished(house, ['displacement.assessment', 'displacement.presence_cell', 'displacement.master_list_line'])
  const whole = taken.seconds + understood.seconds + written.seconds
  const seconds = (value: number) => `${value.toFixed(2)} s`
  say(
    `${isApi ? 'HDX file of the DTM API' : 'generated round, our template'}: ${rows} rows, ${(bytes.length / 1e6).toFixed(1)} MB, ${imported} rows written, ${findings.length} findings`,
  )
  say(`  take the file in          ${seconds(taken.seconds)}`)
  say(`  read, understand, preview ${seconds(understood.seconds)} (${perSecond(rows, understood.seconds)})`)
  say(`  write, check, commit      ${seconds(written.seconds)} (${perSecond(rows, written.seconds)})`)
  say(
    `  whole                     ${seconds(whole)} (${perSecond(rows, whole)}); bare COPY of the same rows ${seconds(copy)} (${perSecond(rows, copy)}): ratio ${(whole / copy).toFixed(0)}`,
  )
  say(
    `  the same facts, finished, into tables with the same keys and indexes ${seconds(bare)}: writing takes ${(written.seconds / bare).toFixed(1)} times that`,
  )
  if (rows >= 100_000) bar('file to understood preview', taken.seconds + understood.seconds, 10, ' s')
  say(`  ${peakMemory()}, of which ${Math.round(before / 1024 / 1024)} MB before the import; ${machineLoad()}`)
  await fresh.close()
}

const [own, rows = '100000'] = process.argv[2] === 'measure' ? ['measure', process.argv[3]] : [null, process.argv[2]]
if (own) await measure(rows!)
else {
  const inOwnProcess = (what: string) =>
    execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), 'measure', what], { stdio: 'inherit' })
  if (existsSync(fromApi)) inOwnProcess('api')
  else say('skipped: the HDX file of the DTM API (no ../shared/data/dtm/dtm-api)')
  inOwnProcess(rows!)
}
