/** What people hand in to the routes of relief, where several ask for the same. */
import { z } from 'zod'
import { line, maybe } from '../../kernel/index.ts'

export const byWarehouse = z.object({ warehouse: z.string().min(1).max(20) })
export const inLanguage = z.object({ lang: z.enum(['pt', 'en']).default('pt') })
export const reason = z.object({ words: z.string().trim().max(1000) })
/** When it happened; now, where nobody says. */
export const moment = z.iso
  .datetime({ offset: true })
  .optional()
  .transform((at) => at ?? new Date().toISOString())

/** So many of an item, typed in packs or in base units. */
const counted = { item: line(40), lot: z.string().trim().max(60).default(''), quantity: z.int().min(1).max(100_000_000), pack: maybe(line(60)) }
export const stockLine = z.object({ ...counted, shelf: line(120) })
export type StockLineGiven = z.infer<typeof stockLine>
