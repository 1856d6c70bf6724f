/**
 * The country's 4W of 2019 counted a second time: the workbook's own XML, opened and read here with nothing of the product's. What the import says is held against it.
 */
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

function unpack(path: string): Map<string, string> {
  const zip = readFileSync(path)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const parts = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, packed, nameLength] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const [extra, comment, local] = [zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const begins = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const bytes = zip.subarray(begins, begins + packed)
    if (/sharedStrings|sheet3\.xml$/.test(name)) parts.set(name, (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string) =>
  xml.replace(/&(#x?)?(\w+);/g, (_, code, name) => (code ? String.fromCodePoint(Number.parseInt(name, code === '#x' ? 16 : 10)) : entities[name]!))
const textOf = (xml: string) => plain([...xml.replace(/<rPh.*?<\/rPh>/gs, '').matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => text).join(''))

/** A number, a text, an error such as `#N/A`, by column letter. Dates are their day numbers. */
export type RawCell = number | string | { error: string }
export type RawRow = { line: number; cells: Record<string, RawCell> }

export function rawRows(path: string): RawRow[] {
  const parts = unpack(path)
  const strings = [...parts.get('xl/sharedStrings.xml')!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml]) => textOf(xml!))
  const rows: RawRow[] = []
  for (const [, number, body] of parts.get('xl/worksheets/sheet3.xml')!.matchAll(/<row r="(\d+)"[^>]*?>(.*?)<\/row>/gs)) {
    const line = Number(number)
    if (line < 9) continue
    const cells: Record<string, RawCell> = {}
    for (const [, letters, attributes, content] of body!.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const value = /<v>(.*?)<\/v>/s.exec(content ?? '')?.[1]
      if (value === undefined) continue
      const type = /t="(\w+)"/.exec(attributes!)?.[1]
      const cell = type === 's' ? strings[Number(value)]! : type === 'e' ? { error: value } : type === 'str' ? plain(value) : Number(value)
      if (cell !== '') cells[letters!] = cell
    }
    if (Object.keys(cells).length > 0) rows.push({ line, cells })
  }
  return rows
}

const isError = (cell: RawCell | undefined): cell is { error: string } => typeof cell === 'object'
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
const distinct = (values: readonly unknown[]) => new Set(values).size

/** `districts` and `posts` in force; `alias` reads an ended code as another. */
export function countRows(rows: readonly RawRow[], inForce: ReadonlySet<string>, alias: Record<string, string> = {}) {
  const [leads, implementers] = ['D', 'F'].map((column) =>
    rows.flatMap(({ cells }) => (typeof cells[column!] === 'string' ? [(cells[column!] as string).trim()] : [])),
  )
  const codeOf = (cell: RawCell | undefined) => (typeof cell === 'string' ? (alias[cell] ?? cell) : undefined)
  const unresolved = (column: string) => {
    const wrong = rows.filter(({ cells }) => isError(cells[column]) || (cells[column] !== undefined && !inForce.has(codeOf(cells[column])!)))
    const codes: Record<string, number> = {}
    for (const { cells } of wrong) {
      const written = isError(cells[column]) ? (cells[column] as { error: string }).error : String(cells[column])
      codes[written] = (codes[written] ?? 0) + 1
    }
    return { filled: rows.filter(({ cells }) => cells[column] !== undefined).length, codes }
  }
  const both = rows.filter(({ cells: { X, Y } }) => typeof X === 'number' && typeof Y === 'number' && X > 0 && Y > 0)
  const groups = new Map<string, number>()
  for (const { cells } of rows) {
    const key = JSON.stringify(
      Object.entries(cells).flatMap(([column, cell]) => (column === 'A' ? [] : [[column, typeof cell === 'string' ? cell.trim() : cell]])),
    )
    groups.set(key, (groups.get(key) ?? 0) + 1)
  }
  const repeated = [...groups.values()].filter((times) => times > 1)
  const kinds = new Map<string, Set<unknown>>()
  for (const { cells } of rows) if (typeof cells.D === 'string' && cells.E) kinds.set(cells.D.trim(), (kinds.get(cells.D.trim()) ?? new Set()).add(cells.E))
  const reached = rows.map(({ cells }) => cells.Y)
  const numbers = reached.filter((cell) => typeof cell === 'number')
  const dated = rows.filter(({ cells: { AA, AB } }) => typeof AA === 'number' && typeof AB === 'number')
  const in2019or2020 = (day: number) => day >= 43466 && day < 44197
  return {
    activities: rows.length,
    province: unresolved('N'),
    district: unresolved('P'),
    post: unresolved('R'),
    unknown: rows.length - numbers.length,
    notNumbers: reached.filter((cell) => cell !== undefined && typeof cell !== 'number').length,
    fractional: numbers.filter((number) => !Number.isInteger(number)).length,
    sumOfWhole: numbers.filter(Number.isInteger).reduce((sum, number) => sum + number, 0),
    bothFigures: both.length,
    derived: both.filter(({ cells }) => Math.abs((cells.Y as number) - 5 * (cells.X as number)) < 1e-6).length,
    householdsFractional: rows.filter(({ cells: { X } }) => typeof X === 'number' && !Number.isInteger(X)).length,
    plannedButReached: rows.filter(({ cells: { AC, Y } }) => /^plan/i.test(String(AC)) && typeof Y === 'number' && Y > 0).length,
    endsBefore: dated.filter(({ cells }) => (cells.AB as number) < (cells.AA as number)).length,
    startsFar: rows.filter(({ cells: { AA } }) => typeof AA === 'number' && !in2019or2020(AA)).length,
    statusSpellings: distinct(rows.flatMap(({ cells: { AC } }) => (typeof AC === 'string' ? [AC.trim()] : []))),
    statusBlank: rows.filter(({ cells: { AC } }) => AC === undefined).length,
    surplus: repeated.reduce((sum, times) => sum + times - 1, 0),
    equalGroups: repeated.length,
    spellings: distinct([...leads!, ...implementers!]),
    organisations: distinct([...leads!, ...implementers!].map(folded)),
    twoKinds: [...kinds.values()].filter((all) => all.size > 1).length,
    comments: rows.filter(({ cells: { AD } }) => AD !== undefined).length,
  }
}

/** Rows that can be placed and whose figure is a whole number or unknown, with their district. */
export function countCoverage(rows: readonly RawRow[], alias: Record<string, string>, population: ReadonlyMap<string, number>) {
  const cells = new Map<string, Set<string>>()
  const active = new Set<string>()
  const bySector = new Map<string, number>()
  const largest = new Map<string, number>()
  const sums = new Map<string, Map<string, number>>()
  for (const { cells: row } of rows) {
    if (typeof row.P !== 'string') continue
    const district = alias[row.P] ?? row.P
    const sector = String(row.H)
    const key = `${district} ${sector}`
    cells.set(key, (cells.get(key) ?? new Set()).add(folded(String(row.D))))
    if (/curso|going|conclu/i.test(String(row.AC))) active.add(key)
    if (typeof row.Y !== 'number' || !Number.isInteger(row.Y)) continue
    largest.set(district, Math.max(largest.get(district) ?? 0, row.Y))
    const own = sums.get(district) ?? new Map<string, number>()
    sums.set(district, own.set(sector, (own.get(sector) ?? 0) + row.Y))
  }
  for (const key of cells.keys()) bySector.set(key.slice(key.indexOf(' ') + 1), (bySector.get(key.slice(key.indexOf(' ') + 1)) ?? 0) + 1)
  const upper = new Map([...sums].map(([district, own]) => [district, Math.max(...own.values())]))
  const total = (figures: Iterable<number>) => [...figures].reduce((sum, figure) => sum + figure, 0)
  return {
    cells: cells.size,
    districts: distinct([...cells.keys()].map((key) => key.split(' ')[0])),
    active: active.size,
    bySector: Object.fromEntries(bySector),
    mostOrganisations: Math.max(...[...cells.values()].map((all) => all.size)),
    withNumber: upper.size,
    lower: total(largest.values()),
    upper: total(upper.values()),
    capped: total([...upper].map(([district, figure]) => Math.min(figure, population.get(district)!))),
    flagged: [...upper].filter(([district, figure]) => figure > population.get(district)!).length,
  }
}
