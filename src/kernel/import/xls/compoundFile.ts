/**
 * The container of old Office files: a small file system in one file, whose sectors hang together by a table. Only what the reader of old workbooks needs:
 * the streams at the top, by name. A chain that leaves the file or bites its own tail ends in an answer, not in a loop.
 * Source: [MS-CFB] 2.2 to 2.6.
 */
export type CompoundFile = { names: readonly string[]; stream(name: string): Buffer | CompoundProblem }
export type CompoundProblem = 'broken' | 'cut'

const endOfChain = 0xfffffffe
const noSector = 0xffffffff
const entryBytes = 128
const rootType = 5

type Entry = { name: string; type: number; left: number; right: number; child: number; start: number; size: number }
type Sectors = { at: (sector: number) => Buffer | null; table: Buffer; bytes: number }

export function openCompoundFile(bytes: Buffer): CompoundFile | CompoundProblem {
  if (bytes.length < 512) return 'cut'
  const shift = bytes.readUInt16LE(30)
  if ((shift !== 9 && shift !== 12) || bytes.readUInt16LE(32) !== 6) return 'broken'
  const size = 1 << shift
  const at = (sector: number) => {
    const from = (sector + 1) * size
    return from >= bytes.length ? null : bytes.subarray(from, from + size)
  }
  const table = sectorTable(bytes, at, size)
  if (typeof table === 'string') return table
  const sectors: Sectors = { at, table, bytes: size }
  const directory = chain(sectors, bytes.readUInt32LE(48))
  if (typeof directory === 'string') return directory
  const entries = entriesOf(directory)
  const root = entries[0]
  if (root?.type !== rootType) return 'broken'

  const small = smallSectors(sectors, root, bytes)
  if (typeof small === 'string') return small
  const cutoff = bytes.readUInt32LE(56)
  const top = topLevel(entries, root.child)
  return {
    names: top.map(({ name }) => name),
    stream(name) {
      const entry = top.find((known) => known.name.toLowerCase() === name.toLowerCase())
      if (!entry) return 'broken'
      const content = entry.size === 0 ? Buffer.alloc(0) : chain(entry.size < cutoff ? small : sectors, entry.start)
      if (typeof content === 'string') return content
      return content.length < entry.size ? 'cut' : content.subarray(0, entry.size)
    },
  }
}

/** Which sector follows which: the table itself is spread over sectors that the header, and then a chain of lists, names. */
function sectorTable(bytes: Buffer, at: (sector: number) => Buffer | null, size: number): Buffer | CompoundProblem {
  const most = Math.ceil(bytes.length / size)
  const listed: number[] = []
  for (let place = 76; place < 512; place += 4) listed.push(bytes.readUInt32LE(place))
  let list = bytes.readUInt32LE(68)
  for (let seen = 0; list < endOfChain; seen++) {
    const sector = at(list)
    if (!sector || sector.length < size) return 'cut'
    if (seen > most) return 'broken'
    for (let place = 0; place < size - 4; place += 4) listed.push(sector.readUInt32LE(place))
    list = sector.readUInt32LE(size - 4)
  }
  const used = listed.filter((sector) => sector < endOfChain)
  if (used.length > most) return 'broken'
  const parts = used.map(at)
  if (parts.some((part) => part === null)) return 'cut'
  return Buffer.concat(parts as Buffer[])
}

function chain(sectors: Sectors, start: number): Buffer | CompoundProblem {
  const parts: Buffer[] = []
  const most = sectors.table.length / 4
  for (let sector = start; sector < endOfChain; sector = sectors.table.readUInt32LE(sector * 4)) {
    const part = sectors.at(sector)
    if (!part || (sector + 1) * 4 > sectors.table.length) return 'cut'
    if (parts.length > most) return 'broken'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Streams below the cutoff lie in sectors of 64 bytes inside one stream of their own. */
function smallSectors(sectors: Sectors, root: Entry, header: Buffer): Sectors | CompoundProblem {
  const table = chain(sectors, header.readUInt32LE(60))
  const held = root.size === 0 ? Buffer.alloc(0) : chain(sectors, root.start)
  if (typeof table === 'string') return table
  if (typeof held === 'string') return held
  const bytes = 64
  return { table, bytes, at: (sector) => (sector * bytes >= held.length ? null : held.subarray(sector * bytes, (sector + 1) * bytes)) }
}

function entriesOf(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const entry = directory.subarray(at, at + entryBytes)
    const letters = Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)
    entries.push({
      name: entry.toString('utf16le', 0, letters),
      type: entry[66]!,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    })
  }
  return entries
}

/** Only what lies at the top: a workbook pasted into a workbook has streams of the same names further down. */
function topLevel(entries: Entry[], first: number): Entry[] {
  const found: Entry[] = []
  const seen = new Set<number>()
  const open = [first]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at]
    if (at === noSector || !entry || seen.has(at)) continue
    seen.add(at)
    found.push(entry)
    open.push(entry.left, entry.right)
  }
  return found
}
