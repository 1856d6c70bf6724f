/**
 * Drawing the sample of a survey: the seed is written down before, the units after, and a second person draws again and compares. A draw that is set aside stays
 * on record with the reason.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type DrawnUnit, type DrawPlan, drawSurvey, drawsClusters, givenSample, randomFrom } from '../../../engines/sampling/index.ts'
import { audit, type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { frameHash, frameOf } from './frame.ts'
import type { FramedUnit, SampleFrameRow } from './sample.ts'
import { type Draw, Survey, type SurveyRow } from './survey.ts'

/** What a design asks that the frame cannot give. */
export function unfitDesign(plan: DrawPlan, frame: Pick<SampleFrameRow, 'kind' | 'units'>): Refused | null {
  const isListed = frame.kind === 'list'
  if (plan.kind === 'cluster' && !isListed) return refused(refuse('survey.cluster-needs-list'))
  if (isListed && drawsClusters(plan) && frame.units.some(({ cluster }) => cluster === null)) return refused(refuse('survey.list-without-clusters'))
  return null
}

type Named = DrawnUnit & { unit: FramedUnit | undefined; unitCode: string }

/** `INT1-012` is a cluster, `INT1-012-07` the seventh drawn in it: short enough to be written on a door. */
function named(survey: string, drawn: readonly DrawnUnit[], units: readonly FramedUnit[]): Named[] {
  const known = new Map(units.map((unit) => [unit.code, unit]))
  let [number, inside] = [0, 0]
  return drawn.map((each) => {
    if (each.stage === 1) [number, inside] = [number + 1, 0]
    else inside++
    const at = `${survey}-${String(number).padStart(3, '0')}`
    const unit =
      known.get(each.code) ?? (each.stage === 1 ? { ...units.find(({ cluster }) => cluster === each.cluster)!, code: each.code, name: each.code } : undefined)
    return { ...each, unit, unitCode: each.stage === 1 ? at : `${at}-${String(inside).padStart(2, '0')}` }
  })
}

async function writeUnits(db: Db, survey: SurveyRow, draw: number, rows: readonly Named[], plan: DrawPlan): Promise<void> {
  const written = rows.map(({ unit, unitCode, household, ...row }) => ({
    ...{ code: unitCode, name: household === null ? (unit?.name ?? row.code) : `${unit?.name ?? row.code} · ${household}`, frameCode: row.code },
    ...{ pcode: unit?.place ?? null, stratum: row.stratum, cluster: row.cluster, stage: row.stage, asked: !(drawsClusters(plan) && row.stage === 1) },
    ...{ role: row.role, turn: row.order, firstChance: row.firstChance, secondChance: row.secondChance },
    ...{ firstPopulation: row.firstPopulation, secondPopulation: row.secondPopulation, weight: 1 / (row.firstChance * row.secondChance) },
  }))
  await db.run(sql`
    insert into displacement.sampled_unit (scope, survey, draw, code, name, frame_code, place, stratum, cluster, stage, asked, role, turn, first_chance, second_chance,
      first_population, second_population, weight, status)
    select coalesce(p.scope, ${survey.scope}), ${survey.id}, ${draw}, u."code", u."name", u."frameCode", p.id, u."stratum", u."cluster", u."stage", u."asked", u."role",
      u."turn", u."firstChance", u."secondChance", u."firstPopulation", u."secondPopulation", u."weight", 'waiting'
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as u("code" text, "name" text, "frameCode" text, "pcode" text, "stratum" text, "cluster" text, "stage" int,
      "asked" boolean, "role" text, "turn" int, "firstChance" float8, "secondChance" float8, "firstPopulation" int, "secondPopulation" int, "weight" float8)
    left join places.place p on p.pcode = u."pcode" and p.valid_to is null`)
}

const sampleOf = (plan: DrawPlan, units: readonly FramedUnit[], seed: string) => drawSurvey(units, plan, randomFrom(seed))

export type DrawWish = { seed?: string | undefined; given?: readonly string[] | undefined }

/** Draws, or takes a sample that was drawn elsewhere. Gives what changes in the survey. */
export async function drawUnits(db: Db, survey: SurveyRow, { seed: wished, given }: DrawWish): Promise<Pick<SurveyRow, 'draw' | 'draws'> | Refused> {
  const [frame, plan] = [await frameOf(db, survey.id), survey.design]
  if (!frame) return refused(refuse('survey.frame-missing'))
  if (!plan) return refused(refuse('survey.design-missing'))
  const unfit = unfitDesign(plan, frame)
  if (unfit) return unfit
  if (given && drawsClusters(plan) && frame.kind !== 'list') return refused(refuse('survey.list-without-clusters'))
  const seed = given ? null : wished?.trim() || randomBytes(8).toString('hex')
  const drawn = given ? givenSample(frame.units, plan, given) : sampleOf(plan, frame.units, seed!)
  if ('code' in drawn) return refused(refuse(drawn.code, drawn.facts))
  const number = survey.draws.length + 1
  await writeUnits(db, survey, number, named(survey.code, drawn, frame.units), plan)
  const draw: Draw = {
    ...{ number, seed, method: given ? 'given' : 'drawn', frame: frame.number, hash: frame.hash, plan },
    ...{ by: db.actor.userId, at: new Date().toISOString() },
  }
  await audit(db, 'survey.draw', Survey.name, survey.id, { draw: number, seed: seed ?? 'given', hash: frame.hash })
  return { draw: number, draws: [...survey.draws, draw] }
}

type Kept = Pick<DrawnUnit, 'stage' | 'role'> & { frameCode: string; turn: number }
export type Verified = { same: boolean; frameUntouched: boolean; units: number; differing: string[] }

/** Draws again from the kept frame with the kept seed, and compares unit by unit in the order drawn. */
export async function verifyDraw(db: Db, survey: SurveyRow): Promise<Verified | Refused> {
  const draw = survey.draws.find(({ number }) => number === survey.draw)
  if (!draw) return refused(refuse('survey.not-drawn'))
  const frame = await frameOf(db, survey.id, draw.frame)
  if (!frame) return refused(refuse('survey.frame-missing'))
  const kept = await db.rows<Kept>(sql`
    select frame_code, stage, role, turn from displacement.sampled_unit where survey = ${survey.id} and draw = ${draw.number} order by turn, code`)
  const again =
    draw.method === 'drawn'
      ? sampleOf(draw.plan, frame.units, draw.seed!)
      : givenSample(
          frame.units,
          draw.plan,
          kept.filter(({ stage }) => stage === (drawsClusters(draw.plan) ? 2 : 1)).map(({ frameCode }) => frameCode),
        )
  if ('code' in again) return refused(refuse(again.code, again.facts))
  const say = ({ stage, role, turn, frameCode }: Kept) => `${frameCode} ${stage} ${role} ${turn}`
  const expected = new Set(again.map(({ code, order, ...each }) => say({ ...each, frameCode: code, turn: order })))
  const found = new Set(kept.map(say))
  const differing = [...[...expected].filter((one) => !found.has(one)), ...[...found].filter((one) => !expected.has(one))]
  const frameUntouched = frameHash(frame.units) === draw.hash
  return { same: differing.length === 0 && frameUntouched, frameUntouched, units: kept.length, differing: differing.slice(0, 20) }
}
