/** Columns and cells of the tables that leave the office: a count that is not printed is an empty cell with its word beside it, never a zero. */
import { type Count, isKnown } from '../../../engines/count.ts'
import type { OutColumn } from '../../../kernel/tables.ts'

export const outColumn = (name: string, pt: string, en: string, hxl: string, kind: OutColumn['kind']): OutColumn => ({ name, labels: { pt, en }, hxl, kind })

export const countCell = (count: Count | null): string | number => (count !== null && isKnown(count) ? count : '')
export const countWord = (count: Count): string => (isKnown(count) ? 'known' : count)
