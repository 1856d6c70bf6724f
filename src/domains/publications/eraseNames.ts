/** Names that lie closed beside pictures and media requests: who asked is forgotten a year after the answer, and what was erased does not come back with an old database. */
import { sql } from 'kysely'
import { act, bury, type Db, destroyBuried, type House, isRefused, theSystem } from '../../kernel/index.ts'

export async function eraseNames(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(sql`update publications.picture_consent set sealed = null, version = version + 1 where id = any (${[...ids]}::uuid[]) and sealed is not null`)
  await db.run(sql`update publications.media_request set sealed = null, version = version + 1 where id = any (${[...ids]}::uuid[]) and sealed is not null`)
}

export async function forgetJournalists(house: House, now: Date): Promise<number> {
  const erased = await act(house.doors, theSystem, async (db) => {
    const old = await db.rows<{ id: string }>(sql`
      select id from publications.media_request where sealed is not null and answered_at < ${now.toISOString()}::timestamptz - interval '12 months'`)
    const ids = old.map(({ id }) => id)
    await bury(db, 'media-request', ids, 'a year after the answer')
    await eraseNames(db, ids)
    return ids.length
  })
  if (isRefused(erased)) throw new Error(erased.refused.map(({ code }) => code).join(', '))
  await destroyBuried(house)
  return erased
}
