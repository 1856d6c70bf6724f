/**
 * Work that nobody waits for, on a queue inside PostgreSQL: sealing the audit, the nightly backup, the mark beside the data folder. A job that a killed
 * worker left half done runs again; each is written so that its effect comes once.
 */
import PgBoss from 'pg-boss'
import { sealChain } from '../audit/seal.ts'
import { renewMark } from '../db/rollback.ts'
import type { House } from '../house.ts'
import { nightlyBackup } from './nightlyBackup.ts'

export type Jobs = { stop(): Promise<void> }

const scheduled: { queue: string; cron: string; work: (house: House) => Promise<unknown> }[] = [
  { queue: 'seal-audit', cron: '*/15 * * * *', work: (house) => sealChain(house.doors, house.keyring.sealKey, new Date()) },
  { queue: 'renew-mark', cron: '* * * * *', work: (house) => renewMark(house.doors.owner, house.dataFolder) },
  { queue: 'nightly-backup', cron: '30 1 * * *', work: nightlyBackup },
]

export async function startJobs(house: House): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: house.doors.ownerUrl, schema: 'jobs', application_name: 'capulana-jobs', max: 2 })
  boss.on('error', (error) => house.log.error({ error: { name: error.name, message: error.message } }, 'jobs'))
  await boss.start()
  for (const { queue, cron, work } of scheduled) {
    await boss.createQueue(queue, { name: queue, policy: 'singleton', retryLimit: 3, expireInMinutes: 60 })
    await boss.work(queue, { pollingIntervalSeconds: 10 }, async () => void (await work(house)))
    await boss.schedule(queue, cron, {}, { tz: house.pack.country.timezone })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) }
}
