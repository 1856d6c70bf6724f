/**
 * One fact from the field becomes the same deed as at a desk, with the same rules. Where the office went on meanwhile (another design, a younger answer about the land,
 * a consent taken back) the older word does not silently win: it is refused here, and whoever called puts it aside.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import type { RoundFact } from '../../../engines/solutions/index.ts'
import { buildingStages } from '../../../engines/solutions/index.ts'
import { type Db, day, isRefused, line, type House as Mission, type Refused, refuse, refused, takeStep } from '../../../kernel/index.ts'
import { inspectionGiven, tenureGiven } from '../houses/houseRoutes.ts'
import { inspect, repair } from '../houses/inspect.ts'
import { chooseDesign, keepTenure, type TenureGiven } from '../houses/keepHouse.ts'
import { lifeOfHouse } from '../houses/lifeOfHouse.ts'
import { consent, withdraw } from '../moves/keepPathway.ts'
import { consentGiven } from '../moves/pathwayRoutes.ts'

const seenDesign = z.object({ design: z.uuid().nullable() })
const shapes = {
  design: z.object({ design: z.uuid(), was: z.uuid().nullable() }),
  step: seenDesign.extend({ step: line(60), input: z.record(z.string(), z.unknown()) }),
  inspect: seenDesign.extend(inspectionGiven.shape),
  repair: z.object({ stage: z.enum(buildingStages), item: line(60), on: day, words: line(500) }),
  tenure: tenureGiven,
  consent: consentGiven,
  withdraw: z.object({ on: day }),
}

/** Pictures that an inspection names; they come before it. */
export function photosOf({ kind, content }: RoundFact): string[] {
  const read = kind === 'inspect' ? readAs(content, shapes.inspect) : null
  return read ? read.answers.flatMap(({ photo }) => (photo && /^[0-9a-f]{64}$/.test(photo) ? [photo] : [])) : []
}

function readAs<S extends z.ZodType>(content: string, shape: S): z.output<S> | null {
  try {
    return shape.safeParse(JSON.parse(content)).data ?? null
  } catch {
    return null
  }
}

async function otherDesign(db: Db, house: string, seen: string | null): Promise<Refused | null> {
  const now = await db.one<{ design: string | null; code: string | null }>(sql`
    select h.design, d.code from solutions.house h left join solutions.house_design d on d.id = h.design where h.id = ${house}::uuid for update of h`)
  return !now || now.design === seen ? null : refused(refuse('house.design-changed', { design: now.code ?? '-' }))
}

/** An older answer about the land that says otherwise than a younger one would turn back what is known. */
async function olderTenure(db: Db, house: string, given: TenureGiven): Promise<Refused | null> {
  const younger = await db.one<{ on: string }>(sql`
    select to_char(checked_on, 'YYYY-MM-DD') as on from solutions.tenure where house = ${house}::uuid and checked_on > ${given.checkedOn}::date
      and (kind, both_spouses, document, conflict) is distinct from (${given.kind}::text, ${given.bothSpouses}::text, ${given.document}::text, ${given.conflict}::text)
    order by checked_on desc limit 1`)
  return younger && refused(refuse('house.tenure-newer', { day: younger.on }))
}

/** On the same day nobody knows which came first: a consent that may have been taken back is not one. */
async function takenBackSince(db: Db, pathway: string, { adult, givenOn }: z.output<typeof consentGiven>): Promise<Refused | null> {
  const back = await db.one<{ on: string }>(sql`
    select to_char(withdrawn_on, 'YYYY-MM-DD') as on from solutions.consent where pathway = ${pathway}::uuid and adult = ${adult} and withdrawn_on >= ${givenOn}::date
    order by withdrawn_on desc limit 1`)
  return back && refused(refuse('consent.taken-back-since', { adult, day: back.on }))
}

async function repairOf(db: Db, house: string, { stage, item, ...done }: z.output<typeof shapes.repair>): Promise<object | Refused> {
  const defect = await db.one<{ id: string }>(sql`
    select id from solutions.defect where house = ${house}::uuid and stage = ${stage} and item = ${item} and state = 'open' order by recorded_at desc limit 1`)
  return defect ? repair(db, defect.id, done) : refused(refuse('house.defect-repaired'))
}

const deeds: {
  [K in RoundFact['kind']]: (at: { db: Db; mission: Mission; subject: string }, given: z.output<(typeof shapes)[K]>) => Promise<object | Refused>
} = {
  design: async ({ db, subject }, { design, was }) => (await otherDesign(db, subject, was)) ?? chooseDesign(db, subject, design),
  step: async ({ db, mission, subject }, { design, step, input }) =>
    (await otherDesign(db, subject, design)) ?? takeStep(lifeOfHouse, subject, step, { db, input, house: mission }),
  inspect: async ({ db, subject }, { design, ...given }) => (await otherDesign(db, subject, design)) ?? inspect(db, subject, given),
  repair: ({ db, subject }, given) => repairOf(db, subject, given),
  tenure: async ({ db, subject }, given) => (await olderTenure(db, subject, given)) ?? keepTenure(db, subject, given),
  consent: async ({ db, subject }, given) => (await takenBackSince(db, subject, given)) ?? consent(db, subject, given),
  withdraw: ({ db, subject }, { on }) => withdraw(db, subject, on),
}

export async function carryOut(db: Db, mission: Mission, { kind, subject, content }: RoundFact): Promise<Refused | null> {
  const given = readAs(content, shapes[kind])
  if (!given || !z.uuid().safeParse(subject).success) return refused(refuse('solutions.fact-unreadable'))
  const done = await deeds[kind]({ db, mission, subject }, given as never)
  return isRefused(done) ? done : null
}
