/** Old workbooks made byte by byte for tests: what no program writes today can be written here, damage included. */
import { recordId } from './records.ts'

export const u16 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from([value & 255, (value >> 8) & 255])))
export const u32 = (value: number) => u16(value & 0xffff, value >>> 16)
export const biff = (id: number, ...content: Buffer[]) => {
  const data = Buffer.concat(content)
  return Buffer.concat([u16(id, data.length), data])
}
const double = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

export const wide = (text: string) => Buffer.concat([u16(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')])
export const narrow = (text: string) => Buffer.concat([u16(text.length), Buffer.from([0]), Buffer.from(text, 'latin1')])

const begin = (part: number, version = 0x0600) => biff(recordId.begin, u16(version, part, 0, 0, 0, 0, 0, 0))
const end = () => biff(recordId.endOfSheet)
export const textCell = (row: number, column: number, text: string) => biff(recordId.text, u16(row, column, 0), wide(text))
export const sharedCell = (row: number, column: number, at: number) => biff(recordId.sharedText, u16(row, column, 0), u32(at))
export const numberCell = (row: number, column: number, value: number, style = 0) => biff(recordId.number, u16(row, column, style), double(value))
export const shortNumberCell = (row: number, column: number, bits: number) => biff(recordId.shortNumber, u16(row, column, 0), u32(bits))
export const formulaCell = (row: number, column: number, result: Buffer) => biff(recordId.formula, u16(row, column, 0), result, u16(0), u32(0), u16(0))
export const formulaNumber = double

export type HandmadeSheet = { name: string; state?: number; records: Buffer[] }
export type Handmade = { sheets: HandmadeSheet[]; globals?: Buffer[]; version?: number; streamName?: string; otherStreams?: string[] }

export function handmadeOldWorkbook({ sheets, globals = [], version, streamName = 'Workbook', otherStreams = [] }: Handmade): Buffer {
  const head = [begin(5, version), ...globals]
  const listed = (from: number, { name, state = 0 }: HandmadeSheet) =>
    biff(recordId.sheet, u32(from), Buffer.from([state, 0, name.length, 1]), Buffer.from(name, 'utf16le'))
  const parts = sheets.map(({ records }) => Buffer.concat([begin(0x10), ...records, end()]))
  let from = Buffer.concat([...head, ...sheets.map((sheet) => listed(0, sheet)), end()]).length
  const places = sheets.map((sheet, at) => {
    const place = listed(from, sheet)
    from += parts[at]!.length
    return place
  })
  return compound(Buffer.concat([...head, ...places, end(), ...parts]), [streamName, ...otherStreams])
}

/** One table sector, one sector of names, and the stream, padded so that it lies in whole sectors. */
export function compound(stream: Buffer, names: string[]): Buffer {
  const size = 4096
  const sectors = Math.max(1, Math.ceil(stream.length / size))
  const header = Buffer.alloc(size)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(12, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76, 512)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(size, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(0xfffffffe, 4)
  for (let at = 0; at < sectors; at++) table.writeUInt32LE(at === sectors - 1 ? 0xfffffffe : at + 3, (at + 2) * 4)
  const directory = Buffer.alloc(size)
  ;['Root Entry', ...names].forEach((name, at) => {
    const entry = directory.subarray(at * 128, at * 128 + 128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE(name.length * 2 + 2, 64)
    entry[66] = at === 0 ? 5 : 2
    entry.fill(0xff, 68, 80)
    if (at === 0) entry.writeUInt32LE(1, 76)
    else if (at < names.length) entry.writeUInt32LE(at + 1, 72)
    if (at === 1) {
      entry.writeUInt32LE(2, 116)
      entry.writeUInt32LE(sectors * size, 120)
    }
  })
  return Buffer.concat([header, table, directory, stream, Buffer.alloc(sectors * size - stream.length)])
}

/** As Excel 5 and 95 wrote it: texts of one byte a letter, in the code page that the workbook names. */
export function handmadeExcel95(name: string, cells: [row: number, column: number, text: Buffer][], codePage: number): Buffer {
  const head = Buffer.concat([begin(5, 0x0500), biff(recordId.codePage, u16(codePage))])
  const listed = (from: number) => biff(recordId.sheet, u32(from), Buffer.from([0, 0, name.length]), Buffer.from(name, 'latin1'))
  const texts = cells.map(([row, column, text]) => biff(recordId.text, u16(row, column, 0, text.length), text))
  const from = head.length + listed(0).length + end().length
  return compound(Buffer.concat([head, listed(from), end(), begin(0x10, 0x0500), ...texts, end()]), ['Book'])
}
