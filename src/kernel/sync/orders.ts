/** What a phone must do before anything else: send its own work on a topic, forget the topic, say that it is done. */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { act, type Db, type Refused, refused } from '../db/transaction.ts'
import { onBehalfOf } from '../forms/arrival.ts'
import type { House } from '../house.ts'
import { isId } from '../record/record.ts'
import { refuse } from '../refusal.ts'

export type Order = { id: string; kind: 'purge' | 'revoked'; topic: string; ids: string[] | null }

export const openOrders = (db: Db, device: string): Promise<Order[]> =>
  db.rows<Order>(sql`select id, kind, topic, ids from kernel.device_order where device = ${device} and done_at is null order by at, id limit 200`)

export const orderDone = (house: House, actor: Actor, id: string): Promise<{ id: string } | Refused> =>
  act(house.doors, onBehalfOf(actor), async (db) => {
    const done =
      isId(id) && (await db.run(sql`update kernel.device_order set done_at = coalesce(done_at, now()) where id = ${id} and device = ${actor.device}`))
    return done ? { id } : refused(refuse('access.not-found'))
  })

/** Every phone whose area holds one of these places forgets these items, also those that have not called for weeks: the order waits for them. */
export const orderPurge = (db: Db, list: string, ids: readonly string[], scopes: readonly string[]): Promise<number> =>
  db.run(sql`
    insert into kernel.device_order (device, kind, topic, ids)
    select d.id, 'purge', ${`list:${list}`}, ${JSON.stringify(ids)}::jsonb from forms.device d
    where d.revoked_at is null and exists (
      select 1 from jsonb_array_elements_text(d.areas) a(area), unnest(${[...scopes]}::text[]) s(scope) where a.area = '*' or s.scope like a.area || '%')`)
