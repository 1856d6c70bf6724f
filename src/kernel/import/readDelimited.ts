/** A CSV or TSV file as a table, with what was understood of it, and whether it is whole. */
import { posix } from 'node:path'
import { type Refusal, refuse } from '../refusal.ts'
import { type Delimiter, likelyDelimiter, splitter } from './delimited.ts'
import { decoded, type Encoding, examine } from './encoding.ts'
import { limits } from './limits.ts'
import type { RawTable } from './rawTable.ts'
import { notATable } from './sniff.ts'
import type { Source } from './source.ts'
import type { Cell, Finding, Row, Understood } from './table.ts'

export type RawText = { table: RawTable; understood: Understood; findings: Finding[] }
export type TextOptions = { encoding?: Encoding; delimiter?: Delimiter; onProgress?: (bytes: number, of: number, rows: number) => void }

const sampleLetters = 65_536

export async function readDelimited(source: Source, options: TextOptions = {}): Promise<RawText | Refusal> {
  const { name } = source
  const examined = await examine(source)
  const encoding = options.encoding ?? examined.encoding
  let sample = ''
  for await (const text of decoded(source, encoding)) {
    sample += text
    if (sample.length >= sampleLetters) break
  }
  if (looksBinary(sample)) return notATable(name, 'binary')
  const delimiter = options.delimiter ?? likelyDelimiter(sample.slice(0, sampleLetters))

  const rows: Row[] = []
  let cells = 0
  let last = 0
  const widths = new Map<number, number>()
  let longest = false
  const take = splitter(delimiter ?? ',', ({ line, fields }) => {
    if (line === 1 && /^sep=.?$/.test(fields.join(delimiter ?? ','))) return
    const row = toCells(fields)
    if (row.length === 0) return
    last = fields.length
    widths.set(last, (widths.get(last) ?? 0) + 1)
    longest ||= row.length > limits.columns || row.some((cell) => typeof cell === 'string' && cell.length > limits.letters)
    cells += row.length
    rows.push({ line, cells: row })
  })
  let letters = 0
  for await (const text of decoded(source, encoding)) {
    if (!take.push(text)) return refuse('import.unclosed-quote', { name, line: (rows.at(-1)?.line ?? 0) + 1 })
    if (longest || cells > limits.cells) return refuse('import.too-large', { name, cells: limits.cells, letters: limits.letters })
    letters += text.length
    options.onProgress?.(Math.min(letters, examined.bytes), examined.bytes, rows.length)
  }
  const end = take.end()
  if (end.openQuote !== null) return refuse('import.unclosed-quote', { name, line: end.openQuote })

  const { crlf, lf } = take.lineEndings
  return {
    table: { name: posix.basename(name).replace(/\.[^.]+$/, ''), hidden: false, rows, merges: null, hiddenColumns: [] },
    understood: {
      format: delimiter === '\t' ? 'tsv' : 'csv',
      encoding,
      delimiter,
      lineEnding: crlf + lf === 0 ? null : crlf >= lf ? 'crlf' : 'lf',
      sha256: examined.sha256,
      bytes: examined.bytes,
    },
    findings: examined.cutLetter || !end.endsWithBreak ? cutFindings({ line: rows.at(-1)?.line, last, widths, cutLetter: examined.cutLetter }) : [],
  }
}

/** Text as it stands; a field of blanks only is empty, and empty fields at the end of a record are left off. */
function toCells(fields: string[]): Cell[] {
  let length = fields.length
  while (length > 0 && fields[length - 1]!.trim() === '') length--
  const cells: Cell[] = new Array(length)
  for (let at = 0; at < length; at++) {
    const field = fields[at]!
    cells[at] = field.trim() === '' ? null : field
  }
  return cells
}

/** A file that stops in the middle of its last record was cut on its way. Where other records are as short, that proves less and only raises a question. */
function cutFindings(end: { line?: number; last: number; widths: Map<number, number>; cutLetter: boolean }): Finding[] {
  const { line, last, widths, cutLetter } = end
  const [usual] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0]
  if (!cutLetter && last >= usual) return []
  const provenBy = cutLetter || (widths.get(last) === 1 && [...widths.keys()].every((width) => width >= last))
  return [{ code: 'import.last-record-cut', severity: provenBy ? 'error' : 'warning', line, facts: { fields: last, usual } }]
}

function looksBinary(sample: string): boolean {
  let controls = 0
  for (let at = 0; at < sample.length; at++) {
    const code = sample.charCodeAt(at)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls++
  }
  return controls > Math.max(8, sample.length / 100)
}
