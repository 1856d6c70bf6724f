/** One database server for a whole run of the tests: quick and forgetful (no fsync), in a temporary folder that goes with it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cluster, openCluster } from '../cluster.ts'

let cluster: Cluster | null = null
let folder = ''

export async function setup(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'capulana-test-'))
  const opened = await openCluster(folder, { durability: 'test' })
  if ('code' in opened) throw new Error(`the test database did not start: ${opened.code} ${JSON.stringify(opened.facts)}`)
  cluster = opened
  process.env.CAPULANA_TEST_CLUSTER = JSON.stringify({ url: cluster.url('postgres'), owner: cluster.owner, port: cluster.port })
}

export async function teardown(): Promise<void> {
  await cluster?.stop()
  await rm(folder, { recursive: true, force: true })
}
