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

type ByProgramme = { programme: string; houses: number; handedOver: number; stopped: number } & Record<BuildingStage, number>
export type ProgrammeNow = Progress & { programme: string; stopped: number; firstPass: Record<BuildingStage, FirstPass>; yearAfter: YearAfter }

/** The last stage that passed counts with all before it; stopped works stay in the sum: they were promised. */
export async function programmesNow(db: Db, weights: StageWeights, today: string): Promise<ProgrammeNow[]> {
  const rows = await db.rows<ByProgramme>(sql`
    with passed as (select house, stage from solutions.inspection where passed group by house, stage)
    select h.programme, count(*)::int as houses, count(*) filter (where h.state in ('handed_over', 'checked_12m'))::int as handed_over,
      count(*) filter (where h.state = 'stopped')::int as stopped, ${sql.join(
        buildingStages.map((stage) => sql`count(*) filter (where p.stages @> array[${stage}])::int as ${sql.ref(stage)}`),
      )}
    from solutions.house h left join (select house, array_agg(stage) as stages from passed group by house) p on p.house = h.id
    group by h.programme order by h.programme`)
  const firsts = await db.rows<{ programme: string; stage: BuildingStage; first: number; passed: number }>(sql`
    select h.programme, i.stage, count(*)::int as first, count(*) filter (where i.passed)::int as passed
    from solutions.inspection i join solutions.house h on h.id = i.house where i.attempt = 1 group by 1, 2`)
  const checks = await db.rows<{ programme: string; due: number; outcome: YearOutcome | null; conflict: string | null }>(sql`
    select h.programme, 0 as due, y.outcome, y.tenure_conflict as conflict from solutions.house h left join solutions.year_check y on y.house = h.id
    where h.state in ('handed_over', 'checked_12m') and (h.hand_over->>'on')::date + interval '1 year' <= ${today}::date`)
  return rows.map(({ programme, houses, handedOver, stopped, ...stages }) => {
    const due = checks.filter((check) => check.programme === programme)
    const seen = due.flatMap(({ outcome, conflict }) => (outcome ? [{ outcome, tenureConflict: conflict === 'unknown' ? null : conflict === 'yes' }] : []))
    const first = (stage: BuildingStage): FirstPass => {
      const found = firsts.find((one) => one.programme === programme && one.stage === stage)
      return { first: found?.first ?? 0, passed: found?.passed ?? 0, rate: found ? found.passed / found.first : null }
    }
    return {
      ...{ programme, stopped, ...programmeProgress({ houses, handedOver, passed: stages }, weights) },
      firstPass: Object.fromEntries(buildingStages.map((stage) => [stage, first(stage)])) as Record<BuildingStage, FirstPass>,
      yearAfter: yearAfter(due.length, seen),
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
  tranches: (TrancheRow & { contractNumber: string; currency: string; approver: string | null; payer: string | null })[]
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
    select t.*, c.number as contract_number, c.currency, a.name as approver, w.name as payer from solutions.tranche t join solutions.contract c on c.id = t.contract
    left join kernel.person a on a.id = t.approved_by left join kernel.person w on w.id = t.paid_recorded_by where t.house = ${id} order by t.recorded_at, t.id`)
  return { ...house, inspections, defects, tenure, tranches }
}
