/**
 * A waybill carried a release, or what it carried was received: the release and its request go on. Called by the deeds of waybills in their own transaction, whose right
 * was asked there. A request is dispatched with its first release and received with its last.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db } from '../../../kernel/index.ts'
import { now } from './clock.ts'

export const releaseDispatched = (db: Db, release: string): Promise<void> =>
  asTheHouse(db, async (house) => {
    const moved = await house.one<{ request: string | null }>(sql`
      update relief.release set state = 'dispatched', version = version + 1 where id = ${release}::uuid and state = 'open' returning request`)
    if (!moved) return
    await audit(house, 'release.dispatch', 'relief.release', release)
    await house.run(sql`
      update relief.request set state = 'dispatched', dispatched_at = coalesce(dispatched_at, ${now()}), version = version + 1 where id = ${moved.request} and state = 'released'`)
  })

export const releaseReceived = (db: Db, release: string): Promise<void> =>
  asTheHouse(db, async (house) => {
    const moved = await house.one<{ request: string | null }>(sql`
      update relief.release set state = 'received', version = version + 1 where id = ${release}::uuid and state = 'dispatched' returning request`)
    if (!moved) return
    await audit(house, 'release.receive', 'relief.release', release)
    await house.run(sql`
      update relief.request q set state = 'received', received_at = ${now()}, version = q.version + 1 where q.id = ${moved.request} and q.state = 'dispatched'
        and not exists (select 1 from relief.release l where l.request = q.id and l.state in ('open', 'dispatched'))`)
  })

/** The waybill was cancelled: the goods are back on the shelf and promised as before. */
export const releaseReopened = (db: Db, release: string): Promise<void> =>
  asTheHouse(db, async (house) => {
    const moved = await house.one<{ request: string | null }>(sql`
      update relief.release set state = 'open', version = version + 1 where id = ${release}::uuid and state = 'dispatched' returning request`)
    if (!moved) return
    await audit(house, 'release.reopen', 'relief.release', release)
    await house.run(sql`
      update relief.request q set state = 'released', dispatched_at = null, version = q.version + 1 where q.id = ${moved.request} and q.state = 'dispatched'
        and not exists (select 1 from relief.release l where l.request = q.id and l.state in ('dispatched', 'received'))`)
  })
