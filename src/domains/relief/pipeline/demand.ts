/** What has been approved and waits to be released: it will leave in the week in which it is needed, and is promised to nobody else. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../kernel/index.ts'
import { itemsOf, kitEditions } from '../requests/itemsOf.ts'
import type { RequestLine } from '../requests/request.ts'

export type Waiting = { request: string; name: string; organisation: string; place: string; neededBy: string; item: string; quantity: number }

type Approved = Omit<Waiting, 'item' | 'quantity'> & { lines: RequestLine[]; released: { item: string; quantity: number }[][] }

/** By request and item: approved, less what its releases hold already. */
export const waitingDemand = (db: Db): Promise<Waiting[]> =>
  asTheHouse(db, async (house) => {
    const editions = await kitEditions(house)
    const requests = await house.rows<Approved>(sql`
      select q.id as request, q.year || '/' || q.number as name, o.name as organisation, q.place, q.needed_by, q.lines,
        coalesce((select jsonb_agg(l.lines) from relief.release l where l.request = q.id and l.state <> 'cancelled'), '[]') as released
      from relief.request q join organisations.organisation o on o.id = q.organisation
      where q.state in ('approved', 'part_approved', 'released') order by q.needed_by, q.year, q.number`)
    return requests.flatMap(({ lines, released, ...request }) => {
      const approved = itemsOf(
        editions,
        lines.map(({ code, edition, approved: quantity }) => ({ code, edition, quantity: quantity ?? 0 })),
      )
      for (const { item, quantity } of released.flat()) approved.set(item, (approved.get(item) ?? 0) - quantity)
      return [...approved].filter(([, quantity]) => quantity > 0).map(([item, quantity]) => ({ ...request, item, quantity }))
    })
  })
