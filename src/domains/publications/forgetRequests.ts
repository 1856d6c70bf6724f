/** What the request page promises: a refused request is forgotten after half a year, a granted one a year after its access ended, one that nobody decided after a year. */
import { sql } from 'kysely'
import { act, destroyBuried, type House, isRefused, theSystem } from '../../kernel/index.ts'
import { eraseRequests } from './decideRequest.ts'

export async function forgetOldRequests(house: House, now: Date): Promise<number> {
  const erased = await act(house.doors, theSystem, async (db) => {
    const at = now.toISOString()
    const old = await db.rows<{ id: string }>(sql`
      select id from publications.data_request where sealed is not null and case state
        when 'refused' then decided_at < ${at}::timestamptz - interval '6 months'
        when 'granted' then greatest(granted_until::timestamptz, revoked_at) < ${at}::timestamptz - interval '12 months'
        else recorded_at < ${at}::timestamptz - interval '12 months' end`)
    return eraseRequests(
      db,
      old.map(({ id }) => id),
      'the day that was promised',
    )
  })
  if (isRefused(erased)) throw new Error(erased.refused.map(({ code }) => code).join(', '))
  await destroyBuried(house)
  return erased
}
