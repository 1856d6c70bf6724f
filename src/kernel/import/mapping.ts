/**
 * Which column holds which field: proposed from the last mapping of this sender, the names in Portuguese and English, known aliases, the HXL row and,
 * last, likeness. A proposal says why it was made; a person corrects it, and it is kept for the next file of the same source.
 */
import { jaroWinkler } from '../../engines/places/similarity.ts'
import { fold } from '../../engines/places/spelling.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { sameHxl } from './hxl.ts'
import type { Column } from './table.ts'

export type MappedField = { name: string; labels: Bilingual; aliases?: string[]; hxl?: string; kind: string }

/** Field → column name as the file wrote it; null when a person said that the file has no such column. */
export type SavedMapping = { source: string; columns: Record<string, string | null> }

type Why = 'saved' | 'exact' | 'alias' | 'hxl' | 'part-of-name' | 'similar'
type Candidate = { column: Column; confidence: number; why: Why }
type FieldProposal = { field: string; best: Candidate | null; others: Candidate[] }
export type MappingProposal = { fields: FieldProposal[]; unused: Column[] }

const confidenceOf = { saved: 1, exact: 0.98, hxl: 0.95, alias: 0.93, 'part-of-name': 0.85 } as const
const leastLikeness = 0.9

/** Each column serves one field: the surest pair first. Likeness alone is never above 0.8, so that a screen can ask about it. */
export function proposeMapping(columns: Column[], fields: MappedField[], saved?: SavedMapping): MappingProposal {
  const pairs = fields.flatMap((field) => {
    if (saved && saved.columns[field.name] === null) return []
    return columns.flatMap((column) => {
      const candidate = match(column, field, saved, columns)
      return candidate ? [{ field: field.name, ...candidate }] : []
    })
  })
  pairs.sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index)
  const taken = new Set<Column>()
  const best = new Map<string, Candidate>()
  for (const { field, ...candidate } of pairs) {
    if (best.has(field) || taken.has(candidate.column)) continue
    best.set(field, candidate)
    taken.add(candidate.column)
  }
  return {
    fields: fields.map(({ name }) => {
      const chosen = best.get(name) ?? null
      const others = pairs.filter((pair) => pair.field === name && pair.column !== chosen?.column).slice(0, 3)
      return { field: name, best: chosen, others: others.map(({ column, confidence, why }) => ({ column, confidence, why })) }
    }),
    unused: columns.filter((column) => !taken.has(column)),
  }
}

/** What a person settled on, ready to be kept under the name of its source. */
export const toSaved = (source: string, chosen: Record<string, Column | null>): SavedMapping => ({
  source,
  columns: Object.fromEntries(Object.entries(chosen).map(([field, column]) => [field, column?.name ?? null])),
})

function match(column: Column, field: MappedField, saved: SavedMapping | undefined, columns: Column[]): Candidate | null {
  const why = reason(column, field, saved, columns)
  if (why) return { column, confidence: confidenceOf[why], why }
  const likeness = Math.max(...namesOf(field).map((name) => jaroWinkler(fold(column.name), fold(name))))
  return likeness >= leastLikeness ? { column, confidence: Math.round(likeness * 80) / 100, why: 'similar' } : null
}

function reason(column: Column, field: MappedField, saved: SavedMapping | undefined, columns: Column[]): Exclude<Why, 'similar'> | null {
  const named = (names: string[]) => names.some((name) => fold(name) === fold(column.name) && fold(name) !== '')
  const kept = saved?.columns[field.name]
  if (kept && fold(kept) === fold(column.name)) return 'saved'
  if (named([field.name, field.labels.pt, field.labels.en])) return 'exact'
  if (column.hxl && field.hxl && sameHxl(column.hxl, field.hxl)) return 'hxl'
  if (named(field.aliases ?? [])) return 'alias'
  return partMatches(column, field, columns) ? 'part-of-name' : null
}

/** One row of a joined header (`Total | Male`, `Sector | Setor`) is enough when no other column carries the same words. */
function partMatches(column: Column, field: MappedField, columns: Column[]): boolean {
  const wanted = new Set(namesOf(field).map(fold))
  const hits = (other: Column) => partsOf(other).some((part) => wanted.has(part))
  return partsOf(column).length > 1 && hits(column) && columns.filter(hits).length === 1
}

const partsOf = (column: Column) => column.name.split(' | ').map(fold)

const namesOf = (field: MappedField) => [field.name, field.labels.pt, field.labels.en, ...(field.aliases ?? [])]
