/**
 * An approved registration becomes one line of its exercise, and, where the household agrees, a household with its people in their register. A form that is edited and
 * approved again changes the same household; without consent the people are counted and nobody is named.
 */
import { sql } from 'kysely'
import {
  audit,
  type Db,
  type House,
  insertRow,
  type Refused,
  refuse,
  refused,
  type TakenRecord,
  type TakenSubmission,
  type Taker,
  updateRow,
} from '../../../kernel/index.ts'
import { Household, type KnownHousehold, keepHousehold, Person, peopleFrom, peopleOf } from '../../../registry/people/index.ts'
import { destroyTemplates } from './biometrics/destroyTemplates.ts'
import { compareNew } from './findDuplicates.ts'
import { forgetPeople } from './forget.ts'
import { RegistrationLine } from './registration.ts'
import { type UnderstoodRegistration, understandRegistration } from './understandRegistration.ts'

/** A form that comes again is looked at again. */
const notLookedAt = { verificationReason: null, verifiedAt: null, verifiedBy: null }

const turnAt = (turn: number) => `/data/person[${turn}]`

function knownFrom(before: readonly TakenRecord[]): KnownHousehold | null {
  const household = before.find(({ record }) => record === Household.name)
  if (!household) return null
  const people = before.filter(({ record }) => record === Person.name)
  return { household: household.id, people: new Map(people.map(({ id, paths }) => [Number(/\[(\d+)\]/.exec(paths?.given ?? '')?.[1] ?? 0), id])) }
}

type Home = { exercise: string; state: string; sites: string[]; scope: string | null }

async function homeOf(db: Db, { exercise, place }: UnderstoodRegistration): Promise<Home | Refused> {
  const found = /^[0-9a-f-]{36}$/.test(exercise ?? '')
    ? await db.one<Home>(sql`
        select e.id as exercise, e.state, e.sites, (select p.scope from places.place p where p.pcode = ${place ?? ''}) as scope
        from displacement.registration_exercise e where e.id = ${exercise}`)
    : null
  if (!found) return refused(refuse('registration.exercise-unknown'))
  if (found.state !== 'collecting' && found.state !== 'verifying') return refused(refuse('registration.exercise-closed', { state: found.state }))
  if (found.scope === null || !found.sites.some((site) => place!.startsWith(site))) return refused(refuse('registration.place-outside', { place: place ?? '' }))
  return found
}

async function take(db: Db, house: House, submission: TakenSubmission, before: readonly TakenRecord[]): Promise<TakenRecord[] | Refused> {
  const said = understandRegistration(house, submission)
  const home = await homeOf(db, said)
  if ('refused' in home) return home
  if (!said.day) return refused(refuse('registration.day-missing'))
  if (said.agrees && said.people.length === 0) return refused(refuse('registration.nobody'))
  const known = knownFrom(before)
  const line = before.find(({ record }) => record === RegistrationLine.name)
  // Who agreed and now does not: what was kept goes, and the count alone stays.
  if (!said.agrees && known) await forgetPeople(db, await peopleOf(db, known.household), 'consent refused in a corrected form')
  const common = { scope: home.scope!, importId: submission.root, effectiveAt: submission.effectiveAt }
  const kept = said.agrees
    ? await keepHousehold(
        db,
        house,
        { ...said, origin: submission.root, scope: home.scope!, effectiveAt: submission.effectiveAt, day: said.day, place: said.place! },
        known,
      )
    : null
  if (kept && 'refused' in kept) return kept
  const leftOut = kept ? [...(known?.people.values() ?? [])].filter((id) => ![...kept.people.values()].includes(id)) : []
  await destroyTemplates(db, { people: leftOut }, 'person-erased')
  const values = {
    ...{ ...common, exercise: home.exercise, household: kept?.household ?? null, place: said.place!, day: said.day, team: said.team, needs: said.needs },
    ...{
      consent: said.agrees ? ('given' as const) : ('refused' as const),
      verification: 'unverified' as const,
      ...notLookedAt,
      counted: said.agrees ? null : said.counted,
    },
  }
  const written = line ? await updateRow(db, RegistrationLine, line.id, values) : await insertRow(db, RegistrationLine, values)
  if (kept) await compareNew(db, house, home.exercise, kept.household)
  await audit(db, 'registration.taken', RegistrationLine.name, written!.id, { submission: submission.id, people: said.people.length })
  return [
    { record: RegistrationLine.name, id: written!.id, paths: { place: '/data/where/place', day: '/data/where/day' } },
    ...(kept ? [{ record: Household.name, id: kept.household, paths: { place: '/data/where/place' } }] : []),
    ...[...(kept?.people ?? [])].map(([turn, id]) => ({ record: Person.name, id, paths: { given: turnAt(turn) } })),
  ]
}

async function takeBack(db: Db, _house: House, { root }: Pick<TakenSubmission, 'root'>, before: readonly TakenRecord[]): Promise<Refused | null> {
  // Wherever they live now: the household may have split since.
  if (knownFrom(before)) await forgetPeople(db, await peopleFrom(db, root), 'registration rejected')
  await db.run(sql`delete from displacement.registration_line where import_id = ${root}`)
  await audit(db, 'registration.taken-back', RegistrationLine.name, root)
  return null
}

export const registrationTaker: Taker = {
  name: 'displacement.registration',
  about: { pt: 'Registo de um agregado', en: 'Registration of a household' },
  take,
  takeBack,
}
