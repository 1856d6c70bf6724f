/** What people hand in to the routes of publications, where several ask for the same. */
import { z } from 'zod'

export const byId = z.object({ id: z.uuid() })
/** Something must stand there. */
export const line = (letters: number) => z.string().trim().min(1).max(letters)
/** Left out, null for the record. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform((given) => given ?? null)
