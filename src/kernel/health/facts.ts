/** What can be known of a running house: rollbacks, backups, seals, disk, durability, jobs. Gathered here, judged in judge.ts. */
import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { doorRulesOf, withoutSecondFactor } from '../access/sessions.ts'
import { lastBackup } from '../db/lastBackup.ts'
import { backupRecipients } from '../db/recipients.ts'
import { newestIn, nightlyFolder, secondPlace } from '../db/secondPlace.ts'
import { asOwner, type Db } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { type JobRun, lastRuns } from '../jobs/lastRuns.ts'
import type { Refusal } from '../refusal.ts'

/** An epoch that began because the folder was put back to an older copy, and nobody has signed for it yet. */
export type OpenRollback = { epoch: string; since: string; facts: { markAt?: string; markSeq?: number; seq?: number } }

type Newest = Awaited<ReturnType<typeof newestIn>>

export type HouseFacts = {
  now: Date
  version: string
  postgres: string
  epoch: string
  /** When this mission began: a house of today needs no backup of yesterday. */
  began: string
  auditLines: number
  bytes: number
  settings: { fsync: string; fullPageWrites: string; synchronousCommit: string }
  rollbacks: OpenRollback[]
  unmarked: Refusal | null
  /** False where the database is on a server of the operator's own. */
  ownDatabase: boolean
  backup: { at: string; encrypted: boolean } | null
  /** The place beside the database, and the second one where it is named: when the newest copy of a night in each was made. */
  nights: { here: Newest; second: { folder: string; newest: Newest } | null }
  recipients: number
  lastSeal: string | null
  /** The oldest line of the audit that no seal covers. */
  unsealedSince: string | null
  disk: { free: number; whole: number }
  jobs: JobRun[]
  withoutSecondFactor: number
}

const openRollbacks = (db: Db): Promise<OpenRollback[]> =>
  db.rows<OpenRollback>(sql`
    select e.id as epoch, e.since, coalesce((select a.facts from kernel.audit a where a.deed = 'rollback.found' and a.record_id = e.id limit 1), '{}') as facts
    from kernel.epoch e left join kernel.rollback_seen s on s.epoch = e.id where e.reason = 'rollback-found' and s.epoch is null order by e.since`)

type Database = Pick<HouseFacts, 'postgres' | 'epoch' | 'began' | 'auditLines' | 'bytes' | 'lastSeal' | 'unsealedSince'> & HouseFacts['settings']

const databaseFacts = (db: Db): Promise<Database | null> =>
  db.one<Database>(sql`
    with seal as (select max(at) as at from kernel.audit_seal)
    select current_setting('server_version') as postgres, current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit, (select id from kernel.epoch order by since desc, id limit 1) as epoch,
      (select min(since) from kernel.epoch) as began, (select count(*) from kernel.audit) as audit_lines, pg_database_size(current_database()) as bytes,
      (select at from seal) as last_seal, (select min(a.at) from kernel.audit a where a.at > coalesce((select at from seal), '-infinity')) as unsealed_since`)

async function nightsOf(house: House, db: Db): Promise<HouseFacts['nights']> {
  const folder = await secondPlace(db)
  return { here: await newestIn(nightlyFolder(house.dataFolder)), second: folder ? { folder, newest: await newestIn(folder) } : null }
}

export async function houseFacts(house: House, now: Date): Promise<HouseFacts> {
  const db = asOwner(house.doors)
  const { fsync, fullPageWrites, synchronousCommit, ...database } = (await databaseFacts(db))!
  const { bavail, blocks, bsize } = await statfs(house.dataFolder)
  return {
    now,
    version: house.settings.version,
    ...database,
    settings: { fsync, fullPageWrites, synchronousCommit },
    rollbacks: await openRollbacks(db),
    unmarked: house.epoch.unmarked,
    ownDatabase: house.cluster !== null,
    backup: await lastBackup(db),
    nights: await nightsOf(house, db),
    recipients: (await backupRecipients(house)).length,
    disk: { free: bavail * bsize, whole: blocks * bsize },
    jobs: await lastRuns(db),
    withoutSecondFactor: await withoutSecondFactor(house.doors, doorRulesOf(house.pack)),
  }
}
