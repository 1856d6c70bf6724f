/**
 * Columns and cells of the tables that leave the office: a count that is not printed is an empty cell with its word beside it, never a zero. Each column is declared
 * with what it means, so that file and data dictionary are made from one line.
 */
import { type Count, isKnown } from '../../engines/count.ts'
import type { OutColumn } from '../import/writeTable.ts'
import type { Bilingual } from '../text/bilingual.ts'

/** `filled`: never empty. `unknown`: empty is unknown. `withheld`: empty is unknown or withheld. `not-available`: those words stand there. `none`: empty means that there is none. */
export type Empty = 'filled' | 'unknown' | 'withheld' | 'not-available' | 'none'
export type Coded = Bilingual & { code: string }

export type Meaning = Bilingual & {
  empty: Empty
  unit?: Bilingual
  /** Codes that the code itself reasons about, or the name of a dated list of the country pack. */
  codes?: readonly Coded[]
  list?: string
}
export type ExplainedColumn = OutColumn & { about: Meaning }

export const meaning = (pt: string, en: string, empty: Empty, more: Pick<Meaning, 'unit' | 'codes' | 'list'> = {}): Meaning => ({ pt, en, empty, ...more })

export const outColumn = (name: string, labels: Bilingual, hxl: string, kind: OutColumn['kind'], about: Meaning): ExplainedColumn => ({
  name,
  labels: { pt: labels.pt, en: labels.en },
  hxl,
  kind,
  about,
})

export const people: Bilingual = { pt: 'pessoas', en: 'people' }
export const householdUnit: Bilingual = { pt: 'agregados', en: 'households' }
export const passages: Bilingual = { pt: 'passagens', en: 'passages' }

/** Beside a count: why its cell may be empty. */
export const figureMeaning = meaning('Se o número se conhece', 'Whether the figure is known', 'filled', {
  codes: [
    { code: 'known', pt: 'há número', en: 'there is a figure' },
    { code: 'unknown', pt: 'ninguém sabe', en: 'nobody knows' },
    { code: 'withheld', pt: 'retido para proteger pessoas', en: 'withheld to protect people' },
  ],
})

export const countCell = (count: Count | null): string | number => (count !== null && isKnown(count) ? count : '')
export const countWord = (count: Count): string => (isKnown(count) ? 'known' : count)

/** Columns that stand in more than one file, with one meaning. */
export const figureColumn = outColumn('figure', { pt: 'Número', en: 'Figure' }, '#meta+figure', 'text', figureMeaning)
export const householdsColumn = outColumn(
  'households',
  { pt: 'Agregados', en: 'Households' },
  '#affected+hh',
  'integer',
  meaning('Agregados deslocados', 'Displaced households', 'withheld', { unit: householdUnit }),
)
export const periodColumns = [
  outColumn('from_day', { pt: 'De', en: 'From' }, '#date+start', 'date', meaning('Primeiro dia do período', 'First day of the period', 'filled')),
  outColumn('to_day', { pt: 'Até', en: 'To' }, '#date+end', 'date', meaning('Último dia do período', 'Last day of the period', 'filled')),
]
