/**
 * Templates end with the consent, the person, the switch or the exercise: the rows go, tombstones and a certificate stay, and the keys are destroyed once this is
 * committed (`destroyBuried`). From then on no copy of the data holds a finger that opens.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, bury, type Db, hashOfErased, insertRow } from '../../../../kernel/index.ts'
import { BiometricDestruction, type Destruction, FingerTemplate, fingerEvidence } from './biometrics.ts'

export type Doomed = { exercise: string } | { people: readonly string[] } | { templates: readonly string[] }

const chosen = (doomed: Doomed) => {
  if ('exercise' in doomed) return sql`exercise = ${doomed.exercise}`
  return 'people' in doomed ? sql`person = any (${[...doomed.people]}::text[])` : sql`id = any (${[...doomed.templates]}::uuid[])`
}

export const destroyTemplates = (db: Db, doomed: Doomed, reason: Destruction): Promise<number> =>
  asTheHouse(db, async (within) => {
    const gone = await within.rows<{ id: string; exercise: string; person: string }>(
      sql`delete from biometrics.template where ${chosen(doomed)} returning id, exercise, person`,
    )
    if (gone.length > 0) await forgetFindings(within, gone)
    for (const exercise of new Set(gone.map((each) => each.exercise))) {
      const ids = gone.filter((each) => each.exercise === exercise).map(({ id }) => id)
      await bury(within, FingerTemplate.name, ids, reason)
      const { scope } = (await within.one<{ scope: string }>(sql`select scope from displacement.registration_exercise where id = ${exercise}::uuid`))!
      const made = await insertRow(within, BiometricDestruction, { scope, exercise, reason, templates: ids.length, keys: ids.map(hashOfErased).sort() })
      await audit(db, 'biometrics.destroy', BiometricDestruction.name, made.id, { exercise, reason, templates: ids.length })
    }
    return gone.length
  })

/** What these fingers said goes with them where nothing is decided yet; what two people decided stands. */
const forgetFindings = (db: Db, gone: readonly { person: string; exercise: string }[]) =>
  db.run(sql`
    update displacement.duplicate_pair p set version = version + 1, weight_bits = weight_bits - said.bits, evidence = said.others
    from (select d.id, sum((e ->> 'bits')::float) filter (where e ->> 'comparison' = ${fingerEvidence}) as bits,
        coalesce(jsonb_agg(e order by at) filter (where e ->> 'comparison' <> ${fingerEvidence}), '[]') as others
      from displacement.duplicate_pair d, jsonb_array_elements(d.evidence) with ordinality each (e, at)
      where d.decided_at is null and d.exercise = any (${gone.map(({ exercise }) => exercise)}::uuid[])
        and (d.first = any (${gone.map(({ person }) => person)}::text[]) or d.second = any (${gone.map(({ person }) => person)}::text[]))
      group by d.id) said
    where p.id = said.id and said.bits is not null`)

/** What an old database brought back after the keys were destroyed: tombstones and certificates exist already. */
export const forgetRestoredTemplates = (db: Db, ids: readonly string[]) => db.run(sql`delete from biometrics.template where id = any (${[...ids]}::uuid[])`)
