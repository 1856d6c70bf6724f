/** What the tables themselves cost: the finished rows, copied inside the database into tables with the same keys and indexes, without references or policies. */
import { sql } from 'kysely'
import { asOwner, type House } from '../../src/kernel/index.ts'
import { timed } from './measure.ts'

export async function secondsToInsertFinished({ doors }: House, tables: readonly string[]): Promise<number> {
  const owner = asOwner(doors)
  let seconds = 0
  for (const table of tables) {
    await owner.run(sql.raw(`create table public.finished_copy (like ${table} including all)`))
    const copied = await timed(() => owner.run(sql.raw(`insert into public.finished_copy select * from ${table}`)))
    seconds += copied.seconds
    await owner.run(sql.raw('drop table public.finished_copy'))
  }
  return seconds
}
