/** Looking at a stage, and repairing what failed. Who looks last is neither the coach of the house nor the one who records its payments (specification, 3.2). */
import { sql } from 'kysely'
import { type BuildingStage, type CheckedItem, inspectionResult } from '../../../engines/solutions/index.ts'
import { audit, type Db, getRow, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { checklist } from './checklist.ts'
import { House, type HouseRow } from './house.ts'
import { Defect, type DefectRow, type InspectedItem, Inspection } from './inspection.ts'

export type InspectionGiven = {
  stage: BuildingStage
  seenOn: string
  /** By when what failed is repaired. */
  fixBy: string
  answers: readonly { code: string; answer: CheckedItem['answer']; note: string | null; photo: string | null }[]
}
export type Inspected = { id: string; passed: boolean; failed: string[] }

const defectsOf = (db: Db, house: string, stage: BuildingStage): Promise<DefectRow[]> =>
  db.rows<DefectRow>(sql`select * from solutions.defect where house = ${house} and stage = ${stage} order by recorded_at, id`)

export async function inspect(db: Db, house: string, given: InspectionGiven): Promise<Inspected | Refused> {
  await db.rows(sql`select 1 from solutions.house where id = ${house} for update`)
  const row = await getRow(db, House, house)
  if (!row) return refused(refuse('access.not-found'))
  const defects = await defectsOf(db, house, given.stage)
  const problems = [...wrongIn(row, given, defects), ...(given.stage === 'inspected' ? await tooClose(db, row) : [])]
  if (problems.length > 0) return { refused: problems }
  const answers = new Map(given.answers.map((one) => [one.code, one]))
  const items: InspectedItem[] = checklist[given.stage].map(({ code, vital }) => ({ vital, ...answers.get(code)! }))
  const { passed, failed } = inspectionResult(items)
  const before = await db.one<{ n: number }>(sql`select count(*)::int as n from solutions.inspection where house = ${house} and stage = ${given.stage}`)
  const { scope } = row
  const { stage, seenOn, fixBy } = given
  const { id } = await insertRow(db, Inspection, { scope, house, stage, attempt: before!.n + 1, items, seenOn, passed })
  for (const item of failed) await insertRow(db, Defect, { scope, house, inspection: id, stage, item, fixBy, state: 'open' })
  for (const defect of defects)
    if (defect.state === 'repaired' && answers.get(defect.item)?.answer === 'pass') await updateRow(db, Defect, defect.id, { state: 'seen_repaired' })
  await audit(db, 'house.inspect', House.name, house, { stage, passed })
  return { id, passed, failed }
}

function wrongIn({ state }: HouseRow, { stage, answers, seenOn, fixBy }: InspectionGiven, defects: readonly DefectRow[]): Refusal[] {
  const codes = answers.map(({ code }) => code)
  const missing = checklist[stage].filter(({ code }) => !codes.includes(code)).map(({ code }) => code)
  const unknown = codes.filter((code) => !checklist[stage].some((item) => item.code === code))
  const open = defects.filter((defect) => defect.state === 'open').map(({ item }) => item)
  return [
    ...(state !== stage ? [refuse('house.other-stage', { stage, state })] : []),
    ...(missing.length > 0 ? [refuse('house.items-missing', { items: missing })] : []),
    ...(unknown.length > 0 ? [refuse('house.items-unknown', { items: unknown })] : []),
    ...(open.length > 0 ? [refuse('house.defect-open', { items: open })] : []),
    ...(stage === 'finished' && !answers.some(({ photo }) => photo) ? [refuse('house.photo-missing')] : []),
    ...(fixBy < seenOn ? [refuse('house.fix-before-seen')] : []),
  ]
}

async function tooClose(db: Db, { id, coach }: HouseRow): Promise<Refusal[]> {
  const me = db.actor.userId
  const paid = await db.one(sql`select 1 from solutions.tranche where house = ${id} and (paid_recorded_by = ${me} or approved_by = ${me})`)
  return coach === me || paid ? [refuse('house.same-person')] : []
}

export async function repair(db: Db, defect: string, { on, words }: { on: string; words: string }): Promise<{ id: string } | Refused> {
  const row = await getRow(db, Defect, defect)
  if (!row) return refused(refuse('access.not-found'))
  if (row.state !== 'open') return refused(refuse('house.defect-repaired'))
  await updateRow(db, Defect, defect, { state: 'repaired', repairedOn: on, repairWords: words })
  await audit(db, 'house.repair', House.name, row.house, { item: row.item })
  return { id: defect }
}

/** What keeps a stage closed: nobody looked, or what the last one who looked found. */
export async function notPassed(db: Db, house: string, stage: BuildingStage): Promise<Refusal[]> {
  const last = await db.one<{ passed: boolean; items: InspectedItem[] }>(sql`
    select passed, items from solutions.inspection where house = ${house} and stage = ${stage} order by attempt desc limit 1`)
  if (!last) return [refuse('house.not-inspected', { stage })]
  return last.passed ? [] : [refuse('house.stage-not-passed', { stage, items: inspectionResult(last.items).failed })]
}
