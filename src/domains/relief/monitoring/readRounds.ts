/** What people see of a monitoring round: how far the visits are, the results, and how the number of visits came about. Single answers stay closed. */
import { sql } from 'kysely'
import { asTheHouse, type Db, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import type { PdmKind, PdmRoundRow, PdmUnitRow } from './pdmRound.ts'
import { type Answered, type PdmResult, resultsOf } from './results.ts'
import { type Sizes, sizesOf } from './sizes.ts'

export type RoundInList = PdmRoundRow & { placeName: string | null; drawn: number; answered: number; closed: number }

export const roundsNow = (db: Db): Promise<RoundInList[]> =>
  db.rows<RoundInList>(sql`
    select r.*, p.name as place_name, coalesce(u.drawn, 0)::int as drawn, coalesce(u.answered, 0)::int as answered, coalesce(u.closed, 0)::int as closed
    from relief.pdm_round r left join places.place p on p.pcode = r.place left join (
      select round, count(*) filter (where role = 'drawn') as drawn, count(*) filter (where visited = 'answered') as answered,
        count(*) filter (where visited in ('refused', 'absent', 'moved')) as closed
      from relief.pdm_unit group by round) u on u.round = r.id
    order by r.window_from desc, r.code limit 200`)

export type UnitToVisit = Pick<PdmUnitRow, 'id' | 'household' | 'kind' | 'stratum' | 'role' | 'turn' | 'visited'>

/** In the order of the draw: the reserves after those who were drawn. */
export const unitsOf = (db: Db, round: string): Promise<UnitToVisit[]> =>
  db.rows<UnitToVisit>(sql`
    select id, household, kind, stratum, role, turn, visited from relief.pdm_unit
    where round = ${round}::uuid and role <> 'frame' order by kind desc, stratum, role, turn`)

export type ShownResult = PdmResult & { withheld: boolean }
export type OpenRound = RoundInList & { units: UnitToVisit[]; results: ShownResult[]; sizes: (Sizes & { kind: PdmKind; households: number })[] }

export async function openRound(db: Db, house: House, id: string): Promise<OpenRound | Refused> {
  const round = (await roundsNow(db)).find((each) => each.id === id)
  if (!round) return refused(refuse('access.not-found'))
  const rows = await asTheHouse(db, (within) =>
    within.rows<Answered>(sql`
      select u.kind, u.stratum, v.answers from relief.pdm_visit v join relief.pdm_unit u on u.id = v.unit where u.round = ${id}::uuid order by u.household`),
  )
  const fewest = house.pack.thresholds.surveyMinimum
  const withheld = (result: PdmResult): ShownResult =>
    result.answered < fewest ? { ...result, yes: 0, share: null, se: null, interval: null, withheld: true } : { ...result, withheld: false }
  const sizes = [...new Set(round.strata.map(({ kind }) => kind))].flatMap((kind) => {
    const households = round.strata.filter((each) => each.kind === kind).reduce((sum, each) => sum + each.households, 0)
    const found = sizesOf({ households, ...round })
    return found ? [{ kind, households, ...found }] : []
  })
  return { ...round, units: await unitsOf(db, id), results: resultsOf(round.questions, rows, round.strata).map(withheld), sizes }
}
