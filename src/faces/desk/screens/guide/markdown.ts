/**
 * The part of Markdown that the guide uses, read into blocks and pieces of text; drawing makes elements of them, so nothing that stands in a text can ever
 * become a script. Links lead to pages of ours or to https.
 */
export type Piece = { kind: 'text' | 'strong' | 'code'; text: string } | { kind: 'link'; text: string; to: string }

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: Piece[] }
  | { kind: 'paragraph'; text: Piece[] }
  | { kind: 'list'; ordered: boolean; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'pictures'; pictures: { name: string; words: string }[] }

const inline = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(((?:https:\/\/|\/|#)[^)\s]*)\)/g

export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of line.matchAll(inline)) {
    if (found.index > at) pieces.push({ kind: 'text', text: line.slice(at, found.index) })
    const [whole, strong, code, label, to] = found
    if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (code !== undefined) pieces.push({ kind: 'code', text: code })
    else pieces.push({ kind: 'link', text: label ?? '', to: to ?? '' })
    at = found.index + whole.length
  }
  if (at < line.length) pieces.push({ kind: 'text', text: line.slice(at) })
  return pieces
}

/** Alone on its line, and of the guide's own folder. */
const picture = /^!\[([^\]]+)\]\(pictures\/([a-z-]+\.png)\)$/

const bullet = /^(?:-|(\d+)\.)\s+/
const cellsOf = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => piecesOf(cell.trim()))

/** Lines that belong together, from `at` on, while they look alike. */
function takeWhile(lines: readonly string[], at: number, fits: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, index) => index >= at && !fits(line))
  return lines.slice(at, end < 0 ? lines.length : end)
}

function listFrom(taken: readonly string[]): Block {
  const items: string[] = []
  for (const line of taken) {
    if (bullet.test(line)) items.push(line.replace(bullet, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return { kind: 'list', ordered: /^\d/.test(taken[0] ?? ''), items: items.map(piecesOf) }
}

export function blocksOf(markdown: string): Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    if (line.trim() === '') at += 1
    else if (line.startsWith('```')) {
      const taken = takeWhile(lines, at + 1, (next) => !next.startsWith('```'))
      blocks.push({ kind: 'code', text: taken.join('\n') })
      at += taken.length + 2
    } else if (/^##+ /.test(line)) {
      blocks.push({ kind: 'heading', level: line.startsWith('###') ? 3 : 2, text: piecesOf(line.replace(/^#+ /, '')) })
      at += 1
    } else if (picture.test(line)) {
      const taken = takeWhile(lines, at, (next) => picture.test(next))
      const found = taken.map((each) => picture.exec(each)!)
      blocks.push({ kind: 'pictures', pictures: found.map(([, words, name]) => ({ words: words!, name: name! })) })
      at += taken.length
    } else if (line.startsWith('|')) {
      const taken = takeWhile(lines, at, (next) => next.startsWith('|'))
      const [head = '', , ...rows] = taken
      blocks.push({ kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) })
      at += taken.length
    } else if (bullet.test(line)) {
      const taken = takeWhile(lines, at, (next) => bullet.test(next) || /^\s+\S/.test(next))
      blocks.push(listFrom(taken))
      at += taken.length
    } else {
      const taken = takeWhile(lines, at, (next) => next.trim() !== '' && !/^(##+ |```|\|)/.test(next) && !bullet.test(next))
      blocks.push({ kind: 'paragraph', text: piecesOf(taken.join(' ')) })
      at += taken.length
    }
  }
  return blocks
}
