/**
 * What was set for a day goes out on that day by itself, through the same step and the same obstacles as by hand. Where something stands in the way it stays scheduled, its officer
 * reads on the calendar why, and it goes out once nothing stands there any more. Each goes in a transaction of its own, in which it is looked at again under its lock: a job that
 * runs twice, or was killed and comes back, publishes nothing twice.
 */
import { sql } from 'kysely'
import { act, audit, type House, holdWork, isRefused, type Refusal, read, takeStep, theSystem, today } from '../../../kernel/index.ts'
import { lifeOfProduct } from './lifeOfProduct.ts'
import { Product } from './product.ts'

/** Once for each day that was set: the calendar tells the reasons as they are now, the audit those of that first try. */
const noteHeld = (house: House, id: string, refusals: readonly Refusal[]) =>
  act(house.doors, theSystem, async (db) => {
    const first = await db.run(sql`
      update publications.product set held_at = now(), version = version + 1 where id = ${id}::uuid and state = 'scheduled' and held_at is null`)
    if (first > 0) await audit(db, 'publications.hold-back', Product.name, id, { because: [...new Set(refusals.map(({ code }) => code))] })
    return null
  })

/** How many went out and how many wait behind their day. */
export async function publishScheduled(house: House): Promise<{ published: number; held: number }> {
  const done = await holdWork(house, 'publish-scheduled', async () => {
    const due = await read(house.doors, theSystem, (db) =>
      db.rows<{ id: string }>(sql`
        select id from publications.product where state = 'scheduled' and publish_on <= ${today()}::date order by publish_on, number, edition`),
    )
    const told = { published: 0, held: 0 }
    for (const { id } of due) {
      const out = await act(house.doors, theSystem, (db) => takeStep(lifeOfProduct, id, 'publish', { db, input: {}, house }))
      if (isRefused(out)) await noteHeld(house, id, out.refused)
      told[isRefused(out) ? 'held' : 'published']++
    }
    return told
  })
  return done === 'elsewhere' ? { published: 0, held: 0 } : done
}
