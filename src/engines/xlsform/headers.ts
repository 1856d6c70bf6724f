/**
 * One header of a sheet, understood: `label::Português (pt)` is the column label in a language, `bind::relevant` is the column relevant by another name,
 * `body::accuracyThreshold` passes through to the question's control. `::` divides; an older `:` divides only where no `::` does.
 */
import { knownColumns, type SheetKind, type TextColumn, textColumns } from './columnNames.ts'

export type Header =
  | { kind: 'plain'; column: string }
  | { kind: 'text'; column: TextColumn; language: string }
  | { kind: 'bind' | 'body' | 'instance' | 'attribute'; attribute: string; path: string[] }
  | { kind: 'unknown' }

const isText = (column: string): column is TextColumn => (textColumns as readonly string[]).includes(column)

/** `Constraint  Message` and `constraint-message` are the same column. */
const plain = (part: string) =>
  part
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/^big_image$/, 'big-image')

const passing: Record<string, 'bind' | 'body' | 'instance' | 'attribute'> = {
  bind: 'bind',
  body: 'body',
  control: 'body',
  instance: 'instance',
  attribute: 'attribute',
}

/** `bind:jr:constraintMsg` names one attribute with a prefix, not three steps. */
function parts(header: string): string[] {
  if (header.includes('::')) return header.split('::').map((part) => part.trim())
  const pieces = header.split(':').map((part) => part.trim())
  const joined: string[] = []
  for (let at = 0; at < pieces.length; at += 1) {
    if (pieces[at] === 'jr' && at + 1 < pieces.length) joined.push(`jr:${pieces[(at += 1)]}`)
    else joined.push(pieces[at]!)
  }
  return joined
}

export function readHeader(header: string, kind: SheetKind): Header {
  const known = knownColumns[kind]
  const steps = parts(header)
  for (let length = Math.min(2, steps.length); length >= 1; length -= 1) {
    const column = known.get(steps.slice(0, length).map(plain).join('::'))
    if (column === undefined) continue
    const rest = steps.slice(length)
    if (isText(column) && kind !== 'entities') return { kind: 'text', column, language: rest.join('::') }
    if (rest.length === 0) return { kind: 'plain', column }
  }
  const way = passing[plain(steps[0]!)]
  if (way && steps.length > 1 && steps[1] !== '') return { kind: way, attribute: steps[1]!, path: steps.slice(2) }
  return { kind: 'unknown' }
}
