/**
 * The frame comes in and the sample is drawn from it in one deed, with the seed on record: with frame, plan and seed a second person draws the same households. Served,
 * entitled but not served, and not selected are drawn apart, because they are asked different things of the same distribution.
 */
import { sql } from 'kysely'
import { type DrawnUnit, drawSurvey, type FrameUnit, randomFrom } from '../../../engines/sampling/index.ts'
import { asTheHouse, audit, type Db, getRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import { type FrameStratum, type PdmKind, PdmRound, type PdmRoundRow, pdmKinds } from './pdmRound.ts'
import { sizesOf } from './sizes.ts'

export type FrameLine = { household: string; kind: PdmKind; stratum: string }
type Unit = FrameLine & { role: 'frame' | 'drawn' | 'reserve'; turn: number | null }

/** In the order of the codes, so that the order of a file cannot matter. */
const inOrder = (frame: readonly FrameLine[]) => frame.toSorted((a, b) => (a.household < b.household ? -1 : a.household > b.household ? 1 : 0))

const fewest = 2

/** One draw for each kind, over the strata inside it. */
function drawKind(frame: readonly FrameLine[], round: Pick<PdmRoundRow, 'marginPoints' | 'designEffect' | 'responseRate'>, seed: string): Unit[] | Refusal {
  const units = frame.map(({ household, stratum }): FrameUnit => ({ code: household, stratum, cluster: null, size: 1 }))
  const strata = new Set(frame.map(({ stratum }) => stratum)).size
  const sizes = sizesOf({ households: frame.length, ...round })
  const n = Math.min(frame.length, Math.max(sizes?.n ?? frame.length, fewest * strata))
  const plan = {
    ...{ kind: strata > 1 ? ('stratified' as const) : ('simple' as const), n, clusters: 0, perCluster: 0 },
    ...{ reserve: Math.ceil(n / 10), reserveClusters: 0, allocation: 'proportional' as const },
  }
  // The only one of its kind is visited; there is nothing to draw from.
  if (frame.length < fewest) return frame.map((line) => ({ ...line, role: 'drawn', turn: 1 }))
  const drawn = drawSurvey(units, plan, randomFrom(seed))
  if ('code' in drawn) return refuse('monitoring.cannot-draw', { strata: [...new Set(frame.map(({ stratum }) => stratum))] })
  const byCode = new Map<string, DrawnUnit>(drawn.map((unit) => [unit.code, unit]))
  return frame.map((line) => ({ ...line, role: byCode.get(line.household)?.role ?? ('frame' as const), turn: byCode.get(line.household)?.order ?? null }))
}

const strataOf = (units: readonly Unit[]): FrameStratum[] => {
  const found = new Map<string, FrameStratum>()
  for (const { kind, stratum, role } of units) {
    const known = found.get(`${kind} ${stratum}`) ?? { kind, stratum, households: 0, asked: 0 }
    found.set(`${kind} ${stratum}`, { ...known, households: known.households + 1, asked: known.asked + Number(role === 'drawn') })
  }
  return [...found.values()]
}

export async function drawRound(db: Db, id: string, given: { frame: FrameLine[]; seed: string; now: string }): Promise<{ strata: FrameStratum[] } | Refused> {
  await db.rows(sql`select 1 from relief.pdm_round where id = ${id}::uuid for update`)
  const round = await getRow(db, PdmRound, id)
  if (!round) return refused(refuse('access.not-found'))
  if (round.state !== 'planned') return refused(refuse('monitoring.drawn-already'))
  const frame = inOrder(given.frame)
  const twice = frame.find(({ household }, at) => frame[at + 1]?.household === household)
  if (twice) return refused(refuse('monitoring.household-twice', { household: twice.household }))
  if (!frame.some(({ kind }) => kind === 'served')) return refused(refuse('monitoring.nobody-served'))
  const units: Unit[] = []
  for (const kind of pdmKinds) {
    const part = frame.filter((line) => line.kind === kind)
    if (part.length === 0) continue
    const drawn = drawKind(part, round, `${given.seed}/${kind}`)
    if ('code' in drawn) return refused(drawn)
    units.push(...drawn)
  }
  const strata = strataOf(units)
  await asTheHouse(db, (house) =>
    house.rows(sql`
      insert into relief.pdm_unit (scope, class, round, household, kind, stratum, role, turn, visited)
      select ${round.scope}, 2, ${id}::uuid, u.household, u.kind, u.stratum, u.role, u.turn, 'waiting'
      from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as u(household text, kind text, stratum text, role text, turn integer)`),
  )
  await updateRow(db, PdmRound, id, { state: 'drawn', strata, frameHash: contentHash(frame), seed: given.seed, drawnAt: given.now })
  await audit(db, 'monitoring.draw', PdmRound.name, id, { frame: frame.length, drawn: units.filter(({ role }) => role === 'drawn').length })
  return { strata }
}
