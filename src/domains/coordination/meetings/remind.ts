/**
 * Seven days and one day before an action is due its owner is reminded: the action says so in the owner's list, and the audit has a line. A job that runs twice, or a
 * day late, reminds once; a day that was moved is a new day to be reminded of.
 */
import { sql } from 'kysely'
import { act, audit, type House, holdWork, isRefused, theSystem } from '../../../kernel/index.ts'
import { ActionPoint } from './meeting.ts'

const daysBefore = [7, 1]

/** How many reminders went out. */
export async function remindOwners(house: House, now: Date): Promise<number> {
  const today = now.toISOString().slice(0, 10)
  const done = await holdWork(house, 'remind-actions', () =>
    act(house.doors, theSystem, async (db) => {
      let sent = 0
      for (const days of daysBefore) {
        const reminded = await db.rows<{ id: string }>(sql`
          update coordination.action_point set reminded = reminded || to_jsonb(due::text || ':' || ${days}::int), version = version + 1
          where state = 'open' and due >= ${today}::date and due - ${today}::date <= ${days}::int and not jsonb_exists(reminded, due::text || ':' || ${days}::int)
          returning id`)
        for (const { id } of reminded) await audit(db, 'action.remind', ActionPoint.name, id, { days })
        sent += reminded.length
      }
      return sent
    }),
  )
  return done === 'elsewhere' || isRefused(done) ? 0 : done
}
