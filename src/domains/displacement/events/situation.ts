/** The situation of event tracking for the office: what was seen day by day, from where to where, and what is not known. Never a stock. */
import { sql } from 'kysely'
import { daysOf, linesOf, sumsByKind } from '../../../engines/movements/summary.ts'
import { type Db, getRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { treeOf } from '../areas.ts'
import { Operation } from '../round.ts'
import { movementsOf, nameOfArea, type Wanted } from './movements.ts'

export async function situationOf(db: Db, wanted: Wanted) {
  const operation = await getRow(db, Operation, wanted.operation)
  if (!operation) return refused(refuse('access.not-found')) as Refused
  const tree = await treeOf(db, operation)
  const all = await movementsOf(db, { ...wanted, withdrawn: true }, tree)
  const counted = all.filter(({ withdrawnReason }) => withdrawnReason === null)
  const waiting = await db.one<{ n: number }>(sql`
    select count(*) as n from forms.standing s join forms.form f on f.id = s.form
    where f.taker = 'displacement.movement' and s.state in ('received', 'edited', 'hasIssues')`)
  return {
    operation: { id: operation.id, name: operation.name },
    sums: sumsByKind(counted),
    days: daysOf(counted),
    lines: linesOf(counted).map((line) => ({ ...line, fromName: nameOfArea(tree, line.from), toName: nameOfArea(tree, line.to) })),
    movements: all,
    lastReport: counted.reduce<string | null>((last, { recordedAt }) => (last === null || recordedAt > last ? recordedAt : last), null),
    /** Forms that came in and that nobody has approved: in no figure here. */
    waiting: waiting?.n ?? 0,
  }
}

export const operationsWithEvents = (db: Db) =>
  db.rows<{ id: string; name: string; movements: number; lastDay: string | null }>(sql`
    select o.id, o.name, count(e.id) as movements, max(e.day)::text as last_day from displacement.operation o
    left join displacement.movement_event e on e.operation = o.id where o.status = 'Active' group by o.id order by max(e.day) desc nulls last, o.name`)
