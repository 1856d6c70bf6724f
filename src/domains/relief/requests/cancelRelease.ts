/** What was promised and has not left is given back: the goods are free again, and the request may be released from elsewhere. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'

export const cancelRelease = (db: Db, id: string, words: string): Promise<{ id: string } | Refused> =>
  asTheHouse(db, async (house) => {
    const row = await house.one(
      sql`update relief.release set state = 'cancelled', version = version + 1 where id = ${id}::uuid and state = 'open' returning id`,
    )
    if (!row) return refused(refuse('relief.nothing-to-cancel'))
    await audit(house, 'release.cancel', 'relief.release', id, { words: words.length })
    return { id }
  })
