/**
 * What a household or a person agreed to, purpose by purpose: the last answer counts. A word taken back for one purpose is a row of its own beside the word that was
 * given; who takes everything back is erased instead.
 */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, type RowOf, refuse, refused } from '../../kernel/index.ts'
import { Consent } from './person.ts'

type Row = RowOf<typeof Consent>
/** `person` null: the head answered for the household. A person's own answer goes with him from household to household. */
export type AboutConsent = { household: string; person: string | null; purpose: string }

export const lastConsent = (db: Db, { household, person, purpose }: AboutConsent) =>
  db.one<Row>(sql`
    select * from people.consent where purpose = ${purpose} and ${person === null ? sql`person is null and household = ${household}` : sql`person = ${person}`}
    order by answered_at desc, recorded_at desc limit 1`)

export const giveConsent = (db: Db, given: AboutConsent & Pick<Row, 'scope' | 'importId' | 'wordingVersion' | 'language' | 'words'>) =>
  insertRow(db, Consent, { ...given, answer: 'given', answeredAt: new Date().toISOString() })

export async function withdrawPurpose(db: Db, about: AboutConsent): Promise<{ id: string } | Refused> {
  const last = await lastConsent(db, about)
  if (last?.answer !== 'given') return refused(refuse('people.consent-not-given'))
  const { scope, wordingVersion, language, words } = last
  const answeredAt = new Date().toISOString()
  // Not of the form that brought the first answer: a corrected form writes its own answers anew and would take this one away.
  const row = await insertRow(db, Consent, { ...about, scope, importId: last.id, wordingVersion, language, words, answer: 'withdrawn', answeredAt })
  await audit(db, 'consent.withdraw-purpose', Consent.name, row.id, { purpose: about.purpose })
  return { id: row.id }
}
