/** How often each file is taken, by month, programs that say that they are programs apart. Neither address nor browser is kept; the numbers stay inside the house. */
import { sql } from 'kysely'
import type { Doors } from '../db/pool.ts'
import { asOwner } from '../db/transaction.ts'

const robot = /bot|crawl|spider|slurp|archiv|preview|monitor|curl|wget|python|java\/|go-http|libwww|scrapy|feed/i
const isRobot = (agent: string): boolean => agent.trim() === '' || robot.test(agent)

export async function countDownload(doors: Doors, file: { slug: string; version: number; name: string }, agent: string): Promise<void> {
  await asOwner(doors).run(sql`
    insert into kernel.download (slug, version, name, month, by_robot) values (${file.slug}, ${file.version}, ${file.name}, date_trunc('month', now())::date, ${isRobot(agent)})
    on conflict (slug, version, name, month, by_robot) do update set n = kernel.download.n + 1`)
}

export type Downloads = { slug: string; month: string; people: number; robots: number }
export const downloadsByMonth = (doors: Doors): Promise<Downloads[]> =>
  asOwner(doors).rows(sql`
    select slug, month, coalesce(sum(n) filter (where not by_robot), 0)::int as people, coalesce(sum(n) filter (where by_robot), 0)::int as robots
    from kernel.download group by slug, month order by month desc, people desc, slug limit 1000`)
