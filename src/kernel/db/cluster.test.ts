import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Cluster, openCluster } from './cluster.ts'
import { goneWithin, isAlive } from './processes.ts'
import { temporaryDisk } from './testing/disk.ts'

let folder = ''
const toStop: Cluster[] = []
const toKill: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(temporaryDisk(), 'capulana-cluster-'))
})

afterEach(async () => {
  for (const cluster of toStop.splice(0)) await cluster.stop()
  for (const child of toKill.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true, maxRetries: 10 })
})

async function opened(options?: Parameters<typeof openCluster>[1]): Promise<Cluster> {
  const cluster = await openCluster(folder, options)
  if ('code' in cluster) throw new Error(JSON.stringify(cluster))
  toStop.push(cluster)
  return cluster
}

async function ask<T>(url: string, query: string): Promise<T[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(query)).rows as T[]
  } finally {
    await client.end()
  }
}

type Held = { child: ChildProcess; pid: number; url: string }

function anotherProgram(): Promise<Held> {
  const script = fileURLToPath(new URL('testing/holdCluster.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  toKill.push(child)
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (line) => resolve({ child, ...JSON.parse(String(line)) }))
    child.once('exit', (code) => reject(new Error(`ended early with ${code}`)))
  })
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })

describe('the database in the data folder', () => {
  it('is made at the first start, in UTF-8, with everything on that keeps what was confirmed', async () => {
    const cluster = await opened()
    expect(cluster.created).toBe(true)
    const [row] = await ask<Record<string, string>>(
      cluster.url('postgres'),
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
        current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listen, current_setting('server_version_num')::int / 10000 as major,
        current_setting('data_checksums') as checksums, current_user as who`,
    )
    expect(row).toEqual({
      fsync: 'on',
      pages: 'on',
      commit: 'on',
      encoding: 'UTF8',
      listen: '127.0.0.1',
      major: 18,
      checksums: 'on',
      who: 'capulana_owner',
    })
  })

  it('keeps its data and its password over a stop, and leaves no process behind', async () => {
    const first = await opened()
    await ask(first.url('postgres'), 'create table kept (n int); insert into kept values (7)')
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)
    const second = await opened()
    expect(second.created).toBe(false)
    expect(second.owner).toEqual(first.owner)
    expect(await ask(second.url('postgres'), 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('opens to nobody without the right password, and lets only its owner read the secret', async () => {
    const cluster = await opened()
    await expect(ask(cluster.url('postgres', { ...cluster.owner, password: 'guess' }), 'select 1')).rejects.toThrow(/password/)
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'postgres'))).mode & 0o777).toBe(0o700)
  })

  it('gets a new password when the file of secrets was lost', async () => {
    const first = await opened()
    await first.stop()
    await unlink(join(folder, 'secrets.json'))
    const second = await opened()
    expect(second.owner.password).not.toBe(first.owner.password)
    expect(await ask(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.skipIf(process.getuid?.() !== 0)('never runs as root (only tried when the tests run as root)', async () => {
    await opened()
    expect((await stat(join(folder, 'postgres'))).uid).not.toBe(0)
    expect((await stat(folder)).uid).toBe(0)
  })

  it('uses the port it is given, and refuses one that is taken', async () => {
    const first = await opened()
    const elsewhere = await mkdtemp(join(temporaryDisk(), 'capulana-cluster-'))
    expect(await openCluster(elsewhere, { port: first.port })).toEqual({ code: 'db.port-taken', facts: { port: String(first.port) } })
    await rm(elsewhere, { recursive: true })
    await first.stop()
    expect((await opened({ port: first.port })).port).toBe(first.port)
  })

  it('never writes the values of a failed statement into its log', async () => {
    const cluster = await opened()
    await ask(cluster.url('postgres'), 'create table person (name text unique)')
    const twice = "insert into person values ('Amelia Marker'), ('Amelia Marker')"
    await expect(ask(cluster.url('postgres'), twice)).rejects.toThrow(/unique/)
    const log = await readFile(join(folder, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key')
    expect(log).not.toContain('Amelia')
  })
})

describe('two programs and crashes', () => {
  it('refuses a second program on the same folder and names the first one', async () => {
    await opened()
    expect(await openCluster(folder)).toEqual({ code: 'db.folder-in-use', facts: { pid: process.pid } })
  })

  it('refuses while another process holds the folder, and opens after that one was told to end', async () => {
    const held = await anotherProgram()
    expect(await openCluster(folder)).toEqual({ code: 'db.folder-in-use', facts: { pid: held.child.pid } })
    held.child.removeAllListeners('exit')
    held.child.kill('SIGTERM')
    expect(await goneWithin(held.pid, 10_000)).toBe(true)
    expect(await goneWithin(held.child.pid!, 10_000)).toBe(true)
    await opened()
  })

  it('stops the server soon after its program was killed', async () => {
    const held = await anotherProgram()
    held.child.removeAllListeners('exit')
    await killed(held.child)
    expect(await goneWithin(held.pid, 5000)).toBe(true)
  })

  it('starts within 5 seconds after program and server were both killed, with everything that was confirmed', async () => {
    const held = await anotherProgram()
    await ask(held.url, 'create table confirmed as select n from generate_series(1, 1000) n')
    held.child.removeAllListeners('exit')
    process.kill(held.pid, 'SIGKILL')
    await killed(held.child)
    const started = Date.now()
    const cluster = await opened()
    expect(Date.now() - started).toBeLessThan(5000)
    expect(await ask(cluster.url('postgres'), 'select count(*)::int as n from confirmed')).toEqual([{ n: 1000 }])
  })

  it('takes over at once from a killed program whose server still runs', async () => {
    const held = await anotherProgram()
    held.child.removeAllListeners('exit')
    // Stopped processes cannot act on the closing pipe: the server is still there when we come.
    process.kill(held.pid, 'SIGSTOP')
    await killed(held.child)
    process.kill(held.pid, 'SIGCONT')
    const cluster = await opened()
    expect(cluster.pid).not.toBe(held.pid)
    expect(await goneWithin(held.pid, 1000)).toBe(true)
  })

  it('is not fooled by a lock or a postmaster file whose pid now belongs to another process', async () => {
    const first = await opened()
    await first.stop()
    await writeFile(join(folder, 'running.json'), JSON.stringify({ pid: process.ppid, startedAt: '1' }))
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${process.ppid}\n${join(folder, 'postgres')}\n`)
    await opened()
    expect(isAlive(process.ppid)).toBe(true)
  })
})
