/**
 * A waybill carried a release, or what it carried was received: the release and its request go on. Called by the deeds of waybills in their own transaction, whose right
 * was asked there. A request is dispatched with its first release and received with its last.
 */
import { type RawBuilder, sql } from 'kysely'
import { asTheHouse, audit, type Db } from '../../../kernel/index.ts'

type Move = { deed: string; from: string; to: string; request: (id: string | null) => RawBuilder<unknown> }

/** A release that is not where the deed expects it stays, and so does its request. */
const move = (db: Db, release: string, { deed, from, to, request }: Move): Promise<void> =>
  asTheHouse(db, async (house) => {
    const moved = await house.one<{ request: string | null }>(sql`
      update relief.release set state = ${to}, version = version + 1 where id = ${release}::uuid and state = ${from} returning request`)
    if (!moved) return
    await audit(house, deed, 'relief.release', release)
    await house.run(request(moved.request))
  })

/** `at`: when the goods left, not when somebody typed it: the clocks of the way run by it. */
export const releaseDispatched = (db: Db, release: string, at: string): Promise<void> =>
  move(db, release, {
    ...{ deed: 'release.dispatch', from: 'open', to: 'dispatched' },
    request: (id) => sql`
      update relief.request set state = 'dispatched', dispatched_at = coalesce(dispatched_at, greatest(${at}::timestamptz, decided_at)), version = version + 1 where id = ${id} and state = 'released'`,
  })

export const releaseReceived = (db: Db, release: string, at: string): Promise<void> =>
  move(db, release, {
    ...{ deed: 'release.receive', from: 'dispatched', to: 'received' },
    request: (id) => sql`
      update relief.request q set state = 'received', received_at = greatest(${at}::timestamptz, q.dispatched_at), version = q.version + 1 where q.id = ${id} and q.state = 'dispatched'
        and not exists (select 1 from relief.release l where l.request = q.id and l.state in ('open', 'dispatched'))`,
  })

/** The waybill was cancelled: the goods are back on the shelf and promised as before. */
export const releaseReopened = (db: Db, release: string): Promise<void> =>
  move(db, release, {
    ...{ deed: 'release.reopen', from: 'dispatched', to: 'open' },
    request: (id) => sql`
      update relief.request q set state = 'released', dispatched_at = null, version = q.version + 1 where q.id = ${id} and q.state = 'dispatched'
        and not exists (select 1 from relief.release l where l.request = q.id and l.state in ('dispatched', 'received'))`,
  })
