/** What the round workbench shows: the board by district, the places of a district, totals and the round before. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import { treeOf } from '../areas.ts'
import { formsByPlace } from '../field/progress.ts'
import { outcomeCounts } from '../masterList.ts'
import { placeFigures } from '../placeFigures.ts'
import type { OperationRow, RoundRow } from '../round.ts'

export const operationOf = async (db: Db, round: RoundRow): Promise<OperationRow> =>
  (await db.one<OperationRow>(sql`select * from displacement.operation where id = ${round.operation}`))!

/** The latest earlier round of the same operation and kind that was not withdrawn. */
const roundBefore = (db: Db, round: RoundRow): Promise<{ id: string; number: number } | null> =>
  db.one(sql`
    select id, number from displacement.round
    where operation = ${round.operation} and assessment_type = ${round.assessmentType} and number < ${round.number} and state not in ('draft', 'withdrawn', 'superseded')
    order by number desc, edition desc limit 1`)

type Total = { households: number | null; individuals: number | null }

const totalsOf = async (db: Db, round: string): Promise<Total> =>
  (await db.one<Total>(sql`
    select case when count(*) = count(households) then sum(households) end as households,
      case when count(*) = count(individuals) then sum(individuals) end as individuals
    from displacement.presence_cell where round = ${round} and population_group = 'IDP'`))!

type Line = { place: string; outcome: string | null; errors: number; warnings: number }

const emptyRow = () => ({
  expected: 0,
  assessed: 0,
  carriedForward: 0,
  notAssessed: 0,
  closed: 0,
  waiting: 0,
  errors: 0,
  warnings: 0,
  formsReceived: 0,
  formsApproved: 0,
})
const columnOf: Record<string, 'assessed' | 'carriedForward' | 'notAssessed' | 'closed'> = {
  assessed: 'assessed',
  carried_forward: 'carriedForward',
  not_assessed: 'notAssessed',
  closed: 'closed',
  merged: 'closed',
  empty: 'assessed',
}

type Sum = number | null
const plus = (sum: Sum, part: number | 'unknown' | 'withheld' | undefined): Sum => (sum === null || typeof part === 'string' ? null : sum + (part ?? 0))

/** Nothing added up yet is zero; a sum that is unknown stays unknown. */
const sumOr = (sum: Sum | undefined): Sum => (sum === undefined ? 0 : sum)

export async function workbenchOf(db: Db, round: RoundRow) {
  const operation = await operationOf(db, round)
  const tree = await treeOf(db, operation)
  const before = await roundBefore(db, round)
  const lines = await db.rows<Line>(sql`
    select l.place, l.outcome,
      (select count(*) from displacement.finding f where f.round = l.round and f.place = l.place and f.severity = 'error' and f.disposition is null) as errors,
      (select count(*) from displacement.finding f where f.round = l.round and f.place = l.place and f.severity = 'warning' and f.disposition is null) as warnings
    from displacement.master_list_line l where l.round = ${round.id}`)
  const figures = new Map((await placeFigures(db, round.id)).map((figure) => [figure.place, figure]))
  const earlier = before ? await placeFigures(db, before.id) : []
  const districtOf = (place: string) => {
    const ancestors = tree.ancestorsOf(place)
    return { district: ancestors.find(({ level }) => level === 2) ?? ancestors.at(-1)!, province: ancestors.find(({ level }) => level === 1) }
  }
  type Board = ReturnType<typeof emptyRow> & {
    pcode: string
    name: string
    province: string | null
    individuals: Sum
    households: Sum
    previousIndividuals: Sum
  }
  const board = new Map<string, Board>()
  const rowOf = (place: string): Board => {
    const { district, province } = districtOf(place)
    const row = board.get(district.pcode) ?? {
      ...emptyRow(),
      pcode: district.pcode,
      name: district.name,
      province: province?.name ?? null,
      individuals: 0,
      households: 0,
      previousIndividuals: null,
    }
    board.set(district.pcode, row)
    return row
  }
  for (const { place, outcome, errors, warnings } of lines) {
    const row = rowOf(place)
    row.expected++
    row[outcome ? (columnOf[outcome] ?? 'assessed') : 'waiting']++
    row.errors += errors
    row.warnings += warnings
    row.individuals = plus(row.individuals, figures.get(place)?.individuals)
    row.households = plus(row.households, figures.get(place)?.households)
  }
  for (const { place, received, approved } of await formsByPlace(db, round.id)) {
    const row = rowOf(place)
    row.formsReceived += received
    row.formsApproved += approved
  }
  // Where nobody has counted yet there is no figure, and none is not zero.
  for (const row of board.values()) if (row.assessed + row.carriedForward + row.closed === 0) Object.assign(row, { individuals: null, households: null })
  const countedBefore = new Map<Board, Sum>()
  for (const { place, individuals } of earlier) countedBefore.set(rowOf(place), plus(sumOr(countedBefore.get(rowOf(place))), individuals))
  for (const row of board.values()) row.previousIndividuals = countedBefore.get(row) ?? null
  const endorsements = await db.rows(sql`
    select e.office, e.decision, e.decided_on, e.text, e.frozen_hash, p.name as place_name from displacement.endorsement e left join places.place p on p.id = e.place
    where e.round = ${round.id} order by e.recorded_at`)
  return {
    round,
    operation,
    counts: await outcomeCounts(db, round.id),
    totals: await totalsOf(db, round.id),
    previous: before && { ...before, ...(await totalsOf(db, before.id)) },
    districts: [...board.values()].sort((a, b) => (a.pcode < b.pcode ? -1 : 1)),
    endorsements,
  }
}

/** The places of one district (or of the whole round) with figures, cells and what was counted last time. */
export async function placesOfRound(db: Db, round: RoundRow, district: string | undefined) {
  const before = await roundBefore(db, round)
  const operation = await operationOf(db, round)
  const tree = district ? await treeOf(db, operation) : null
  const rows = await db.rows<{ place: string }>(sql`
    select l.id as line, l.place, p.pcode, p.name, p.kind, l.outcome, l.reason, l.source_round, l.access, l.team, l.note, l.version,
      (select count(*) from displacement.finding f where f.round = l.round and f.place = l.place and f.disposition is null and f.severity <> 'note') as findings,
      coalesce(c.cells, '[]'::json) as cells, c.households, c.individuals, c.females, c.males, c.method, b.individuals as previous_individuals, b.households as previous_households
    from displacement.master_list_line l
    join places.place p on p.id = l.place
    left join lateral (
      select json_agg(json_build_object('id', c.id, 'reasons', c.reasons, 'originName', c.origin_name, 'households', c.households, 'individuals', c.individuals, 'females', c.females, 'males', c.males)) as cells,
        sum(c.households) as households, case when bool_or(c.individuals is null) then null else sum(c.individuals) end as individuals, sum(c.females) as females, sum(c.males) as males, max(c.method) as method
      from displacement.presence_cell c where c.round = l.round and c.place = l.place and c.population_group = 'IDP') c on true
    left join lateral (
      select case when bool_or(c.individuals is null) then null else sum(c.individuals) end as individuals, sum(c.households) as households
      from displacement.presence_cell c where c.round = ${before?.id ?? null}::uuid and c.place = l.place and c.population_group = 'IDP') b on true
    where l.round = ${round.id} order by p.pcode`)
  return tree ? rows.filter(({ place }) => tree.ancestorsOf(place).some(({ pcode }) => pcode === district)) : rows
}
