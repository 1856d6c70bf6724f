/** The health of a real house: a folder that was put back stands as an alarm, over restarts, until an administrator signs for it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { freshDatabase, type TestDatabase } from '../src/kernel/db/testDatabase.ts'
import { asOwner, type Health, isRefused, openHouse, startJobs } from '../src/kernel/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let database: TestDatabase
let folder: string
let dataFolder: string
let test: TestHouse
beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'capulana-health-'))
  dataFolder = join(folder, 'data')
  test = await openTestHouse({ databaseUrl: database.url, dataFolder })
})
afterAll(async () => {
  await test?.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const health = async () => (await test.ask('filipa', { url: '/api/health' })).body as Health
const part = ({ checks }: Health, name: string) => checks.find((check) => check.name === name)!
const sign = (epoch: string, note: string) => test.ask('filipa', { method: 'POST', url: `/api/health/rollbacks/${epoch}/acknowledge`, payload: { note } })
const restart = async () => {
  const house = await openHouse({ dataFolder, country: 'mozambique', domains: everyDomain, databaseUrl: database.url, appPassword: 'only for tests' })
  if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
  await house.close()
}

it('tells each part in both languages with a state, and that this database does not wait for the disk', async () => {
  const found = await health()
  expect(found.checks.map(({ name }) => name)).toEqual(['rollback', 'durability', 'backup', 'seal', 'disk', 'jobs', 'factors'])
  for (const { sentence } of found.checks) expect(sentence.pt.length > 20 && sentence.en.length > 20 && sentence.pt !== sentence.en).toBe(true)
  expect(part(found, 'rollback').state).toBe('well')
  const { fsync } = (await asOwner(test.house.doors).one<{ fsync: string }>(sql`select current_setting('fsync') as fsync`))!
  expect(part(found, 'durability').state).toBe(fsync === 'on' ? 'well' : 'alarm')
})

it('stands in alarm after an older folder was put back, over the next start too, until somebody signs with what was found', async () => {
  const ahead = { epoch: (await health()).epoch, seq: 9_000_000, at: new Date().toISOString() }
  await writeFile(join(folder, 'data.mark'), JSON.stringify(ahead))
  await restart()
  await restart()
  const found = await health()
  expect([found.state, part(found, 'rollback').state]).toEqual(['alarm', 'alarm'])
  expect(part(found, 'rollback').sentence.en).toContain('9,000,000')
  const { epoch } = found.rollbacks[0]!
  expect((await sign(epoch, '   ')).text).toContain('health.note-missing')
  expect((await sign('nothing', 'who knows')).status).toBe(404)
  expect(part(await health(), 'rollback').state).toBe('alarm')
  expect((await sign(epoch, 'The disk was exchanged on Monday; ten lines entered again.')).status).toBe(200)
  expect(part(await health(), 'rollback').state).toBe('well')
  expect((await sign(epoch, 'again')).status).toBe(404)
  const deeds = await asOwner(test.house.doors).rows<{ deed: string; who: string | null }>(
    sql`select deed, who from kernel.audit where record_id = ${epoch} order by seq`,
  )
  expect(deeds).toEqual([
    { deed: 'rollback.found', who: null },
    { deed: 'rollback.acknowledge', who: test.people.filipa.id },
  ])
})

it('says that jobs never ran, then that one fails', async () => {
  expect(part(await health(), 'jobs').says.code).toBe('health.jobs-never')
  const jobs = await startJobs(test.house)
  await jobs.stop()
  await asOwner(test.house.doors).run(sql`
    insert into jobs.job (name, state, completed_on, start_after) values ('renew-mark', 'completed', now(), now() - interval '1 minute')`)
  expect(part(await health(), 'jobs').says.code).toBe('health.jobs-run')
  await asOwner(test.house.doors).run(sql`insert into jobs.job (name, state, completed_on) values ('nightly-backup', 'failed', now())`)
  expect(part(await health(), 'jobs').says).toMatchObject({ code: 'health.jobs-failing', facts: { jobs: ['nightly-backup'] } })
})

it('tells the public only whether the house answers', async () => {
  expect((await test.ask('public', { url: '/healthz' })).body).toEqual({ ok: true })
  expect((await test.ask('public', { url: '/readyz' })).body).toEqual({ ok: true })
})
