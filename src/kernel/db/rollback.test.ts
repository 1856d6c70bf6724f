import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cluster, openCluster } from './cluster.ts'
import { renewMark, type Settled, settleEpoch } from './rollback.ts'
import { visiting } from './rowCounts.ts'

let root = ''
let data = ''
let cluster: Cluster

async function start(): Promise<void> {
  const opened = await openCluster(data, { durability: 'test' })
  if ('code' in opened) throw new Error(JSON.stringify(opened))
  cluster = opened
}

const settled = (): Promise<Settled> => visiting(cluster, 'postgres', (connection) => settleEpoch(connection, data))

const work = (lines: number) =>
  visiting(cluster, 'postgres', async (connection) => {
    await sql`insert into kernel.audit select from generate_series(1, ${lines})`.execute(connection)
    await renewMark(connection, data)
  })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'capulana-rollback-'))
  data = join(root, 'mission')
  await start()
  await visiting(cluster, 'postgres', async (connection) => {
    await sql`create schema kernel`.execute(connection)
    await sql`create table kernel.epoch (id text primary key, since timestamptz not null default now(), reason text not null)`.execute(connection)
    await sql`create table kernel.audit (seq bigint generated always as identity primary key)`.execute(connection)
  })
})

afterAll(async () => {
  await cluster.stop()
  await rm(root, { recursive: true, force: true })
})

it('finds that the data folder was copied back by hand, once, and begins a new epoch', async () => {
  const first = await settled()
  expect(first).toMatchObject({ epoch: { reason: 'new' }, rolledBack: null, unmarked: null })
  await work(10)
  expect((await settled()).epoch).toEqual(first.epoch)

  await cluster.stop()
  await cp(data, join(root, 'snapshot'), { recursive: true })
  await start()
  await work(5)

  await cluster.stop()
  await rm(data, { recursive: true })
  await cp(join(root, 'snapshot'), data, { recursive: true })
  await start()
  const found = await settled()
  expect(found.rolledBack).toMatchObject({ code: 'db.rolled-back', facts: { markEpoch: first.epoch.id, markSeq: 15, seq: 10 } })
  expect(found.epoch).toMatchObject({ reason: 'rollback-found' })
  expect(found.epoch.id).not.toBe(first.epoch.id)

  expect(await settled()).toMatchObject({ epoch: { id: found.epoch.id }, rolledBack: null })
})
