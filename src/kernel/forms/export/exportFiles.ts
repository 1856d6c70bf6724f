/**
 * A form's answers as files: one table as CSV, all tables as a ZIP with the files that came with them and the dictionary, a workbook with a sheet for each table,
 * points as GeoJSON. Everything is written while it is read.
 */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { PassThrough, type Readable } from 'node:stream'
import { sql } from 'kysely'
import { ZipFile } from 'yazl'
import type { Actor } from '../../access/actor.ts'
import type { House } from '../../house.ts'
import type { Content } from '../../http/route.ts'
import { writeCsvPages, writeXlsxTables } from '../../import/writeTable.ts'
import type { FormShape, FormTable } from '../questionTable.ts'
import { dictionaryOf } from './dictionary.ts'
import { everyPage, everyRow, type Selection, walk } from './pages.ts'
import { type ColumnOptions, columnsOf } from './tableColumns.ts'

export type ExportAsked = ColumnOptions & { house: House; actor: Actor; shape: FormShape; where?: Selection['where'] }

function outTable({ house, actor, shape, where, ...options }: ExportAsked, table: FormTable) {
  const columns = columnsOf(table, shape.tables, options)
  async function* pages() {
    for await (const page of everyPage(house, actor, { form: shape.id, table, where })) yield page.map((row) => columns.map((column) => column.cell(row)))
  }
  return { title: table.name, columns, language: 'en' as const, pages: pages() }
}

async function* oneByOne<T>(pages: AsyncIterable<T[]>): AsyncGenerator<T> {
  for await (const page of pages) yield* page
}

const streaming = (write: (out: PassThrough) => Promise<unknown>): PassThrough => {
  const out = new PassThrough()
  write(out).catch((error: Error) => out.destroy(error))
  return out
}

export const csvFile = (asked: ExportAsked, table: FormTable): Content => ({
  content: streaming((out) => writeCsvPages(outTable(asked, table), out)),
  type: 'text/csv; charset=utf-8',
  name: `${asked.shape.code}${table.repeat === '' ? '' : `-${table.name.replace(/^Submissions\./, '')}`}.csv`,
})

export const workbookFile = (asked: ExportAsked): Content => ({
  content: streaming((out) =>
    writeXlsxTables(
      asked.shape.tables.map((table) => {
        const { pages, ...sheet } = outTable(asked, table)
        return { ...sheet, rows: oneByOne(pages) }
      }),
      out,
    ),
  ),
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: `${asked.shape.code}.xlsx`,
})

type Sent = { instanceId: string; ordinal: number; name: string; sha256: string }

const sentFiles = {
  from: sql`join forms.submission_file x on x.submission = r.current and x.sha256 is not null
    join forms.submission s on s.id = r.current join forms.answers a on a.submission = r.current and a.repeat = ''`,
  order: sql`x.ordinal`,
  line: sql`json_build_object('instanceId', f.instance_id, 'ordinal', x.ordinal, 'name', x.name, 'sha256', x.sha256)`,
}

async function* everyFile({ house, actor, shape, where }: ExportAsked): AsyncGenerator<Sent> {
  for await (const lines of walk(house, actor, { form: shape.id, where }, sentFiles)) yield* JSON.parse(lines) as Sent[]
}

/** No folder of a phone's name leads out of ours, and no two files meet under one name. */
const nameInArchive = ({ instanceId, ordinal, name }: Sent) =>
  `media/${instanceId.replace(/[^\w-]+/g, '_')}/${ordinal}-${name.replace(/[^\p{L}\p{N}._-]+/gu, '_').replace(/^\.+/, '_')}`

export function archiveFile(asked: ExportAsked, withFiles: boolean): Content {
  const zip = new ZipFile()
  const { house, shape } = asked
  const fill = async () => {
    for (const table of shape.tables) {
      const { name, content } = csvFile(asked, table)
      zip.addReadStream(content as Readable, name!, { compressionLevel: 1 })
      // One table after the other: the archive is written in this order, and what waits would only hold memory.
      await once(content as Readable, 'close')
    }
    zip.addBuffer(Buffer.from(JSON.stringify(dictionaryOf(shape), null, 2)), 'dictionary.json')
    if (withFiles)
      for await (const file of everyFile(asked)) {
        const stream = createReadStream(house.files.path(file.sha256))
        zip.addReadStream(stream, nameInArchive(file), { compress: false })
        await once(stream, 'close')
      }
    zip.end()
  }
  const out = zip.outputStream as unknown as Readable
  fill().catch((error: Error) => out.destroy(error))
  return { content: out, type: 'application/zip', name: `${shape.code}.zip` }
}

const isPoint = (value: unknown): value is { lat: number; lon: number; alt: number | null } => typeof value === 'object' && value !== null && 'lat' in value
const geometryOf = (value: unknown): object | null =>
  isPoint(value)
    ? { type: 'Point', coordinates: value.alt === null ? [value.lon, value.lat] : [value.lon, value.lat, value.alt] }
    : typeof value === 'object' && value !== null && 'coordinates' in value
      ? value
      : null

async function writeGeoJson({ house, actor, shape, where, ...options }: ExportAsked, out: PassThrough): Promise<void> {
  let begun = false
  for (const table of shape.tables) {
    const places = table.questions.filter(({ answer }) => answer.startsWith('geo'))
    const columns = columnsOf({ ...table, questions: table.questions.filter(({ answer }) => !answer.startsWith('geo')) }, shape.tables, options)
    if (places.length === 0) continue
    for await (const row of everyRow(house, actor, { form: shape.id, table, where }))
      for (const { key } of places) {
        const geometry = geometryOf(row.answers[key])
        if (!geometry) continue
        const properties = Object.fromEntries([['question', key], ...columns.map((column) => [column.name, column.cell(row)])])
        if (!out.write(`${begun ? ',\n' : '{"type":"FeatureCollection","features":[\n'}${JSON.stringify({ type: 'Feature', geometry, properties })}`))
          await once(out, 'drain')
        begun = true
      }
  }
  out.end(`${begun ? '' : '{"type":"FeatureCollection","features":['}]}`)
}

export const geoJsonFile = (asked: ExportAsked): Content => ({
  content: streaming((out) => writeGeoJson(asked, out)),
  type: 'application/geo+json',
  name: `${asked.shape.code}.geojson`,
})
