/** One program per data folder: two of them would overwrite each other's work. The second is told the first one's pid. */
import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from '../refusal.ts'
import { isSameProcess, markOf, type ProcessMark } from './processes.ts'

export type FolderLock = { release(): Promise<void> }

const inUse = (pid: number) => refuse('db.folder-in-use', { pid })

const read = async (file: string): Promise<ProcessMark | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProcessMark
  } catch {
    return null
  }
}

/** A link is made whole or not at all, so that nobody ever reads half a lock. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Takes a dead program's lock away. If another program was quicker and the lock is already its own, it gets it back. */
async function clearStale(file: string, stale: ProcessMark | null): Promise<void> {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const taken = await read(aside)
  if (taken && taken.pid !== stale?.pid && isSameProcess(taken)) await linked(aside, file)
  await rm(aside, { force: true })
}

export async function lockFolder(folder: string): Promise<FolderLock | Refusal> {
  const file = join(folder, 'running.json')
  const mine = `${file}.${randomUUID()}`
  await writeFile(mine, JSON.stringify(markOf(process.pid)), { mode: 0o644 })
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await linked(mine, file)) return { release: () => rm(file, { force: true }) }
      const holder = await read(file)
      if (holder && isSameProcess(holder)) return inUse(holder.pid)
      await clearStale(file, holder)
    }
    return inUse((await read(file))?.pid ?? 0)
  } finally {
    await rm(mine, { force: true })
  }
}
