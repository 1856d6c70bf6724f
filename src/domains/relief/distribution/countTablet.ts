/**
 * The end of the day of one tablet: what went back to the shelf, what broke, what still lies at the point. A lost tablet is counted at nothing. The ledger takes the
 * count as it was at its moment, and takes it anew when a fact from before that moment comes in late.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, count, type Db, insertRow, post, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type DistributionRow, oneDistribution } from './planDistribution.ts'
import { DistributionTablet, ReconciliationLine } from './tablet.ts'
import { accountOf, type TabletRow, tabletOf } from './tablets.ts'

export type CountedTablet = { device: string; isLost: boolean; lines: { item: string; lot: string; returned: number; damaged: number; counted: number }[] }

const countable: readonly string[] = ['open', 'closed']
const owner = 'relief'

/** What lay in its custody, by the ledger: what nobody named was counted at nothing. */
const heldOf = (db: Db, custody: string) =>
  db.rows<{ item: string; lot: string }>(sql`select distinct item, lot from ledger.move where to_account = ${custody} or from_account = ${custody}`)

export async function countAgain(db: Db, { code, scope }: DistributionRow, { id, custody, label, countedAt }: TabletRow): Promise<void> {
  const lines = await db.rows<{ item: string; lot: string; counted: number }>(
    sql`select item, lot, counted from relief.reconciliation_line where tablet = ${id}`,
  )
  if (lines.length === 0 || countedAt === null) return
  await count(db, { owner, series: code, scope, words: label, account: custody, lines: lines.map((line) => ({ ...line, countedAt })) })
}

export async function countTablet(db: Db, id: string, { device, isLost, lines }: CountedTablet): Promise<{ counted: number } | Refused> {
  const distribution = await oneDistribution(db, id)
  if (!distribution) return refused(refuse('access.not-found'))
  if (!countable.includes(distribution.state)) return refused(refuse('relief.count-not-now', { code: distribution.code }))
  return asTheHouse(db, async (house) => {
    const tablet = await tabletOf(house, id, device)
    if (!tablet) return refused(refuse('access.not-found'))
    if (tablet.state !== 'open') return refused(refuse('relief.counted-already', { label: tablet.label }))
    const { code, scope } = distribution
    const at = new Date().toISOString()
    const about = { owner, series: code, scope, at, words: tablet.label }
    const damaged = await accountOf(house, distribution, {
      code: `damaged/${id}`,
      kind: 'damaged',
      name: { pt: `Danificado: ${code}`, en: `Damaged: ${code}` },
    })
    // Without a shelf nothing was given to it, and the ledger lets nothing go back.
    const back = { return: { to: tablet.source ?? tablet.custody, of: 'returned' }, damage: { to: damaged, of: 'damaged' } } as const
    for (const [kind, { to, of }] of Object.entries(back) as ['return' | 'damage', (typeof back)['return' | 'damage']][]) {
      const moves = lines.filter((line) => line[of] > 0).map((line) => ({ item: line.item, lot: line.lot, from: tablet.custody, to, quantity: line[of] }))
      const posted = moves.length > 0 ? await post(house, { ...about, kind, moves }, { as: 'fact' }) : null
      if (posted && 'refused' in posted) return posted
    }
    const named = new Set(lines.map(({ item, lot }) => `${item} ${lot}`))
    const rest = (await heldOf(house, tablet.custody)).filter(({ item, lot }) => !named.has(`${item} ${lot}`))
    for (const line of [...lines, ...rest.map((held) => ({ ...held, returned: 0, damaged: 0, counted: 0 }))])
      await insertRow(house, ReconciliationLine, { scope, distribution: id, tablet: tablet.id, ...line })
    const state = isLost ? 'lost' : 'counted'
    await house.run(sql`update relief.distribution_tablet set state = ${state}, counted_at = ${at}, version = version + 1 where id = ${tablet.id}`)
    await countAgain(house, distribution, { ...tablet, countedAt: at })
    await audit(house, 'relief.count-tablet', DistributionTablet.name, tablet.id, { lines: lines.length, lost: isLost })
    return { counted: lines.length + rest.length }
  })
}
