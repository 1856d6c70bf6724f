/**
 * Templates end with the consent, the person, the switch or the exercise: the rows go, tombstones and a certificate stay, and the keys are destroyed once this is
 * committed (`destroyBuried`). From then on no copy of the data holds a finger that opens.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, bury, type Db, hashOfErased, insertRow } from '../../../../kernel/index.ts'
import { BiometricDestruction, type Destruction, FingerTemplate } from './biometrics.ts'

export type Doomed = { exercise: string } | { people: readonly string[] } | { templates: readonly string[] }

const chosen = (doomed: Doomed) => {
  if ('exercise' in doomed) return sql`exercise = ${doomed.exercise}`
  return 'people' in doomed ? sql`person = any (${[...doomed.people]}::text[])` : sql`id = any (${[...doomed.templates]}::uuid[])`
}

export const destroyTemplates = (db: Db, doomed: Doomed, reason: Destruction): Promise<number> =>
  asTheHouse(db, async (within) => {
    const gone = await within.rows<{ id: string; exercise: string }>(sql`delete from biometrics.template where ${chosen(doomed)} returning id, exercise`)
    for (const exercise of new Set(gone.map((each) => each.exercise))) {
      const ids = gone.filter((each) => each.exercise === exercise).map(({ id }) => id)
      await bury(within, FingerTemplate.name, ids, reason)
      const { scope } = (await within.one<{ scope: string }>(sql`select scope from displacement.registration_exercise where id = ${exercise}::uuid`))!
      const made = await insertRow(within, BiometricDestruction, { scope, exercise, reason, templates: ids.length, keys: ids.map(hashOfErased).sort() })
      await audit(db, 'biometrics.destroy', BiometricDestruction.name, made.id, { exercise, reason, templates: ids.length })
    }
    return gone.length
  })

/** What an old database brought back after the keys were destroyed: tombstones and certificates exist already. */
export const forgetRestoredTemplates = (db: Db, ids: readonly string[]) => db.run(sql`delete from biometrics.template where id = any (${[...ids]}::uuid[])`)
