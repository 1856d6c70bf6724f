/**
 * Records of a CSV or TSV file: quotes, doubled quotes, line breaks inside quotes, any of the three line ends. A record keeps the line on which it
 * starts, so that a finding points to the place that a person sees in a text editor.
 */
import type { Understood } from './table.ts'

export type Delimiter = NonNullable<Understood['delimiter']>
export type TextRecord = { line: number; fields: string[] }

/** Longer than any honest record: beyond it, a quotation mark was opened and never closed. */
const longestRecord = 4_000_000

export type Splitter = {
  /** Takes the next piece; false when a record has outgrown every honest length. */
  push(text: string): boolean
  /** Takes the last record; `openQuote` is the line of a quotation mark that is never closed. */
  end(): { openQuote: number | null; endsWithBreak: boolean }
  lineEndings: { crlf: number; lf: number }
}

export function splitter(delimiter: Delimiter, onRecord: (record: TextRecord) => void): Splitter {
  const mark = delimiter.charCodeAt(0)
  const lineEndings = { crlf: 0, lf: 0 }
  let rest = ''
  let line = 1
  let endsWithBreak = false

  /** Reads whole records and returns where the first unfinished one begins. */
  function read(text: string, final: boolean): number {
    let start = 0
    while (start < text.length) {
      const fields: string[] = []
      let at = start
      let breaks = 0
      let finished = false
      while (!finished) {
        let field = ''
        if (text.charCodeAt(at) === 34) {
          const quoted = readQuoted(text, at + 1)
          if (!quoted) return start
          field = quoted.value
          breaks += quoted.breaks
          at = quoted.end
        }
        const from = at
        let code = text.charCodeAt(at)
        while (at < text.length && code !== mark && code !== 10 && code !== 13) code = text.charCodeAt(++at)
        // A carriage return at the end of a piece may be half of a line end.
        if (!final && (at >= text.length || (code === 13 && at + 1 >= text.length))) return start
        fields.push(from === at ? field : field + text.slice(from, at))
        if (at < text.length && code === mark) {
          at++
          continue
        }
        finished = true
        endsWithBreak = at < text.length
        if (at >= text.length) break
        const crlf = code === 13 && text.charCodeAt(at + 1) === 10
        if (crlf) lineEndings.crlf++
        else lineEndings.lf++
        at += crlf ? 2 : 1
      }
      onRecord({ line, fields })
      line += breaks + 1
      start = at
    }
    return start
  }

  return {
    lineEndings,
    push(text) {
      const all = rest === '' ? text : rest + text
      rest = all.slice(read(all, false))
      return rest.length <= longestRecord
    },
    end() {
      const done = read(rest, true)
      const open = done < rest.length
      return { openQuote: open ? line : null, endsWithBreak: open ? false : endsWithBreak }
    },
  }
}

function readQuoted(text: string, from: number): { value: string; end: number; breaks: number } | null {
  let value = ''
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return null
    value += text.slice(at, quote)
    if (text.charCodeAt(quote + 1) !== 34) {
      return { value, end: quote + 1, breaks: value.includes('\n') ? value.split('\n').length - 1 : 0 }
    }
    value += '"'
    at = quote + 2
  }
}

/** The separator under which the first records agree best on the number of their fields; null when there is only one column under each. */
export function likelyDelimiter(sample: string): Delimiter | null {
  const hint = /^sep=([,;\t|])\r?\n/.exec(sample)
  if (hint) return hint[1] as Delimiter
  let best: { delimiter: Delimiter; score: number } | null = null
  for (const delimiter of ['\t', ';', ',', '|'] as const) {
    const widths: number[] = []
    const split = splitter(delimiter, ({ fields }) => {
      if (fields.some((field) => field.trim() !== '')) widths.push(fields.length)
    })
    split.push(sample)
    if (widths.length === 0) split.end()
    const score = agreement(widths)
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

/** Share of records with the commonest width, weighted by that width; a first record of that width counts as a header that agrees. */
function agreement(widths: number[]): number {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, count] = [...counts].filter(([columns]) => columns > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0]
  if (width === 0) return 0
  return (count / widths.length) * Math.sqrt(Math.min(width, 16)) + (widths[0] === width ? 1 : 0)
}
