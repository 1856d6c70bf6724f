/** The week of whoever communicates: each product with what is missing before it can go out, in words, what is overdue, and how long figures wait for their readers. */
import { sql } from 'kysely'
import type { Db, House, Refusal } from '../../../kernel/index.ts'
import { today } from '../../../kernel/index.ts'
import { lateRequests } from '../media/requests.ts'
import { missingFor } from './obstacles.ts'
import type { ProductRow } from './product.ts'

const isOut = ({ state }: ProductRow) => state === 'published' || state === 'superseded' || state === 'withdrawn'
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

/** Specification 4.4: days past the day that was planned, and days from frozen figures to publication. */
function freshnessOf(product: Pick<ProductRow, 'state' | 'plannedFor' | 'publishOn' | 'frozenAt' | 'publishedAt'>, day: string) {
  const due = product.publishOn ?? product.plannedFor
  const waits = product.state !== 'published' && product.state !== 'superseded' && product.state !== 'withdrawn'
  return {
    due,
    daysOverdue: waits && due < day ? daysBetween(due, day) : 0,
    daysFromFigures: product.frozenAt && product.publishedAt ? daysBetween(product.frozenAt, product.publishedAt) : null,
  }
}

export const headOf = ({ texts: _, frozen, ...product }: ProductRow) => ({ ...product, figures: frozen ? frozen.facts.figures.length : null })

export async function calendar(house: House, db: Db, day: string = today()) {
  const products = await db.rows<ProductRow>(sql`
    select * from publications.product where state not in ('superseded', 'withdrawn') and (state <> 'published' or published_at > now() - interval '90 days')
    order by coalesce(publish_on, planned_for), number limit 200`)
  const cards: (ReturnType<typeof headOf> & ReturnType<typeof freshnessOf> & { missing: Refusal[] })[] = []
  for (const product of products) {
    const missing = isOut(product) ? [] : await missingFor(product, { db, input: {}, house })
    cards.push({ ...headOf(product), ...freshnessOf(product, day), missing })
  }
  return { today: day, products: cards, late: await lateRequests(db) }
}
