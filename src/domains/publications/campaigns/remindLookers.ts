/**
 * An emergency message went out at once, and somebody else must look at it within a day. When half of the time is gone whoever may look is reminded, when all of it is gone
 * an alarm is raised: both stand on the first screens of these people, and the audit has a line. A job that runs twice, or late, says each once.
 */
import { sql } from 'kysely'
import { act, audit, type House, holdWork, isRefused, theSystem } from '../../../kernel/index.ts'
import { Delivery } from './campaign.ts'

const waiting = sql`emergency and looked_at is null`
const older = (now: Date, minutes: number) => sql`recorded_at <= ${now.toISOString()}::timestamptz - make_interval(mins => ${minutes}::int)`

/** How many were reminded of and how many became an alarm. */
export async function remindLookers(house: House, now: Date): Promise<{ reminded: number; alarms: number }> {
  const minutes = house.pack.thresholds.emergencyLookHours * 60
  const done = await holdWork(house, 'remind-emergencies', () =>
    act(house.doors, theSystem, async (db) => {
      const at = now.toISOString()
      const alarms = await db.rows<{ id: string }>(sql`
        update publications.delivery set alarmed_at = ${at}::timestamptz, version = version + 1
        where ${waiting} and alarmed_at is null and ${older(now, minutes)} returning id`)
      const reminded = await db.rows<{ id: string }>(sql`
        update publications.delivery set reminded_at = ${at}::timestamptz, version = version + 1
        where ${waiting} and reminded_at is null and alarmed_at is null and ${older(now, Math.floor(minutes / 2))} returning id`)
      for (const { id } of reminded) await audit(db, 'delivery.remind', Delivery.name, id)
      for (const { id } of alarms) await audit(db, 'delivery.alarm', Delivery.name, id)
      return { reminded: reminded.length, alarms: alarms.length }
    }),
  )
  return done === 'elsewhere' || isRefused(done) ? { reminded: 0, alarms: 0 } : done
}
