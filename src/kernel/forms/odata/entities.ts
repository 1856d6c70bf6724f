/** Rows as OData entities, in the shape that clients of ODK Central know: groups inside each other, positions as GeoJSON or WKT, what the system knows under `__system`. */

import { asText } from '../export/cells.ts'
import type { ExportRow } from '../export/pages.ts'
import { keyOfTurn, parentKey } from '../export/tableColumns.ts'
import type { FormTable } from '../questionTable.ts'

export type Entity = Record<string, unknown>

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
function nested(row: ExportRow, table: FormTable, asWkt: boolean): Entity {
  const entity: Entity = {}
  for (const question of table.questions) {
    const steps = question.key.split('/')
    let home = entity
    for (const step of steps.slice(0, -1)) home = (home[step] ??= {}) as Entity
    home[steps.at(-1)!] = odataValue(question, row.answers[question.key], asWkt)
  }
  return entity
}

const link = (row: ExportRow, from: FormTable, to: FormTable) =>
  `${from.repeat === '' ? `Submissions('${encodeURIComponent(row.instanceId)}')` : `${from.name}('${encodeURIComponent(keyOfTurn(row, from, row.turn))}')`}/${to.repeat.slice(from.repeat.length || to.repeat.indexOf('/', 1)).replace(/^\//, '')}`

export function entityOf(row: ExportRow, table: FormTable, tables: readonly FormTable[], asWkt: boolean): Entity {
  const answers = nested(row, table, asWkt)
  const links = Object.fromEntries(
    tables.filter(({ around }) => around === table.repeat).map((inner) => [`${inner.repeat.split('/').at(-1)}@odata.navigationLink`, link(row, table, inner)]),
  )
  if (table.repeat !== '') {
    const parent = tables.find(({ repeat }) => repeat === table.around)!
    return { __id: keyOfTurn(row, table, row.turn), [`__${parent.name.replaceAll('.', '-')}-id`]: parentKey(row, table, tables), ...answers, ...links }
  }
  const {
    submissionDate,
    updatedAt,
    submitterId,
    submitterName,
    attachmentsPresent,
    attachmentsExpected,
    reviewState,
    deviceId,
    edits,
    formVersion,
    place,
    openFindings,
  } = row
  const __system = {
    ...{
      submissionDate,
      updatedAt,
      submitterId,
      submitterName,
      attachmentsPresent,
      attachmentsExpected,
      status: null,
      reviewState,
      deviceId,
      edits,
      formVersion,
      place,
      openFindings,
    },
  }
  return { __id: row.instanceId, __system, meta: { instanceID: row.instanceId, instanceName: row.instanceName }, ...answers, ...links }
}
