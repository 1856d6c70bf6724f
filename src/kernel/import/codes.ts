/**
 * Words of a file to the codes of a list. The same word in other letters is the same code; a new spelling is kept as a proposal for a person and is never
 * guessed, because a wrong guess looks like data for ever after.
 */
import { jaroWinkler } from '../../engines/places/similarity.ts'
import { fold } from '../../engines/places/spelling.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Cell } from './table.ts'

export type CodeEntry = { code: string; labels: Bilingual; aliases?: string[] }

type CodeProposal = {
  /** As the file wrote it, first spelling seen. */
  value: string
  count: number
  suggestions: { code: string; likeness: number }[]
}

export type CodeMapping = {
  /** Value as written → its code, and how it was known. */
  known: Map<string, { code: string; how: 'exact' | 'alias' }>
  proposals: CodeProposal[]
}

/** `accepted` are spellings that a person has settled before: folded or not, they count as aliases. */
export function mapCodes(values: readonly Cell[], list: readonly CodeEntry[], accepted: Readonly<Record<string, string>> = {}): CodeMapping {
  const exact = new Map<string, string>()
  const alias = new Map<string, string>()
  for (const { code, labels, aliases } of list) {
    for (const name of [code, labels.pt, labels.en]) exact.set(fold(name), code)
    for (const name of aliases ?? []) alias.set(fold(name), code)
  }
  for (const [name, code] of Object.entries(accepted)) alias.set(fold(name), code)

  const known: CodeMapping['known'] = new Map()
  const unknown = new Map<string, { value: string; count: number }>()
  for (const value of values) {
    if (value === null || (typeof value === 'object' && 'error' in value)) continue
    const written = String(value)
    if (known.has(written)) continue
    const folded = fold(written)
    const code = exact.get(folded) ?? alias.get(folded)
    if (code !== undefined) known.set(written, { code, how: exact.has(folded) ? 'exact' : 'alias' })
    else if (folded !== '') {
      const seen = unknown.get(folded)
      unknown.set(folded, { value: seen?.value ?? written, count: (seen?.count ?? 0) + 1 })
    }
  }
  const proposals = [...unknown.values()].map(({ value, count }) => ({ value, count, suggestions: suggestionsFor(value, list) }))
  return { known, proposals: proposals.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)) }
}

function suggestionsFor(value: string, list: readonly CodeEntry[]): CodeProposal['suggestions'] {
  const folded = fold(value)
  return list
    .map(({ code, labels, aliases }) => {
      const likeness = Math.max(...[labels.pt, labels.en, ...(aliases ?? [])].map((name) => jaroWinkler(folded, fold(name))))
      return { code, likeness: Math.round(likeness * 100) / 100 }
    })
    .filter(({ likeness }) => likeness >= 0.8)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
}
