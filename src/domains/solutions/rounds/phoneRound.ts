/** What a phone takes along for a day of building sites: the houses of its person's area by how far they are, what is looked at, what waits for a stage. No household, no money. */
import { sql } from 'kysely'
import { type BuildingStage, buildingStages, type RoundChecklist, type RoundDefect } from '../../../engines/solutions/index.ts'
import { type Actor, asTheHouse, type Bilingual, type Db, type House as Mission, read } from '../../../kernel/index.ts'
import { checklist, checklistEdition } from '../houses/checklist.ts'
import { authorOf } from './takeRound.ts'

export type RoundHouseLent = {
  id: string
  programme: string
  number: string
  place: string
  placeName: string | null
  state: string
  design: string | null
  lon: number | null
  lat: number | null
  isCoach: boolean
  passed: boolean | null
  attempts: number
  defects: RoundDefect[]
  tenureAsked: boolean
  tranches: { stage: BuildingStage; state: string }[]
}
export type PhoneRound = {
  houses: RoundHouseLent[]
  designs: { id: string; code: string; edition: number; name: Bilingual }[]
  checklist: RoundChecklist
  checklistEdition: number
  /** The highest number that came from this phone: what it wrote after that is not in this picture, and a phone that was emptied goes on after it. */
  lastSequence: number
}

const most = 500
/** Who gave the keys still sees that the office knows. */
const daysAfterKeys = 14

const housesOf = (db: Db, me: string): Promise<RoundHouseLent[]> =>
  db.rows<RoundHouseLent>(sql`
    select h.id, h.programme, h.number, h.place, p.name as place_name, h.state, h.design, h.lon, h.lat, coalesce(h.coach = ${me}::uuid, false) as is_coach,
      i.passed, coalesce(i.attempt, 0) as attempts, exists (select 1 from solutions.tenure t where t.house = h.id) as tenure_asked,
      coalesce((select jsonb_agg(jsonb_build_object('stage', d.stage, 'item', d.item, 'fixBy', d.fix_by, 'state', d.state) order by d.recorded_at, d.id)
        from solutions.defect d where d.house = h.id and d.state <> 'seen_repaired'), '[]') as defects,
      coalesce((select jsonb_agg(jsonb_build_object('stage', t.stage, 'state', t.state) order by t.recorded_at, t.id) from solutions.tranche t where t.house = h.id), '[]')
        as tranches
    from solutions.house h left join places.place p on p.pcode = h.place
    left join lateral (select passed, attempt from solutions.inspection where house = h.id and stage = h.state order by attempt desc limit 1) i on true
    where h.state = any (${['selected', 'agreed_design', 'materials_delivered', ...buildingStages]}::text[])
      or (h.state = 'handed_over' and (h.hand_over->>'on')::date > current_date - ${daysAfterKeys}::int)
    order by h.programme, h.number limit ${most}`)

export async function phoneRound(mission: Mission, actor: Actor): Promise<PhoneRound> {
  const author = await authorOf(mission, actor)
  if (!author || author.roles.length === 0) return { houses: [], designs: [], checklist, checklistEdition, lastSequence: 0 }
  return read(mission.doors, author, async (db) => {
    const last = await asTheHouse(db, (house) =>
      house.one<{ last: number | null }>(sql`select max(sequence) as last from solutions.round_fact where device = ${actor.device!}`),
    )
    return {
      houses: await housesOf(db, author.userId!),
      designs: await db.rows<PhoneRound['designs'][number]>(sql`
        select distinct on (code) id, code, edition, name from solutions.house_design order by code, edition desc limit 100`),
      ...{ checklist, checklistEdition, lastSequence: last?.last ?? 0 },
    }
  })
}
