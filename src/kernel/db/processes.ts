/** Is that process still there, and is it the same one? A pid alone is not enough: after a crash or in a container it soon belongs to somebody else. */
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

export type ProcessMark = { pid: number; startedAt: string | null }

/** State and start time from Linux's own table; null where there is no such table or no such process. */
function linuxStatus(pid: number): { state: string; startedAt: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0]!, startedAt: fields[19]! }
  } catch {
    return null
  }
}

export const markOf = (pid: number): ProcessMark => ({ pid, startedAt: linuxStatus(pid)?.startedAt ?? null })

/** A killed process that nobody has collected yet (state Z) still answers to signals, and counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return linuxStatus(pid)?.state !== 'Z'
}

export const isSameProcess = (mark: ProcessMark): boolean =>
  isAlive(mark.pid) && (mark.startedAt === null || (linuxStatus(mark.pid)?.startedAt ?? mark.startedAt) === mark.startedAt)

/** A postmaster works inside its own folder, which tells it from any other process that was given its pid since. Where that cannot be read: taken as yes. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return process.platform !== 'linux' && isAlive(pid)
  }
}

export async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await pause(20)
  }
  return true
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
