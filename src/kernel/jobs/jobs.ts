/**
 * Work that nobody waits for, on a queue inside PostgreSQL: large imports and their previews, sealing the audit, the nightly backup, the mark beside the data folder. A job that a killed
 * worker left half done runs again; each is written so that its effect comes once.
 */
import PgBoss from 'pg-boss'
import { sealChain } from '../audit/seal.ts'
import { renewMark } from '../db/rollback.ts'
import type { Job } from '../domain.ts'
import { startLookingOver } from '../forms/afterReceipt.ts'
import { forceHeld } from '../forms/lists/letGo.ts'
import type { House } from '../house.ts'
import { makeWaitingPreviews } from '../import/previews.ts'
import { writeWaitingImports } from '../import/queued.ts'
import { destroyBuried } from '../keys/erasure.ts'
import { nightlyBackup } from './nightlyBackup.ts'

export type Jobs = { stop(): Promise<void> }

const kernelJobs: readonly Job[] = [
  { queue: 'seal-audit', cron: '*/15 * * * *', work: (house) => sealChain(house.doors, house.keyring.sealKey, new Date()) },
  { queue: 'renew-mark', cron: '* * * * *', work: (house) => renewMark(house.doors.owner, house.dataFolder) },
  { queue: 'destroy-keys', cron: '* * * * *', work: destroyBuried },
  { queue: 'force-held-items', cron: '10 * * * *', work: (house) => forceHeld(house, new Date()) },
  { queue: 'nightly-backup', cron: '30 1 * * *', work: nightlyBackup },
  { queue: 'write-imports', work: writeWaitingImports },
  { queue: 'preview-imports', work: makeWaitingPreviews },
]

export async function startJobs(house: House): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: house.doors.ownerUrl, schema: 'jobs', application_name: 'capulana-jobs', max: 2 })
  boss.on('error', (error) => house.log.error({ error: { name: error.name, message: error.message } }, 'jobs'))
  await boss.start()
  for (const { queue, cron, work } of [...kernelJobs, ...house.domains.flatMap(({ jobs }) => jobs ?? [])]) {
    if (!cron) {
      await startAtOnce(house, boss, queue, work)
      continue
    }
    await boss.createQueue(queue, { name: queue, policy: 'singleton', retryLimit: 3, expireInMinutes: 60 })
    await boss.work(queue, { pollingIntervalSeconds: 10 }, async () => void (await work(house)))
    await boss.schedule(queue, cron, {}, { tz: house.pack.country.timezone })
  }
  const looking = startLookingOver(house)
  return {
    async stop() {
      house.wakers.clear()
      await looking.stop()
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Not one at a time as the others: the job of a killed process must not stand in the way of its successor, and each piece of work holds itself against a second. */
async function startAtOnce(house: House, boss: PgBoss, queue: string, work: Job['work']): Promise<void> {
  await boss.createQueue(queue, { name: queue, policy: 'standard', retryLimit: 0, expireInMinutes: 60 })
  const worker = await boss.work(queue, { pollingIntervalSeconds: 10 }, () => work(house))
  await boss.schedule(queue, '* * * * *', {}, { tz: house.pack.country.timezone })
  const wake = async () => {
    await boss.send(queue, {})
    boss.notifyWorker(worker)
  }
  house.wakers.set(queue, wake)
  // What a process that died left waiting.
  await wake()
}
