/**
 * People who learn. Their names lie under keys that can be destroyed and are opened one deed at a time, each with its line in the audit. Whoever comes again is the
 * same person: a name or phone that is known already is asked about, so that nobody is counted twice.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { audit, bury, type Db, getRow, type House, insertRow, personByEmail, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { slugOf } from '../../../kernel/publishing.ts'
import { CoachingVisit, Learner, type LearnerRow } from './learning.ts'

export type Named = { name: string; phone: string | null; email: string | null }
export type LearnerGiven = Named &
  Pick<LearnerRow, 'organisation' | 'role' | 'audience' | 'unit' | 'sex' | 'ageBand' | 'disability' | 'province' | 'consentWording'>

const digits = (phone: string | null) => (phone ?? '').replace(/\D/g, '').slice(-9)

/** Null: erased. */
export function openLearner({ vault }: Pick<House, 'vault'>, { id, sealed }: { id: string; sealed: string | null }): Named | null {
  const text = sealed === null ? null : vault.open(id, sealed)
  return text === null ? null : (JSON.parse(text) as Named)
}

type KnownLearner = Named & { id: string; organisation: string | null }

async function knownLearners(db: Db, house: House): Promise<KnownLearner[]> {
  const kept = await db.rows<{ id: string; sealed: string; organisation: string | null }>(sql`
    select l.id, l.sealed, o.name as organisation from coordination.learner l left join organisations.organisation o on o.id = l.organisation where l.sealed is not null`)
  return kept.flatMap(({ id, sealed, organisation }) => {
    const named = openLearner(house, { id, sealed })
    return named ? [{ ...named, id, organisation }] : []
  })
}

/** Whose name holds what is looked for, whatever its accents. */
export async function searchLearners(db: Db, house: House, looked: string): Promise<KnownLearner[]> {
  const wanted = slugOf(looked).split('-')
  const found = (await knownLearners(db, house)).filter(({ name }) => wanted.every((word) => slugOf(name).includes(word))).slice(0, 20)
  await audit(db, 'learner.search', Learner.name, null, { found: found.length })
  return found
}

/** Whoever has an account under this e-mail finds the own certificates there. */
const accountOf = async (house: House, email: string | null): Promise<string | null> =>
  email === null ? null : ((await personByEmail(house.doors, email))?.id ?? null)

/** `another`: somebody has looked, and it is another person of the same name. */
export async function keepLearner(db: Db, house: House, given: LearnerGiven, another: boolean): Promise<{ id: string } | Refused> {
  const { name, phone, email, ...about } = given
  if (!another) {
    const alike = (await knownLearners(db, house)).filter(
      (one) => slugOf(one.name) === slugOf(name) || (digits(phone) !== '' && digits(one.phone) === digits(phone)),
    )
    if (alike.length > 0) return refused(refuse('learner.perhaps-known', { n: alike.length }))
  }
  const id = randomUUID()
  const close = (await house.vault.make([id])).get(id)!
  const sealed = close(JSON.stringify({ name: name.trim(), phone, email }))
  const scope = about.province ?? house.pack.country.pcode
  await insertRow(db, Learner, { id, scope, class: 3, sealed, ...about, account: await accountOf(house, email), consentAt: new Date().toISOString() })
  await audit(db, 'learner.register', Learner.name, id)
  return { id }
}

/** What names the person goes, here and in every backup; that somebody took part stays counted. */
export async function forgetLearner(db: Db, id: string, reason: string): Promise<{ id: string } | Refused> {
  const known = await getRow(db, Learner, id)
  if (!known || known.sealed === null) return refused(refuse('access.not-found'))
  await emptyLearners(db, [id])
  await bury(db, Learner.name, [id], reason)
  await audit(db, 'learner.forget', Learner.name, id)
  return { id }
}

export const emptyLearners = (db: Db, ids: readonly string[]): Promise<number> =>
  db.run(sql`
    update coordination.learner set sealed = null, organisation = null, role = null, unit = null, age_band = null, disability = null, account = null,
      erased_at = now(), version = version + 1
    where id = any (${[...ids]}::uuid[]) and sealed is not null`)

export type CoachingGiven = { day: string; task: string; score: number | null; advice: string }

export async function coach(db: Db, id: string, given: CoachingGiven): Promise<{ id: string } | Refused> {
  const learner = await getRow(db, Learner, id)
  if (!learner) return refused(refuse('access.not-found'))
  const visit = await insertRow(db, CoachingVisit, { scope: learner.scope, class: 3, learner: id, ...given })
  await audit(db, 'learner.coach', CoachingVisit.name, visit.id)
  return { id: visit.id }
}
