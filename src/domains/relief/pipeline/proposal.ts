/**
 * Too little for too many: a proposal for the meeting, line by line with its reason. Everybody gets the agreed minimum; the rest goes by the share of households that lack
 * the item in the assessment that the request stands on. It proposes; people decide. Source: relief specification, 4.7.
 */
import { sql } from 'kysely'
import { type AllocationPlan, allocate } from '../../../engines/allocation/index.ts'
import type { Db } from '../../../kernel/index.ts'
import type { Lacking } from '../needs/assessment.ts'
import { itemsOf, kitEditions } from '../requests/itemsOf.ts'
import type { RequestLine } from '../requests/request.ts'
import { onHandOf, promisedOf } from './promiseOf.ts'
import type { Supply } from './supplyNow.ts'

type Waiting = { id: string; name: string; organisation: string; place: string; lines: RequestLine[]; lacking: Lacking[] | null }
export type Proposal = Omit<AllocationPlan, 'lines'> & {
  item: string
  stock: number
  minimum: number
  lines: (AllocationPlan['lines'][number] & { name: string; organisation: string; place: string; percentLacking: number | null })[]
}

/** What an assessment says that is lacking, of the item itself or of the kit that was asked for. */
const percentOf = ({ lines, lacking }: Waiting, item: string): number | null =>
  lacking?.find(({ code }) => code === item)?.percent ?? lacking?.find(({ code }) => lines.some((line) => line.code === code))?.percent ?? null

export async function proposalFor(db: Db, supply: Supply, item: string, minimum: number): Promise<Proposal> {
  const editions = await kitEditions(db)
  const waiting = await db.rows<Waiting>(sql`
    select q.id, q.year || '/' || q.number as name, o.name as organisation, q.place, q.lines, a.lacking
    from relief.request q join organisations.organisation o on o.id = q.organisation left join relief.assessment a on a.id = q.assessment
    where q.state in ('submitted', 'field_review', 'cluster_decision', 'approved', 'part_approved') order by q.year, q.number`)
  const needs = waiting.flatMap((request) => {
    const lines = request.lines.map(({ code, edition, asked, approved }) => ({ code, edition, quantity: approved ?? asked }))
    const need = itemsOf(editions, lines).get(item) ?? 0
    return need > 0 ? [{ ...request, need, percentLacking: percentOf(request, item) }] : []
  })
  const stock = Math.max(0, onHandOf(supply, item) - promisedOf(supply, item).quantity)
  const demand = needs.map(({ id, need, percentLacking }) => ({ to: id, need, weight: percentLacking ?? 0 }))
  const { lines, ...plan } = allocate({ demand, stock, minimum })
  return {
    ...{ ...plan, item, stock, minimum },
    lines: lines.map((line, n) => {
      const { name, organisation, place, percentLacking } = needs[n]!
      return { ...line, name, organisation, place, percentLacking }
    }),
  }
}
