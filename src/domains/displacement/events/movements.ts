/** The movements of an operation as figures: each end put into its district, so that nothing finer leaves this file for a public product. */
import { sql } from 'kysely'
import type { Movement, MovementKind } from '../../../engines/movements/summary.ts'
import type { Db } from '../../../kernel/index.ts'
import type { AreaTree } from '../areas.ts'
import type { Vulnerable } from './event.ts'

export type SeenMovement = Movement & {
  id: string
  version: number
  place: string
  fromName: string | null
  toName: string | null
  reasons: string[]
  females: number | null
  males: number | null
  vulnerabilities: Vulnerable[]
  transport: string | null
  confidence: string | null
  recordedAt: string
  recordedByName: string | null
  withdrawnReason: string | null
}

type Row = Omit<SeenMovement, 'from' | 'to' | 'vulnerabilities'> & { fromPlace: string | null; toPlace: string | null; vulnerabilities: Vulnerable[] | null }

export type Wanted = { operation: string; from: string; to: string; withdrawn?: boolean }

/** Of what the reader may see, the newest first. `from` and `to` of each are P-codes of districts, or of the province where no district is known. */
export async function movementsOf(db: Db, { operation, from, to, withdrawn = false }: Wanted, tree: AreaTree): Promise<SeenMovement[]> {
  const rows = await db.rows<Row>(sql`
    select e.id, e.version, e.kind::text as kind, e.day, p.name as place, e.from_place, e.to_place, f.name as from_name, t.name as to_name, e.reasons, e.households,
      e.individuals, e.females, e.males, e.vulnerabilities, e.transport, e.confidence, e.recorded_at, w.name as recorded_by_name, e.withdrawn_reason
    from displacement.movement_event e join places.place p on p.id = e.place
    left join places.place f on f.id = e.from_place left join places.place t on t.id = e.to_place left join kernel.person w on w.id = e.recorded_by
    where e.operation::text = ${operation} and e.day between ${from} and ${to} and (${withdrawn}::boolean or e.withdrawn_reason is null)
    order by e.day desc, e.recorded_at desc, e.id`)
  return rows.map(({ fromPlace, toPlace, ...row }) => ({
    ...row,
    kind: row.kind as MovementKind,
    from: districtOf(tree, fromPlace),
    to: districtOf(tree, toPlace),
    vulnerabilities: row.vulnerabilities ?? [],
  }))
}

export function districtOf(tree: AreaTree, place: string | null): string | null {
  if (place === null) return null
  const areas = tree.ancestorsOf(place)
  return (areas.find(({ level }) => level === 2) ?? areas.find(({ level }) => level === 1))?.pcode ?? null
}

export const nameOfArea = (tree: AreaTree, pcode: string | null): string | null => (pcode === null ? null : (tree.byPcode.get(pcode)?.name ?? pcode))
