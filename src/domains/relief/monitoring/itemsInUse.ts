/**
 * Focus area 12, key results 1 to 3: of the items that households went home with, how many are in use when they are visited (12.3). A household answers for all that it
 * was handed; it stands for as many households as its stratum has for each that answered. A household of which nobody knows what it was handed, or that did not answer
 * the question, is expected and not received.
 */
import { sql } from 'kysely'
import { asTheHouse, type Db, type FigureAsked, type IndicatorSource } from '../../../kernel/index.ts'
import type { FrameStratum } from './pdmRound.ts'

/** The code by which a round asks it; the usual questions carry it. */
const question = 'in_use'

type Visited = { round: string; visit: string | null; stratum: string; strata: FrameStratum[]; inUse: boolean | null; items: number | null }
type Told = Visited & { visit: string; inUse: boolean; items: number }

const drawnIn = (db: Db, { from, to, place }: FigureAsked): Promise<Visited[]> =>
  asTheHouse(db, (house) =>
    house.rows<Visited>(sql`
      select r.id as round, v.id as visit, u.stratum, r.strata, (v.answers ->> ${question})::boolean as in_use, (
        select sum(case h.kind when 'taken_back' then -h.quantity else h.quantity end)::int from relief.handover h
        join relief.distribution d on d.id = h.distribution
        where h.household = u.household and h.item is not null and (r.distributions ? d.code or r.distributions ? d.id::text)) as items
      from relief.pdm_round r join relief.pdm_unit u on u.round = r.id and u.kind = 'served' and (u.role = 'drawn' or u.visited = 'answered')
      left join relief.pdm_visit v on v.unit = u.id
      where r.state = 'reported' and r.window_to between ${from}::date and ${to}::date and starts_with(r.scope, ${place})
        and exists (select 1 from jsonb_array_elements(r.questions) asked where asked ->> 'code' = ${question})
      order by r.id, u.household`),
  )

const isTold = ({ visit, inUse, items }: Visited): boolean => visit !== null && inUse !== null && items !== null

export const itemsInUse: IndicatorSource = {
  code: '12.3',
  async compute(db, asked) {
    const drawn = await drawnIn(db, asked)
    const told = drawn.filter((one): one is Told => isTold(one))
    const heard = new Map<string, number>()
    for (const { round, stratum } of told) heard.set(`${round} ${stratum}`, (heard.get(`${round} ${stratum}`) ?? 0) + 1)
    const weighted = (rows: readonly Told[]) =>
      rows.reduce((sum, { round, stratum, strata, items }) => {
        const households = strata.find((each) => each.kind === 'served' && each.stratum === stratum)!.households
        return sum + (items * households) / heard.get(`${round} ${stratum}`)!
      }, 0)
    const [numerator, denominator] = [weighted(told.filter(({ inUse }) => inUse)), weighted(told)]
    const coverage = { expected: drawn.length, received: told.length, records: [{ record: 'relief.pdm_visit', ids: told.map(({ visit }) => visit) }] }
    if (told.length === 0) return { value: null, unknown: drawn.length === 0 ? 'no-records' : 'denominator-unknown', ...coverage }
    return { value: numerator / denominator, numerator, denominator, ...coverage }
  },
}
