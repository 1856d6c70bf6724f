/**
 * Rows as OData entities, in the shape that clients of ODK Central know: groups inside each other, positions as GeoJSON or WKT, what the system knows under
 * `__system`. The shape is made once for a table; only the values differ from row to row.
 */
import { asText } from '../export/cells.ts'
import type { ExportRow } from '../export/rows.ts'
import { keysOf, parentKeysOf } from '../export/tableColumns.ts'
import type { FormTable } from '../questionTable.ts'

/** A row, or one value of it, as JSON. */
export type Written = (row: ExportRow) => string
/** An entity whose values are still to come. */
export type Shape = { [name: string]: Written | Shape }

const json =
  (value: (row: ExportRow) => unknown): Written =>
  (row) =>
    JSON.stringify(value(row))

const isPoint = (value: unknown): value is { lat: number; lon: number; alt: number | null; accuracy: number | null } =>
  typeof value === 'object' && value !== null && 'lat' in value

type Ring = { type: string; coordinates: number[][] | number[][][] }
const pairs = (points: number[][]) => points.map((point) => point.join(' ')).join(', ')

function geometry(value: unknown, asWkt: boolean): unknown {
  if (isPoint(value)) {
    const coordinates = value.alt === null ? [value.lon, value.lat] : [value.lon, value.lat, value.alt]
    return asWkt ? `POINT (${coordinates.join(' ')})` : { type: 'Point', coordinates, properties: { accuracy: value.accuracy } }
  }
  const { type, coordinates } = value as Ring
  if (!asWkt) return { type, coordinates }
  return type === 'Polygon'
    ? `POLYGON (${(coordinates as number[][][]).map((ring) => `(${pairs(ring)})`).join(', ')})`
    : `LINESTRING (${pairs(coordinates as number[][])})`
}

function odataValue({ answer, type }: FormTable['questions'][number], value: unknown, asWkt: boolean): unknown {
  if (value === null || value === undefined) return null
  if (answer.startsWith('geo')) return typeof value === 'object' ? geometry(value, asWkt) : null
  if (answer === 'decimal') return Number.isFinite(Number(value)) ? Number(value) : null
  // A text where a number belongs would break every reader of the column; the document and the CSV still say it.
  if (answer === 'int') return typeof value === 'number' ? value : null
  return type === 'select_multiple' || type === 'rank' ? asText(value) : value
}

/** Answers with each group as an object of its own. */
function nested({ questions }: FormTable, asWkt: boolean): Shape {
  const shape: Shape = {}
  for (const question of questions) {
    const steps = question.key.split('/')
    let home = shape
    for (const step of steps.slice(0, -1)) home = (home[step] ??= {}) as Shape
    home[steps.at(-1)!] = json(({ answers }) => odataValue(question, answers[question.key], asWkt))
  }
  return shape
}

function link(from: FormTable, to: FormTable): Written {
  const below = to.repeat.slice(from.repeat.length || to.repeat.indexOf('/', 1)).replace(/^\//, '')
  const set = from.repeat === '' ? 'Submissions' : from.name
  const key = keysOf(from)
  return json((row) => `${set}('${encodeURIComponent(key(row, row.turn))}')/${below}`)
}

const lastStep = ({ repeat }: FormTable) => repeat.split('/').at(-1)!

const systemFacts = [
  ...(['submissionDate', 'updatedAt', 'submitterId', 'submitterName', 'attachmentsPresent', 'attachmentsExpected', 'status'] as const),
  ...(['reviewState', 'deviceId', 'edits', 'formVersion', 'place', 'openFindings'] as const),
]
const system: Shape = Object.fromEntries(systemFacts.map((name) => [name, json((row) => (name === 'status' ? null : row[name]))]))

/** With `inside`, the rows of the repeats stand in each row that they belong to. */
export function shapeOfEntity(table: FormTable, tables: readonly FormTable[], asWkt: boolean, inside: TurnsIn | null): Shape {
  const answers = nested(table, asWkt)
  const inner = tables.filter(({ around }) => around === table.repeat)
  const links = Object.fromEntries(inner.map((to) => [`${lastStep(to)}@odata.navigationLink`, link(table, to)]))
  const lists = inside ? Object.fromEntries(inner.map((to) => [lastStep(to), listOf(to, tables, asWkt, inside)])) : {}
  if (table.repeat !== '') {
    const parent = tables.find(({ repeat }) => repeat === table.around)!
    const [key, parentKey] = [keysOf(table), parentKeysOf(table, tables)]
    return { __id: json((row) => key(row, row.turn)), [`__${parent.name.replaceAll('.', '-')}-id`]: json(parentKey), ...answers, ...links, ...lists }
  }
  const id = json(({ instanceId }) => instanceId)
  return { __id: id, __system: system, meta: { instanceID: id, instanceName: json(({ instanceName }) => instanceName) }, ...answers, ...links, ...lists }
}

/** The turns of a repeat that lie in a row. */
export type TurnsIn = (row: ExportRow, repeat: string) => ExportRow[]

function listOf(table: FormTable, tables: readonly FormTable[], asWkt: boolean, inside: TurnsIn): Written {
  const write = writerOf(shapeOfEntity(table, tables, asWkt, inside))
  return (row) => `[${inside(row, table.repeat).map(write).join(',')}]`
}

/** What stands between the values is written once, not once for each row. */
export function writerOf(shape: Shape): Written {
  const values: Written[] = []
  const between = ['']
  const say = (text: string) => {
    between[values.length] += text
  }
  const lay = (inner: Shape) => {
    say('{')
    for (const [at, [name, value]] of Object.entries(inner).entries()) {
      say(`${at === 0 ? '' : ','}${JSON.stringify(name)}:`)
      if (typeof value !== 'function') lay(value)
      else between[values.push(value)] = ''
    }
    say('}')
  }
  lay(shape)
  return (row) => {
    let text = between[0]!
    for (let at = 0; at < values.length; at++) text += values[at]!(row) + between[at + 1]!
    return text
  }
}
