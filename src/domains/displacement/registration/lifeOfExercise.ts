/**
 * The life of an exercise: collecting, verifying, closed, kept, erased. Erasure leaves the counts and the audit line and no person; it comes on the day that was
 * promised, and never by the person who set the exercise aside.
 */
import { sql } from 'kysely'
import { audit, burySubmission, type Refusal, type Refused, type RowOf, refuse, type StepContext, workflow } from '../../../kernel/index.ts'
import { peopleFrom, peopleOf } from '../../../registry/people/index.ts'
import { endBiometrics } from './biometrics/biometricSwitch.ts'
import { forgetPeople } from './forget.ts'
import { RegistrationExercise } from './registration.ts'

type Exercise = RowOf<typeof RegistrationExercise>

async function unverified({ id }: Exercise, { db }: StepContext): Promise<Refusal[]> {
  const left = await db.one<{ n: number }>(
    sql`select count(*)::int as n from displacement.registration_line where exercise = ${id} and verification = 'unverified'`,
  )
  return left!.n > 0 ? [refuse('registration.lines-unverified', { n: left!.n })] : []
}

async function undecided({ id }: Exercise, { db }: StepContext): Promise<Refusal[]> {
  const open = await db.one<{ n: number }>(sql`select count(*)::int as n from displacement.duplicate_pair where exercise = ${id} and decided_at is null`)
  return open!.n > 0 ? [refuse('registration.pairs-open', { n: open!.n })] : []
}

const tooEarly = async ({ retainUntil }: Exercise): Promise<Refusal[]> =>
  retainUntil > new Date().toISOString().slice(0, 10) ? [refuse('registration.too-early', { day: retainUntil })] : []

async function samePerson({ id }: Exercise, { db }: StepContext): Promise<Refusal[]> {
  const set = await db.one<{ retainedBy: string | null }>(sql`select retained_by from displacement.registration_exercise where id = ${id}`)
  return set?.retainedBy && set.retainedBy === db.actor.userId ? [refuse('registration.same-person')] : []
}

/** Lines stay, with their counts; people, their forms and every key of theirs go. */
async function eraseAll({ id }: Exercise, { db }: StepContext): Promise<Partial<Exercise> | Refused> {
  const lines = await db.rows<{ household: string | null; importId: string | null }>(
    sql`select household, import_id from displacement.registration_line where exercise = ${id}`,
  )
  let people = 0
  for (const { household, importId } of lines) {
    // Who was split off or joined to another household was promised the same day.
    const ids = [...new Set([...(household ? await peopleOf(db, household) : []), ...(importId ? await peopleFrom(db, importId) : [])])]
    await forgetPeople(db, ids, 'retention ended')
    people += ids.length
    if (importId) await burySubmission(db, importId, 'retention ended')
  }
  await audit(db, 'registration.erase', RegistrationExercise.name, id, { lines: lines.length, people })
  return {}
}

/** Nobody registers here any more: what fingers were taken for is done. */
async function endFingerprints({ id }: Exercise, { db }: StepContext): Promise<undefined> {
  await endBiometrics(db, id, 'exercise')
}

const by = ['registrar'] as const

export const lifeOfExercise = workflow(RegistrationExercise, {
  collecting: { verify: { label: { pt: 'Passar à verificação', en: 'Begin to verify' }, to: 'verifying', by } },
  verifying: {
    reopen: { label: { pt: 'Voltar a registar', en: 'Collect again' }, to: 'collecting', by },
    close: { label: { pt: 'Fechar', en: 'Close' }, to: 'closed', by, unless: [unverified, undecided], also: endFingerprints },
  },
  closed: {
    retain: {
      label: { pt: 'Guardar até à data prometida', en: 'Keep until the promised day' },
      to: 'retained',
      by,
      also: async (_, { db }) => ({ retainedBy: db.actor.userId }),
    },
  },
  retained: {
    erase: { label: { pt: 'Apagar as pessoas', en: 'Erase the people' }, to: 'erased', by, unless: [tooEarly, samePerson], also: eraseAll },
  },
  erased: {},
})
