/** What people hand in to routes, where many ask for the same. */
import { z } from 'zod'

export const byId = z.object({ id: z.uuid() })
export const day = z.iso.date()
/** Something must stand there. */
export const line = (letters: number) => z.string().trim().min(1).max(letters)
/** In both languages. */
export const both = (letters: number) => z.object({ pt: line(letters), en: line(letters) })
/** Left out, null for the record. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform((given) => given ?? null)
