/**
 * Starting and stopping the server process itself. It never outlives us for long: a small watcher waits at the other end of a pipe and stops the server when
 * our end closes, however we ended; and what still runs from a dead program is stopped at the next start.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rm, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Refusal, refuse } from '../refusal.ts'
import type { Account } from './account.ts'
import { bareEnvironment, type Database } from './initialise.ts'
import { goneWithin, isAlive, signal, worksIn } from './processes.ts'

export type Durability = 'full' | 'test'

export type Postmaster = { port: number; pid: number; stop(): Promise<void> }

export type ServerStart = Database & { logFile: string; durability: Durability; port?: number }

const LOG_BYTES = 10_000_000
const START_MS = 60_000

/** Log lines never carry the values of a statement or of a violated key: they may be somebody's name. */
const settings = (durability: Durability, port: number): string[] => {
  const safe = durability === 'full' ? 'on' : 'off'
  const pairs = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: safe,
    full_page_writes: safe,
    synchronous_commit: safe,
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    jit: 'off',
    // What is thrown away needs no long log: it would only fill the disk, or the memory, that it lies in.
    max_wal_size: durability === 'full' ? '2GB' : '256MB',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'UTC',
  }
  return Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as { port: number }
      server.close(() => resolve(taken))
    })
  })
}

const postmasterFile = async (place: string) => (await readFile(join(place, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')

/** Stops what a dead program left running, and forgets a pid that now belongs to somebody else. The caller holds the folder, so no living program is robbed. */
export async function clearOrphan(place: string): Promise<void> {
  const pid = Number((await postmasterFile(place))[0])
  if (!pid) return
  const ours = isAlive(pid) && worksIn(pid, place)
  if (ours) await end(pid)
  // A killed server leaves its file, and the next one would take a pid that is not yet collected for a living server.
  if (!ours || !isAlive(pid)) await rm(join(place, 'postmaster.pid'), { force: true })
}

/** Fast stop; if the server does not answer, an immediate one, after which the next start recovers from the log. */
async function end(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await goneWithin(pid, 8000)) return
  signal(pid, 'SIGQUIT')
  if (await goneWithin(pid, 5000)) return
  signal(pid, 'SIGKILL')
  await goneWithin(pid, 2000)
}

/** Stops the server when our end of its input closes. In a session of its own, so that Ctrl-C reaches us only and we can end in order. */
function watchOver(pid: number, account: Account): ChildProcess | null {
  if (process.platform === 'win32') return null
  const watcher = spawn('/bin/sh', ['-c', 'read -r never; kill -INT "$1"', 'sh', String(pid)], {
    ...account,
    cwd: '/',
    detached: true,
    env: bareEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.on('error', () => {})
  watcher.stdin!.on('error', () => {})
  watcher.unref()
  ;(watcher.stdin as unknown as { unref(): void }).unref()
  return watcher
}

async function openLog(file: string) {
  if (((await stat(file).catch(() => null))?.size ?? 0) > LOG_BYTES) await truncate(file, 0)
  return open(file, 'a', 0o600)
}

type Attempt = { postmaster: Postmaster } | { failed: string }

async function attempt({ binaries, account, place, logFile, durability }: ServerStart, port: number): Promise<Attempt> {
  const log = await openLog(logFile)
  const before = (await log.stat()).size
  const child = spawn(binaries.postgres, ['-D', place, ...settings(durability, port)], {
    ...account,
    cwd: '/',
    detached: process.platform !== 'win32',
    env: bareEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    windowsHide: true,
  })
  await log.close()
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  const watcher = child.pid ? watchOver(child.pid, account) : null
  const dismiss = () => watcher?.kill('SIGKILL')
  child.once('exit', dismiss)

  const until = Date.now() + START_MS
  while (!ended && Date.now() < until) {
    const lines = await postmasterFile(place)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') {
      const pid = child.pid!
      const stop = async () => {
        if (!ended) await end(pid)
        dismiss()
      }
      return { postmaster: { port, pid, stop } }
    }
    await pause(20)
  }
  if (!ended && child.pid) await end(child.pid)
  dismiss()
  return { failed: (await readFile(logFile, 'utf8')).slice(before).slice(-4000) }
}

/** A few tries: a free port may be taken in between, and after a crash the dead server's last children may still hold its memory for a moment. */
export async function startServer(start: ServerStart): Promise<Postmaster | Refusal> {
  if (start.port && (await listenOnce(start.port)) === null) return refuse('db.port-taken', { port: String(start.port) })
  let last = ''
  for (let tries = 0; tries < 6; tries++) {
    const port = start.port ?? (await listenOnce(0))
    if (port === null) return refuse('db.no-free-port')
    const result = await attempt(start, port)
    if ('postmaster' in result) return result.postmaster
    last = result.failed
    if (!/could not bind|Address already in use|still in use/i.test(last)) break
    await pause(300)
  }
  throw new Error(`the database did not start: ${last}`)
}
