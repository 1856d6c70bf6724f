/**
 * How fast a round of 100,000 rows and 20 columns is read, as workbook and as CSV, with the peak of memory, against the streaming reader of exceljs on
 * the same file in the same run. Every measurement has a process of its own, so that one's memory is not counted for the other.
 */
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { readTabular } from '../src/kernel/import/readFile.ts'
import { type OutColumn, writeCsv } from '../src/kernel/import/writeTable.ts'

const rows = 100_000
const kinds: OutColumn['kind'][] = [
  'text',
  'text',
  'text',
  'text',
  'date',
  'text',
  'text',
  'decimal',
  'decimal',
  ...Array<OutColumn['kind']>(11).fill('integer'),
]
const columns: OutColumn[] = kinds.map((kind, at) => ({ name: `c${at}`, labels: { pt: `Coluna ${at + 1}`, en: `Column ${at + 1}` }, kind }))

function* madeUp() {
  const provinces = ['Cabo Delgado', 'Nampula', 'Niassa', 'Zambézia', 'Sofala']
  for (let at = 0; at < rows; at++) {
    const day = `2021-0${(at % 9) + 1}-1${at % 10}`
    const place = [
      provinces[at % 5]!,
      `Distrito ${at % 150}`,
      `Posto ${at % 411}`,
      `MOZ_S${at}`,
      day,
      `Centro de ${at} famílias`,
      at % 2 ? 'Conflito' : 'Desastre natural',
    ]
    yield [...place, -10 - (at % 17_000) / 1000, 30 + (at % 10_000) / 1000, ...Array.from({ length: 11 }, (_, column) => (at * (column + 7)) % 5000)]
  }
}

/**
 * A workbook as Excel writes them, texts shared, packed again with the shared texts before the sheet: exceljs cannot read its own streamed archives on
 * Node 20 (it waits for ever), and this order spares it a temporary file.
 */
async function writeWorkbook(path: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: true })
  const sheet = workbook.addWorksheet('Round')
  sheet.columns = columns.map(({ kind }) => (kind === 'date' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}))
  sheet.addRow(columns.map(({ labels }) => labels.en)).commit()
  for (const row of madeUp()) sheet.addRow(row.map((value, at) => (kinds[at] === 'date' ? new Date(`${value}T00:00:00Z`) : value))).commit()
  sheet.commit()
  await workbook.commit()
  const parts = unzipSync(readFileSync(path))
  const isSheet = (name: string) => name.includes('/sheet')
  const names = Object.keys(parts).sort((a, b) => Number(isSheet(a)) - Number(isSheet(b)))
  writeFileSync(path, zipSync(Object.fromEntries(names.map((name) => [name, parts[name]!])) as Zippable))
}

type Measured = { rows: number; seconds: number; peakMb: number }

async function measure(reader: string, path: string): Promise<Measured> {
  const started = performance.now()
  const found = reader === 'exceljs' ? await withExceljs(path) : await withOurs(path)
  return { rows: found, seconds: (performance.now() - started) / 1000, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }
}

async function withOurs(path: string): Promise<number> {
  const file = await readTabular({ name: 'round', path })
  if ('code' in file) throw new Error(file.code)
  return file.sheets[0]!.rows.length
}

/** Keeps the values, as ours does: without them it would measure nothing that an import can use. */
async function withExceljs(path: string): Promise<number> {
  const kept: unknown[] = []
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', styles: 'cache' })) {
    for await (const row of sheet) kept.push(row.values)
  }
  return kept.length - 1
}

const inOwnProcess = (reader: string, path: string): Measured =>
  JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), reader, path], { encoding: 'utf8' }))

const [reader, path] = process.argv.slice(2)
if (reader && path) {
  process.stdout.write(JSON.stringify(await measure(reader, path)))
} else {
  const folder = mkdtempSync(join(tmpdir(), 'capulana-bench-'))
  const workbook = join(folder, 'round.xlsx')
  const text = join(folder, 'round.csv')
  await writeWorkbook(workbook)
  await writeCsv({ title: 'Round', columns, language: 'en', rows: madeUp() }, createWriteStream(text))
  const shown = (name: string, file: string, { rows: read, seconds, peakMb }: Measured) =>
    console.log(
      `${name.padEnd(14)} ${read} rows in ${seconds.toFixed(2)} s, ${Math.round(read / seconds)} rows/s, peak ${peakMb} MB, file ${(statSync(file).size / 1e6).toFixed(1)} MB`,
    )
  const ours = inOwnProcess('ours', workbook)
  const peer = inOwnProcess('exceljs', workbook)
  const csv = inOwnProcess('ours', text)
  shown('xlsx, ours', workbook, ours)
  shown('xlsx, exceljs', workbook, peer)
  shown('csv, ours', text, csv)
  console.log(`ratio of time exceljs / ours: ${(peer.seconds / ours.seconds).toFixed(2)}; ratio of memory: ${(peer.peakMb / ours.peakMb).toFixed(2)}`)
  rmSync(folder, { recursive: true })
}
