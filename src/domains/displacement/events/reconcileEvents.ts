/** Events between two rounds against what the second round found: by district, with the residual printed. The two are set side by side, never added. */
import { sql } from 'kysely'
import { reconcile, type Stock } from '../../../engines/movements/summary.ts'
import { type Db, getRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { treeOf } from '../areas.ts'
import { Operation, Round, type RoundRow } from '../round.ts'
import { districtOf, movementsOf, nameOfArea } from './movements.ts'

type Found = { place: string; individuals: number | null; unknown: number }

const stocksOf = (db: Db, round: string): Promise<Found[]> =>
  db.rows<Found>(sql`
    select place, sum(individuals)::int as individuals, count(*) filter (where individuals is null)::int as unknown
    from displacement.presence_cell where round = ${round} and population_group = 'IDP' group by place`)

const dayOf = ({ collectedTo, reportingDate }: RoundRow) => collectedTo ?? reportingDate

export async function reconcileEvents(db: Db, fromId: string, toId: string) {
  const [from, to] = [await getRow(db, Round, fromId), await getRow(db, Round, toId)]
  const operation = from && (await getRow(db, Operation, from.operation))
  if (!from || !to || !operation) return refused(refuse('access.not-found')) as Refused
  const [begin, end] = [dayOf(from), dayOf(to)]
  if (from.operation !== to.operation || !begin || !end || begin >= end) return refused(refuse('movement.rounds-not-in-order')) as Refused
  const tree = await treeOf(db, operation)
  const inDistricts = async (round: string) => {
    const stocks = new Map<string, Stock>()
    for (const { place, individuals, unknown } of await stocksOf(db, round)) {
      const district = districtOf(tree, place)
      if (!district) continue
      const before = stocks.get(district)?.people ?? 0
      stocks.set(district, { covered: true, people: before === 'unknown' || unknown > 0 || individuals === null ? 'unknown' : Number(before) + individuals })
    }
    return stocks
  }
  const [before, after] = [await inDistricts(from.id), await inDistricts(to.id)]
  // The day after the first count until the last day of the second.
  const movements = (await movementsOf(db, { operation: operation.id, from: begin, to: end }, tree)).filter(({ day }) => day > begin)
  const notCovered: Stock = { people: 'unknown', covered: false }
  const districts = new Set([...before.keys(), ...after.keys(), ...movements.flatMap(({ from: a, to: b }) => [a, b].filter((each) => each !== null))])
  return {
    from: { id: from.id, number: from.number, day: begin },
    to: { id: to.id, number: to.number, day: end },
    rows: [...districts].sort().map((pcode) => {
      const [held, found] = [before.get(pcode) ?? notCovered, after.get(pcode) ?? notCovered]
      return { pcode, name: nameOfArea(tree, pcode), before: held.people, after: found.people, ...reconcile(pcode, held, found, movements) }
    }),
  }
}
