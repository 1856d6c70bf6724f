/**
 * What a boundary file is about: which column holds the P-code, which the name, which level it is, and whether it is this country's at all.
 * Knows the column names of OCHA's common operational data (ADM2_PCODE, ADM2_PT, admin2Pcode, adm2_name …) and plain ones. Nothing is guessed from shapes.
 */
import { type AreaGeometry, type Position, partsOf } from '../geometry.ts'

/** As RFC 7946 writes them, rings closed. */
type BoundaryOutline = { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] }
type BoundaryFeature = { pcode: string; name: string; level?: number; parent?: string; geometry: BoundaryOutline }
type BoundaryFinding = {
  code:
    | 'places.boundary-code-unknown'
    | 'places.boundary-without-code'
    | 'places.boundary-without-area'
    | 'places.boundary-code-twice'
    | 'places.boundary-projection-unsaid'
  facts: Record<string, string | number | string[]>
}
export type BoundaryRefusal = {
  code:
    | 'places.boundary-unreadable'
    | 'places.boundary-empty'
    | 'places.boundary-no-pcodes'
    | 'places.boundary-other-country'
    | 'places.boundary-not-wgs84'
    | 'places.boundary-too-large'
    | 'places.boundary-no-shapefile'
  facts: Record<string, string | number | string[]>
}
export type BoundaryFile = { features: BoundaryFeature[]; findings: BoundaryFinding[] }
export type BoundaryRecord = { properties: Record<string, unknown>; geometry: unknown }
/** `isKnown`: the register has this code. `country`: its prefix, so that the country's own outline is not taken for an unknown place. */
export type BoundaryOptions = { isKnown?: (pcode: string) => boolean; country?: string }

export const isRefused = (answer: BoundaryFile | BoundaryRefusal): answer is BoundaryRefusal => 'code' in answer

const codeColumn = /^(?:adm|admin)_?(\d)_?(?:pcode|code|pcod)$/
const nameColumn = /^(?:adm|admin)_?(\d)_?(?:name)?_?(pt|en|name|ref|fr|es|nm)?(?:_?name)?$/
const plainCodes = ['pcode', 'p_code', 'adm_pcode', 'shapeiso']
const plainNames = ['name', 'nome', 'shapename', 'featurename']
/** The country's own language first; the reference column last, because it is often without accents. */
const languages = ['pt', 'name', '', 'en', 'fr', 'es', 'nm', 'ref']

type Columns = { levels: { level: number; code: string; name: string | undefined }[]; plainCode: string | undefined; plainName: string | undefined }

function columnsOf(names: readonly string[]): Columns {
  const plain = (wanted: string[]) => names.find((name) => wanted.includes(name.toLowerCase()))
  const levels = names.flatMap((code) => {
    const level = codeColumn.exec(code.toLowerCase())?.[1]
    if (level === undefined) return []
    const named = names.flatMap((name) => {
      const found = nameColumn.exec(name.toLowerCase())
      return found?.[1] === level && !codeColumn.test(name.toLowerCase()) ? [{ name, order: languages.indexOf(found[2] ?? '') }] : []
    })
    return [{ level: Number(level), code, name: named.sort((a, b) => a.order - b.order)[0]?.name }]
  })
  return { levels: levels.sort((a, b) => b.level - a.level), plainCode: plain(plainCodes), plainName: plain(plainNames) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')

/** One record's code, name, level and parent: the finest level that it fills. */
function identityOf(properties: Record<string, unknown>, { levels, plainCode, plainName }: Columns): Omit<BoundaryFeature, 'geometry'> | undefined {
  const filled = levels.filter(({ code }) => textOf(properties[code]) !== '')
  const [own, above] = filled
  if (!own) {
    const pcode = plainCode ? textOf(properties[plainCode]).toUpperCase() : ''
    return pcode === '' ? undefined : { pcode, name: plainName ? textOf(properties[plainName]) : '' }
  }
  const parent = above && above.level === own.level - 1 && above.level > 0 ? textOf(properties[above.code]).toUpperCase() : ''
  const name = textOf(properties[own.name ?? plainName ?? ''])
  return { pcode: textOf(properties[own.code]).toUpperCase(), name, level: own.level, ...(parent === '' ? {} : { parent }) }
}

const isOnEarth = ([x, y]: Position) => Math.abs(x!) <= 180 && Math.abs(y!) <= 90

/** The geometry with rings closed, labelled as it is nested; undefined without area, false when its numbers are no degrees. */
function cleanGeometry(geometry: unknown): BoundaryOutline | undefined | false {
  const given = geometry as Partial<AreaGeometry> | null
  if (!given || (given.type !== 'Polygon' && given.type !== 'MultiPolygon') || !Array.isArray(given.coordinates)) return undefined
  const parts: number[][][][] = []
  for (const part of partsOf(given as AreaGeometry)) {
    const rings: number[][][] = []
    for (const ring of part) {
      if (!ring.every((at) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]))) return undefined
      if (!ring.every(isOnEarth)) return false
      const flat = ring.map(([x, y]) => [x!, y!])
      const [first, last] = [flat[0], flat.at(-1)]
      if (first && last && (first[0] !== last[0] || first[1] !== last[1])) flat.push(first)
      if (flat.length >= 4) rings.push(flat)
      else if (rings.length === 0) break
    }
    if (rings.length > 0) parts.push(rings)
  }
  if (parts.length === 0) return undefined
  return parts.length === 1 ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts }
}

const partsIn = (outline: BoundaryOutline): number[][][][] => (outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates)

export function recognise(records: readonly BoundaryRecord[], { isKnown, country }: BoundaryOptions = {}): BoundaryFile | BoundaryRefusal {
  if (records.length === 0) return { code: 'places.boundary-empty', facts: {} }
  const names = [...new Set(records.flatMap(({ properties }) => Object.keys(properties)))]
  const columns = columnsOf(names)
  if (columns.levels.length === 0 && !columns.plainCode) return { code: 'places.boundary-no-pcodes', facts: { columns: names.slice(0, 20) } }
  const found = new Map<string, BoundaryFeature>()
  const lists = { unknown: [] as string[], twice: [] as string[], shapeless: [] as string[] }
  let codeless = 0
  for (const { properties, geometry } of records) {
    const identity = identityOf(properties, columns)
    if (!identity) {
      codeless++
      continue
    }
    const { pcode } = identity
    if (identity.level === 0 || pcode === country) continue
    const clean = cleanGeometry(geometry)
    if (clean === false) return { code: 'places.boundary-not-wgs84', facts: { pcode } }
    const known = found.get(pcode)
    if (isKnown && !isKnown(pcode)) lists.unknown.push(pcode)
    else if (!clean) lists.shapeless.push(pcode)
    else if (known) {
      lists.twice.push(pcode)
      found.set(pcode, { ...known, geometry: { type: 'MultiPolygon', coordinates: [...partsIn(known.geometry), ...partsIn(clean)] } })
    } else found.set(pcode, { ...identity, geometry: clean })
  }
  if (codeless === records.length) return { code: 'places.boundary-no-pcodes', facts: { columns: names.slice(0, 20) } }
  if (found.size === 0 && lists.unknown.length > 0)
    return { code: 'places.boundary-other-country', facts: { codes: lists.unknown.slice(0, 5), country: country ?? '' } }
  if (found.size === 0) return { code: 'places.boundary-empty', facts: {} }
  const findings: BoundaryFinding[] = []
  if (lists.unknown.length > 0) findings.push({ code: 'places.boundary-code-unknown', facts: { codes: lists.unknown } })
  if (codeless > 0) findings.push({ code: 'places.boundary-without-code', facts: { count: codeless } })
  if (lists.shapeless.length > 0) findings.push({ code: 'places.boundary-without-area', facts: { codes: lists.shapeless } })
  if (lists.twice.length > 0) findings.push({ code: 'places.boundary-code-twice', facts: { codes: [...new Set(lists.twice)] } })
  return { features: [...found.values()], findings }
}
