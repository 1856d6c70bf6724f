/**
 * A finger of a registered person who agreed to it apart. What comes must be a template and nothing else; only its points are kept, so that neither a picture nor a
 * maker's own block can ride along. Nobody who has no finger here waits for anything.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { parseIso19794_2, qualityOf } from '../../../../engines/biometrics/index.ts'
import { asTheHouse, audit, type Db, type House, insertRow, type Refused, type RowOf, refuse, refused } from '../../../../kernel/index.ts'
import { giveConsent, lastConsent, type OpenPerson, openPerson } from '../../../../registry/people/index.ts'
import { ageOn } from '../bands.ts'
import { switchedOn } from './biometricSwitch.ts'
import { type BiometricSwitch, FingerTemplate, mostFingers } from './biometrics.ts'
import { destroyTemplates } from './destroyTemplates.ts'

/** Asked for apart from registration and from sharing. */
export const fingerPurpose = 'biometrics'

type Words = { wordingVersion: string; language: string; words: string }
export type Finger = { person: string; template: string; consent?: Words | undefined }

/** Who is only known by a year of birth counts as born on its last day: nobody is taken to be older than he may be. */
export function youngestAge({ birthDate, birthYear }: Pick<OpenPerson, 'birthDate' | 'birthYear'>, day: string): number | null {
  if (birthDate) return ageOn(birthDate, day)
  return birthYear === null ? null : ageOn(`${birthYear}-12-31`, day)
}

export type Enrolling = { on: RowOf<typeof BiometricSwitch>; person: OpenPerson; scope: string }

/** The exercise is on, and this person belongs to it, as the reader may see. */
export async function inExercise(db: Db, house: House, exercise: string, id: string): Promise<Enrolling | Refused> {
  const person = await openPerson(db, house, id)
  const line =
    person &&
    (await db.one<{ scope: string }>(sql`
    select scope from displacement.registration_line where exercise = ${exercise} and household = ${person.household} limit 1`))
  if (!person || !line) return refused(refuse('access.not-found'))
  const on = await switchedOn(db, exercise)
  return on ? { on, person, scope: line.scope } : refused(refuse('biometrics.off'))
}

/** One finger in one record, good enough to be compared at all: judged by ourselves, so that registering calls no program of somebody else. */
export function readFinger(base64: string) {
  const read = parseIso19794_2(Buffer.from(base64, 'base64'))
  if ('refused' in read) return refused(refuse(read.refused.code, read.refused.facts))
  const fingers = [...new Set(read.views.map(({ finger }) => finger))]
  if (fingers.length !== 1 || fingers[0] === 0) return refused(refuse('biometrics.one-finger', { n: fingers.filter((finger) => finger !== 0).length }))
  if (qualityOf(read).verdict === 'unusable') return refused(refuse('biometrics.unusable'))
  return { finger: fingers[0]!, points: read }
}

export async function enrolFinger(db: Db, house: House, exercise: string, given: Finger): Promise<{ id: string; finger: number; replaced: boolean } | Refused> {
  const enrolling = await inExercise(db, house, exercise, given.person)
  if ('refused' in enrolling) return enrolling
  const { on, person, scope } = enrolling
  const age = youngestAge(person, new Date().toISOString().slice(0, 10))
  if (age === null) return refused(refuse('biometrics.age-unknown', { age: on.minimumAge }))
  if (age < on.minimumAge) return refused(refuse('biometrics.too-young', { age: on.minimumAge }))
  const read = readFinger(given.template)
  if ('refused' in read) return read
  const about = { household: person.household, person: person.id, purpose: fingerPurpose }
  if ((await lastConsent(db, about))?.answer !== 'given') {
    if (!given.consent) return refused(refuse('biometrics.consent-missing'))
    await giveConsent(db, { ...about, ...given.consent, scope, importId: exercise })
  }
  return asTheHouse(db, async (within) => {
    // Two scanners at once would each see one finger too few.
    await within.rows(sql`select pg_advisory_xact_lock(7351, hashtext(${person.id}))`)
    const known = await within.rows<{ id: string; finger: number }>(
      sql`select id, finger from biometrics.template where exercise = ${exercise} and person = ${person.id}`,
    )
    const before = known.find(({ finger }) => finger === read.finger)
    if (!before && known.length >= mostFingers) return refused(refuse('biometrics.two-fingers', { most: mostFingers }))
    if (before) await destroyTemplates(within, { templates: [before.id] }, 'replaced')
    const id = randomUUID()
    const sealed = (await house.vault.make([id])).get(id)!(JSON.stringify(read.points))
    await insertRow(within, FingerTemplate, { id, scope, importId: exercise, exercise, person: person.id, finger: read.finger, sealed })
    await audit(db, 'biometrics.enrol', FingerTemplate.name, id, { exercise, replaced: before !== undefined })
    return { id, finger: read.finger, replaced: before !== undefined }
  })
}
