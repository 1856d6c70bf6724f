/**
 * The stream of an old workbook: records of a number, a length and content; what does not fit into one goes on in CONTINUE records, which come joined to
 * theirs here. Source: [MS-XLS] 2.1.4 and 2.4.
 */
export const recordId = {
  formula: 0x06,
  endOfSheet: 0x0a,
  note: 0x1c,
  dateSystem: 0x22,
  password: 0x2f,
  codePage: 0x42,
  continued: 0x3c,
  columnInfo: 0x7d,
  sheet: 0x85,
  manyNumbers: 0xbd,
  formattedText: 0xd6,
  style: 0xe0,
  merged: 0xe5,
  sharedStrings: 0xfc,
  sharedText: 0xfd,
  otherBook: 0x1ae,
  textOfNote: 0x1b6,
  number: 0x203,
  text: 0x204,
  yesNoOrError: 0x205,
  formulaText: 0x207,
  row: 0x208,
  shortNumber: 0x27e,
  formatCode: 0x41e,
  begin: 0x809,
} as const

export type BiffRecord = { id: number; data: Buffer; continued: Buffer[] }

/** The bytes that each record has at the least; one that is shorter is damage, and nothing is read beyond its end. */
const leastBytes = new Map<number, number>([
  [recordId.formula, 14],
  [recordId.note, 4],
  [recordId.dateSystem, 2],
  [recordId.codePage, 2],
  [recordId.columnInfo, 10],
  [recordId.sheet, 8],
  [recordId.manyNumbers, 6],
  [recordId.formattedText, 9],
  [recordId.style, 4],
  [recordId.merged, 2],
  [recordId.sharedStrings, 8],
  [recordId.sharedText, 10],
  [recordId.otherBook, 4],
  [recordId.number, 14],
  [recordId.text, 8],
  [recordId.yesNoOrError, 8],
  [recordId.formulaText, 2],
  [recordId.row, 14],
  [recordId.shortNumber, 10],
  [recordId.formatCode, 4],
  [recordId.begin, 4],
])

/** The records from `from` to the end of their part, the end not included; the last item is why it stopped, when it was not the end. */
export function* recordsOf(stream: Buffer, from: number, to = stream.length): Generator<BiffRecord | 'cut' | 'broken'> {
  let at = from
  let depth = 0
  while (at < to) {
    if (at + 4 > stream.length) return yield 'cut'
    const id = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) return yield 'cut'
    const data = stream.subarray(at + 4, end)
    if (data.length < (leastBytes.get(id) ?? 0)) return yield 'broken'
    at = end
    if (id === recordId.begin) depth++
    if (id === recordId.endOfSheet && --depth <= 0) return
    const continued: Buffer[] = []
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === recordId.continued) {
      const next = at + 4 + stream.readUInt16LE(at + 2)
      if (next > stream.length) return yield 'cut'
      continued.push(stream.subarray(at + 4, next))
      at = next
    }
    // A chart inside a sheet has records of its own, with cells that are none.
    if (depth === 1) yield { id, data, continued }
  }
  yield 'cut'
}
