/** Where a cell is, in the spreadsheet's own way of saying it. */

/** 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** `AB12` → 27; the row's digits and any `$` are passed over. */
export function columnOf(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code >= 65 && code <= 90) index = index * 26 + code - 64
    else if (code >= 97 && code <= 122) index = index * 26 + code - 96
    else if (code !== 36) break
  }
  return index - 1
}

export type Block = { top: number; left: number; bottom: number; right: number }

/** `B2:D3` with 1-based lines and 0-based columns. */
export function blockOf(reference: string): Block {
  const [from = '', to = from] = reference.split(':')
  const line = (corner: string) => Number(/\d+/.exec(corner)?.[0] ?? 0)
  return { top: line(from), left: columnOf(from), bottom: line(to), right: columnOf(to) }
}
