/**
 * The HXL row: one row of hashtags under the headers that says, in the humanitarian sector's own terms, what every column holds. Real files write blanks
 * and capitals inside the tags (`#adm1 +Name`); they mean the same. Source: HXL 1.1 syntax, hxlstandard.org/standard/1-1final/syntax.
 */
import type { Cell, Row } from './table.ts'

const tag = /^#\s*[a-z][a-z0-9_-]*(\s*\+\s*[a-z][a-z0-9_-]*)*(\s*\/\s*[a-z]{2,3})?$/i

/** `#adm1 +Name` → `#adm1+name`; null for a text that is no tag. */
export function hxlTag(cell: Cell | undefined): string | null {
  if (typeof cell !== 'string' || !cell.includes('#')) return null
  const text = cell.trim()
  return tag.test(text) ? text.replace(/\s+/g, '').toLowerCase() : null
}

/** Tags in at least half of the filled cells; a lone `#N/A` or `# of people` makes no HXL row. */
export function isHxlRow(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell !== null)
  const tags = filled.filter((cell) => hxlTag(cell) !== null)
  return tags.length > 0 && tags.length * 2 >= filled.length
}

/** The same tag whatever the order of its attributes: `#adm1+code+origin` and `#adm1+origin+code`. */
export function sameHxl(a: string, b: string): boolean {
  const parts = (text: string) => {
    const [head, ...attributes] = text.replace(/\s+/g, '').toLowerCase().split('+')
    return [head, ...attributes.sort()].join('+')
  }
  return parts(a) === parts(b)
}
