/**
 * A mark beside the data folder, outside of what a disk snapshot or a copied folder brings back: the epoch and the highest sequence number, renewed each
 * minute. A database that knows less than its mark was rolled back behind our back.
 */
import { randomUUID } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { type Refusal, refuse } from '../refusal.ts'

const markShape = z.object({ epoch: z.string(), seq: z.number().int().nonnegative(), at: z.iso.datetime() })
export type Mark = z.infer<typeof markShape>

export const markFileOf = (dataFolder: string): string => join(dirname(resolve(dataFolder)), `${basename(resolve(dataFolder))}.mark`)

/** Null when there is none yet, or it is not readable: a missing mark proves nothing. */
export async function readMark(dataFolder: string): Promise<Mark | null> {
  try {
    return markShape.safeParse(JSON.parse(await readFile(markFileOf(dataFolder), 'utf8'))).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whole or not at all. Refused where the folder above cannot be written to: then a rollback would not be noticed, and the health page must say so. */
export async function keepMark(dataFolder: string, mark: Mark): Promise<Refusal | null> {
  const file = markFileOf(dataFolder)
  const beside = `${file}.${randomUUID()}`
  try {
    const handle = await open(beside, 'wx', 0o644)
    await handle.writeFile(`${JSON.stringify(mark)}\n`)
    await handle.sync()
    await handle.close()
    await rename(beside, file)
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return refuse('db.mark-not-kept', { file })
    throw error
  }
}

/**
 * What the database knows (its epochs, the current one first, and its highest number) against the mark. An epoch that the database has never heard of, or a
 * lower number in the same epoch, is a rollback; an older epoch of its own is not, because the epoch was renewed in order since.
 */
export function checkMark(mark: Mark | null, known: { epochs: readonly string[]; seq: number }): Refusal | null {
  if (!mark) return null
  const facts = { markEpoch: mark.epoch, markSeq: mark.seq, markAt: mark.at, seq: known.seq }
  if (!known.epochs.includes(mark.epoch)) return refuse('db.rolled-back', facts)
  return mark.epoch === known.epochs[0] && known.seq < mark.seq ? refuse('db.rolled-back', facts) : null
}
