/**
 * Money and vouchers of a distribution: counted when they were given and never kept in a warehouse, so they leave no custody and no goods move by them. The payment itself
 * happens elsewhere (relief specification, 2.4).
 */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { DistributionRow } from './planDistribution.ts'

/** Of the lines of its list, what is neither item nor kit; a distribution of goods alone has none. */
export async function moneyIn(db: Db, { id, modality }: Pick<DistributionRow, 'id' | 'modality'>): Promise<ReadonlySet<string>> {
  if (modality === 'in_kind') return new Set()
  const rows = await db.rows<{ code: string }>(sql`
    select distinct line ->> 'item' as code from relief.entitlement e, jsonb_array_elements(e.lines) line where e.distribution = ${id}
    except (select code from relief.item union select code from relief.kit)`)
  return new Set(rows.map(({ code }) => code))
}
