/**
 * One database server for a whole run of the tests: quick and forgetful (no fsync), in a temporary folder that goes with it. Where the machine has memory to
 * spare that folder lies in it, with everything else that the tests write aside: a house of two thousand small files is a second of waiting on a disk.
 */
import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, openCluster } from '../cluster.ts'
import { isAlive } from '../processes.ts'

const memory = '/dev/shm'
/** A run holds less than one gigabyte there; the rest is for browsers and whoever works beside it. */
const roomWanted = 4 * 2 ** 30

let cluster: Cluster | null = null
let folder = ''
const diskBefore = process.env.TMPDIR

async function quickPlace(): Promise<string> {
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return Math.min(room, process.availableMemory()) > roomWanted ? memory : tmpdir()
}

/** What a run that was killed has left would hold memory for ever. */
async function clearDeadRuns(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const [, pid] = /^capulana-test-(\d+)-/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) await rm(join(place, name), { recursive: true, force: true })
  }
}

export async function setup(): Promise<void> {
  process.env.CAPULANA_TEST_DISK = tmpdir()
  const place = await quickPlace()
  await clearDeadRuns(place)
  folder = await mkdtemp(join(place, `capulana-test-${process.pid}-`))
  // As the system's own temporary folder: the database runs under another account.
  await chmod(folder, 0o711)
  process.env.TMPDIR = folder
  const opened = await openCluster(join(folder, 'server'), { durability: 'test' })
  if ('code' in opened) throw new Error(`the test database did not start: ${opened.code} ${JSON.stringify(opened.facts)}`)
  cluster = opened
  process.env.CAPULANA_TEST_CLUSTER = JSON.stringify({ url: cluster.url('postgres'), owner: cluster.owner, port: cluster.port })
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
  if (diskBefore === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = diskBefore
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
}
