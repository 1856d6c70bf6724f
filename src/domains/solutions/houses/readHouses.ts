/** The dashboard of houses, and one house whole. Figures come from one statement over stages that passed; nothing is kept beside the records. */
import { sql } from 'kysely'
import {
  type BuildingStage,
  buildingStages,
  type FirstPass,
  type Progress,
  programmeProgress,
  type StageWeights,
  type YearAfter,
  type YearOutcome,
  yearAfter,
} from '../../../engines/solutions/index.ts'
import type { Db } from '../../../kernel/index.ts'
import type { HouseRow, Tenure } from './house.ts'
import type { DefectRow, InspectionRow } from './inspection.ts'
import type { TrancheRow } from './tranche.ts'

type ByProgramme = { programme: string; houses: number; handedOver: number; stopped: number; stages: Record<BuildingStage, number[]> }
export type ProgrammeNow = Progress & { programme: string; stopped: number; firstPass: Record<BuildingStage, FirstPass>; yearAfter: YearAfter }

/** A stage counts once for each house that passed it, however often it was looked at; stopped works stay in the sum: they were promised. */
export async function programmesNow(db: Db, weights: StageWeights, today: string): Promise<ProgrammeNow[]> {
  // Looked through once, without sorting: of each house one number, in which every stage has three bits: passed, looked at a first time, passed at that first look.
  const shift = sql.join(
    buildingStages.map((stage, at) => sql`when ${stage} then ${sql.lit(3 * at)}`),
    sql` `,
  )
  const counted = (at: number, bit: number) => sql`count(*) filter (where s.bits & ${sql.lit(bit << (3 * at))} > 0)`
  const rows = await db.rows<ByProgramme>(sql`
    with seen as materialized (
      select house, bit_or((passed::int * 4 + case attempt when 1 then 2 + passed::int else 0 end) << case stage ${shift} end) as bits
      from solutions.inspection group by house)
    select h.programme, count(*)::int as houses, count(*) filter (where h.state in ('handed_over', 'checked_12m'))::int as handed_over,
      count(*) filter (where h.state = 'stopped')::int as stopped, jsonb_build_object(${sql.join(
        buildingStages.map((stage, at) => sql`${stage}::text, array[${counted(at, 4)}, ${counted(at, 2)}, ${counted(at, 1)}]`),
      )}) as stages
    from solutions.house h left join seen s on s.house = h.id group by h.programme order by h.programme`)
  const checks = await db.rows<{ programme: string; houses: number; outcome: YearOutcome | null; conflict: string | null }>(sql`
    select h.programme, count(*)::int as houses, y.outcome, y.tenure_conflict as conflict from solutions.house h left join solutions.year_check y on y.house = h.id
    where h.state in ('handed_over', 'checked_12m') and (h.hand_over->>'on')::date + interval '1 year' <= ${today}::date group by 1, 3, 4`)
  return rows.map(({ programme, houses, handedOver, stopped, stages }) => {
    const due = checks.filter((check) => check.programme === programme)
    const seen = due.flatMap(({ outcome, conflict, houses: alike }) =>
      outcome ? Array.from({ length: alike }, () => ({ outcome, tenureConflict: conflict === 'unknown' ? null : conflict === 'yes' })) : [],
    )
    const byStage = <Value>(of: (counted: number[]) => Value) =>
      Object.fromEntries(buildingStages.map((stage) => [stage, of(stages[stage])])) as Record<BuildingStage, Value>
    return {
      ...{ programme, stopped, ...programmeProgress({ houses, handedOver, passed: byStage(([passed]) => passed!) }, weights) },
      firstPass: byStage(([, first, passed]): FirstPass => ({ first: first!, passed: passed!, rate: first ? passed! / first : null })),
      yearAfter: yearAfter(
        due.reduce((sum, { houses: alike }) => sum + alike, 0),
        seen,
      ),
    }
  })
}

export type HouseLine = Pick<HouseRow, 'id' | 'programme' | 'number' | 'place' | 'state'> & {
  placeName: string | null
  openDefects: number
  design: string | null
}

export const housesNow = (db: Db, { programme, state }: { programme: string | null; state: string | null }): Promise<HouseLine[]> =>
  db.rows<HouseLine>(sql`
    select h.id, h.programme, h.number, h.place, h.state, p.name as place_name, d.code as design,
      (select count(*)::int from solutions.defect f where f.house = h.id and f.state <> 'seen_repaired') as open_defects
    from solutions.house h left join places.place p on p.pcode = h.place left join solutions.house_design d on d.id = h.design
    where (${programme}::text is null or h.programme = ${programme}) and (${state}::text is null or h.state = ${state})
    order by h.programme, h.number limit 500`)

/** A picture is shown with the house whose inspection names it, and with no other. */
export const photoNamed = async (db: Db, { id, photo }: { id: string; photo: string }): Promise<boolean> =>
  (await db.one(sql`
    select 1 from solutions.inspection where house = ${id}::uuid and items @> ${JSON.stringify([{ photo }])}::jsonb limit 1`)) !== null

type TenureRow = { [K in keyof typeof Tenure.fields]: unknown } & { id: string }
export type HouseFile = HouseRow & {
  placeName: string | null
  coachName: string | null
  household: string | null
  designName: string | null
  inspections: (InspectionRow & { by: string | null })[]
  defects: DefectRow[]
  tenure: TenureRow[]
  tranches: (TrancheRow & { contractNumber: string; party: string; contractKind: string; currency: string; approver: string | null; payer: string | null })[]
}

export async function houseFile(db: Db, id: string): Promise<HouseFile | null> {
  const house = await db.one<HouseRow & { placeName: string | null; coachName: string | null; household: string | null; designName: string | null }>(sql`
    select h.*, p.name as place_name, k.name as coach_name, c.household, d.code || ' · ' || d.edition as design_name from solutions.house h
    left join places.place p on p.pcode = h.place left join kernel.person k on k.id = h.coach left join solutions.beneficiary_case c on c.id = h.kase
    left join solutions.house_design d on d.id = h.design where h.id::text = ${id}`)
  if (!house) return null
  const inspections = await db.rows<InspectionRow & { by: string | null }>(sql`
    select i.*, k.name as by from solutions.inspection i left join kernel.person k on k.id = i.recorded_by where i.house = ${id} order by i.recorded_at, i.id`)
  const defects = await db.rows<DefectRow>(sql`select * from solutions.defect where house = ${id} order by recorded_at, id`)
  const tenure = await db.rows<TenureRow>(sql`select * from solutions.tenure where house = ${id} order by checked_on desc, recorded_at desc, id`)
  const tranches = await db.rows<HouseFile['tranches'][number]>(sql`
    select t.*, c.number as contract_number, c.party, c.kind as contract_kind, c.currency, a.name as approver, w.name as payer from solutions.tranche t join solutions.contract c on c.id = t.contract
    left join kernel.person a on a.id = t.approved_by left join kernel.person w on w.id = t.paid_recorded_by where t.house = ${id} order by t.recorded_at, t.id`)
  return { ...house, inspections, defects, tenure, tranches }
}
