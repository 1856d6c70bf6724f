/**
 * Somebody takes back the word that he gave. His key and that of the form that named him are destroyed, phones are told to forget him, pairs with him go; what is left
 * is how many people of his sex and age band were met, the line of the audit, and a tombstone without a name.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, burySubmission, type Db, orderPurge, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type AboutConsent, Household, peopleOf, withdrawPurpose } from '../../../registry/people/index.ts'
import { destroyTemplates } from './biometrics/destroyTemplates.ts'
import { fingerPurpose } from './biometrics/enrol.ts'
import { forgetPeople } from './forget.ts'

/** `people` null: the whole household. The keys are destroyed after the commit (`destroyBuried`). */
export async function withdrawConsent(
  db: Db,
  household: string,
  people: readonly string[] | null,
): Promise<{ erased: number; householdGone: boolean } | Refused> {
  const known = await db.one<{ importId: string | null }>(sql`select import_id from people.household where id = ${household}`)
  if (!known) return refused(refuse('access.not-found'))
  const lives = await peopleOf(db, household)
  if (people?.some((id) => !lives.includes(id))) return refused(refuse('people.not-of-household'))
  const gone = people ?? lives
  if (gone.length === 0) return refused(refuse('people.nobody-left'))
  return asTheHouse(db, async (within) => {
    const scopes = await within.rows<{ scope: string }>(sql`select distinct scope from people.person where id = any (${[...gone]}::uuid[])`)
    const origins = await within.rows<{ importId: string }>(
      sql`select distinct import_id from people.person where id = any (${[...gone]}::uuid[]) and import_id is not null`,
    )
    const erased = await forgetPeople(within, gone, 'consent withdrawn')
    // The form holds everybody's names in one box: those who stay are in the register, so the box goes.
    for (const { importId } of origins) await burySubmission(within, importId, 'consent withdrawn')
    await orderPurge(
      within,
      'registered_people',
      gone,
      scopes.map(({ scope }) => scope),
    )
    await audit(db, 'consent.withdraw', Household.name, household, { people: gone.length })
    return { erased: gone.length, householdGone: erased.some(({ gone: empty }) => empty) }
  })
}

/** For one purpose alone: the person stays registered. A finger that was taken for it is destroyed. */
export async function withdrawForPurpose(db: Db, about: AboutConsent): Promise<{ destroyed: number } | Refused> {
  if (about.person !== null && !(await peopleOf(db, about.household)).includes(about.person)) return refused(refuse('people.not-of-household'))
  const done = await withdrawPurpose(db, about)
  if ('refused' in done) return done
  const isFinger = about.purpose === fingerPurpose && about.person !== null
  return { destroyed: isFinger ? await destroyTemplates(db, { people: [about.person!] }, 'consent-withdrawn') : 0 }
}
