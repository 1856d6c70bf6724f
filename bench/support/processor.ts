/** Seconds of processor, of this process and of its database: on a machine that others use too they say more than a clock does. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { asOwner, type House } from '../../src/kernel/index.ts'

/** Of a process, its own children that have ended included: they are the database's short ones. */
function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
}

async function databaseSeconds(house: House): Promise<Map<number, number>> {
  const rows = await asOwner(house.doors).rows<{ pid: number }>(sql`select pid from pg_stat_activity`)
  return new Map([house.cluster!.pid, ...rows.map(({ pid }) => pid)].map((pid) => [pid, processorSeconds(pid)]))
}

/** Starts counting; what it gives says how much was used since. */
export async function countProcessor(house: House): Promise<() => Promise<{ own: number; database: number }>> {
  const before = { own: process.cpuUsage(), database: await databaseSeconds(house) }
  return async () => {
    const { user, system } = process.cpuUsage(before.own)
    let database = 0
    for (const [pid, used] of await databaseSeconds(house)) database += used - (before.database.get(pid) ?? 0)
    return { own: (user + system) / 1e6, database }
  }
}
