/** What the gateway says becomes the reach of the delivery: how many went out once all is out, how many arrived as far as receipts came in. Unknown stays unknown. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

type Sums = { waiting: number; open: number; unsure: number; sent: number | null; delivered: number | null; delivery: string; state: string }

export async function tellReceipts(db: Db, sending: string): Promise<void> {
  const sums = await db.one<Sums>(sql`
    select count(*) filter (where b.state = 'waiting')::int as waiting, count(*) filter (where b.state = 'handed_over')::int as open,
      count(*) filter (where b.state = 'stopped' and b.tries > 0)::int as unsure, sum(b.sent)::int as sent,
      case when bool_and(b.delivered is not null) filter (where b.state in ('handed_over', 'done')) then sum(b.delivered)::int end as delivered,
      s.delivery, s.state
    from publications.sending s join publications.sending_batch b on b.sending = s.id where s.id = ${sending} group by s.id`)
  if (!sums) return
  const { waiting, open, unsure, sent, delivered, delivery, state } = sums
  const quantity = waiting > 0 || unsure > 0 ? null : sent
  const method = delivered === null ? null : 'platform'
  await db.run(
    sql`update publications.delivery set quantity = ${quantity}, reach = ${delivered}, method = ${method}, version = version + 1 where id = ${delivery}`,
  )
  const next = state === 'stopped' ? 'stopped' : waiting > 0 ? 'waiting' : open > 0 ? 'handed_over' : 'done'
  await db.run(sql`update publications.sending set state = ${next}, version = version + 1 where id = ${sending} and state <> ${next}`)
}
