/**
 * JSON and GeoJSON as a table: a list of objects, wherever it lies in the file, one object a line, or a list of lists. What is nested becomes a column
 * with a dot in its name; a point gives its latitude and longitude. Source of the geometry: RFC 7946.
 */
import { posix } from 'node:path'
import { type Refusal, refuse } from '../../refusal.ts'
import { decoded, examine } from '../encoding.ts'
import { limits } from '../limits.ts'
import type { RawTable } from '../rawTable.ts'
import { type Source, sizeOf } from '../source.ts'
import type { Cell, Finding, Row, Understood } from '../table.ts'
import { flatColumns } from './flatColumns.ts'
import { pointColumns } from './geometry.ts'

/** `hasNames` is false for lists of lists, whose header is looked for as in any sheet. */
export type RawJson = { table: RawTable; hasNames: boolean; understood: Understood; findings: Finding[] }

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)

export async function readJson(source: Source): Promise<RawJson | Refusal> {
  const { name } = source
  const size = await sizeOf(source)
  if (size > limits.jsonBytes) return refuse('import.too-large', { name, bytes: size, limit: limits.jsonBytes })
  const examined = await examine(source)
  let text = ''
  for await (const piece of decoded(source, examined.encoding)) text += piece
  const parsed = deeperThan(text, limits.jsonDepth) ? undefined : parse(text)
  if (parsed === undefined) return refuse('import.broken-json', { name })
  const records = recordsOf(parsed)
  if (!records) return refuse('import.json-without-rows', { name })
  const geo = isThing(parsed) && parsed.type === 'FeatureCollection'
  if (geo && !inDegrees(parsed)) return refuse('import.geojson-other-system', { name })
  const { sha256, bytes, encoding } = examined
  const understood: Understood = { format: geo ? 'geojson' : 'json', encoding, delimiter: null, lineEnding: null, sha256, bytes }
  const title = posix.basename(name).replace(/\.[^.]+$/, '')
  const hasNames = !Array.isArray(records[0])
  const made = hasNames ? namedRows(records as Thing[], geo) : { rows: listedRows(records as unknown[][]), shapes: 0 }
  const cells = made.rows.reduce((sum, row) => sum + row.cells.length, 0)
  const tooWide = made.rows.some(
    (row) => row.cells.length > limits.columns || row.cells.some((cell) => typeof cell === 'string' && cell.length > limits.letters),
  )
  if (tooWide || cells > limits.cells) return refuse('import.too-large', { name, cells: limits.cells, letters: limits.letters })
  const findings: Finding[] = [...longNumbers(made.rows, title)]
  if (made.shapes > 0) findings.push({ code: 'import.shapes-without-point', severity: 'warning', sheet: title, facts: { count: made.shapes } })
  return { table: { name: title, hidden: false, rows: made.rows, merges: null, hiddenColumns: [] }, hasNames, understood, findings }
}

/** Brackets within brackets by the thousand are no data, and exhaust whoever walks through them. */
function deeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === 34) inText = !inText
    else if (inText) at += letter === 92 ? 1 : 0
    else if (letter === 91 || letter === 123) depth++
    else if (letter === 93 || letter === 125) depth--
    if (depth > limit) return true
  }
  return false
}

/** Undefined when it is no JSON, as a whole or line by line. */
function parse(text: string): unknown {
  const whole = parsedOrNothing(text)
  if (whole !== undefined) return whole
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const each = lines.length > 1 ? lines.map(parsedOrNothing) : []
  return each.length > 0 && each.every(isThing) ? each : undefined
}

function parsedOrNothing(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** The list itself, or the longest list of objects under one of the names of the outermost object: `features`, `data`, `value`, `results`. */
function recordsOf(parsed: unknown): Thing[] | unknown[][] | null {
  const lists = Array.isArray(parsed) ? [parsed] : isThing(parsed) ? Object.values(parsed).filter(Array.isArray) : []
  const fitting = lists.filter((list) => list.length > 0 && (list.every(isThing) || list.every(Array.isArray)))
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null
}

/** Coordinates in another system would put every place somewhere else; only the old member `crs` can say so. */
function inDegrees({ crs }: Thing): boolean {
  return crs === undefined || crs === null || /CRS84|4326/.test(JSON.stringify(crs))
}

/** Record 1 stands on line 2, below the names, as it does once the file is opened as a table. */
function namedRows(records: Thing[], geo: boolean): { rows: Row[]; shapes: number } {
  const places = new Map<string, number>()
  let shapes = 0
  const rows = records.map((record, at): Row => {
    const columns = geo ? { ...flatColumns(isThing(record.properties) ? record.properties : {}), ...pointColumns(record.geometry) } : flatColumns(record)
    if (geo && isThing(record.geometry) && columns.latitude === undefined) shapes++
    const cells: Cell[] = []
    for (const [name, cell] of Object.entries(columns)) {
      let place = places.get(name)
      if (place === undefined) places.set(name, (place = places.size))
      while (cells.length < place) cells.push(null)
      cells[place] = cell
    }
    return { line: at + 2, cells }
  })
  return { rows: [{ line: 1, cells: [...places.keys()] }, ...rows.filter(({ cells }) => cells.some((cell) => cell !== null))], shapes }
}

const listedRows = (records: unknown[][]): Row[] =>
  records
    .map((record, at) => ({ line: at + 1, cells: record.map((value) => Object.values(flatColumns({ value }))[0] ?? null) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null))

/** A number of more than 15 digits was changed by being read as one: codes must come as texts. */
function longNumbers(rows: Row[], sheet: string): Finding[] {
  const lines = rows.filter(({ cells }) => cells.some((cell) => typeof cell === 'number' && Number.isInteger(cell) && !Number.isSafeInteger(cell)))
  return lines.length === 0 ? [] : [{ code: 'import.long-numbers', severity: 'error', sheet, line: lines[0]!.line, facts: { count: lines.length } }]
}
