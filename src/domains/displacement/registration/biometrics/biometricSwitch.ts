/** Asking for fingerprints in an exercise, granting what somebody else asked, and ending it: by anybody of the two roles, on its last day, or with the exercise. */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refused, type RowOf, refuse, refused, today, updateRow } from '../../../../kernel/index.ts'
import { BiometricSwitch, type Destruction, type endings } from './biometrics.ts'
import { destroyTemplates } from './destroyTemplates.ts'

type Switch = RowOf<typeof BiometricSwitch>
export type Asked = Pick<Switch, 'assessment' | 'purpose' | 'sunset' | 'minimumAge'>

type Exercise = { id: string; scope: string; state: string; retainUntil: string }

/** Held, so that of two who ask at once the second meets the first's request. */
const heldExercise = (db: Db, id: string) =>
  db.one<Exercise>(sql`select id, scope, state, retain_until from displacement.registration_exercise where id = ${id} for update`)

/**
 * A backup that is put back may hold a grant that was ended since, and nobody here can know: what was granted in an earlier life of the database is a request again.
 */
export const grantedBeforeRestore = sql`(state = 'on' and coalesce(granted_at <= (select max(since) from kernel.epoch), true))`

const openSwitch = (db: Db, exercise: string) =>
  db.one<Switch & { waits: boolean }>(sql`
    select *, state = 'asked' or ${grantedBeforeRestore} as waits from displacement.biometric_switch where exercise = ${exercise} and state <> 'ended' for update`)

/** What stands, or null: off. Nothing stands after the last day or after a restore, whether or not somebody has written the end yet. */
export const switchedOn = (db: Db, exercise: string) =>
  db.one<Switch>(sql`
    select * from displacement.biometric_switch
    where exercise = ${exercise} and state = 'on' and not ${grantedBeforeRestore} and sunset >= ${today()}::date`)

export async function askForBiometrics(db: Db, { pack }: Pick<House, 'pack'>, id: string, asked: Asked): Promise<{ id: string } | Refused> {
  const exercise = await heldExercise(db, id)
  if (!exercise) return refused(refuse('access.not-found'))
  if (exercise.state !== 'collecting' && exercise.state !== 'verifying') return refused(refuse('registration.exercise-closed', { state: exercise.state }))
  const lowest = pack.thresholds.biometricMinimumAge
  const wrong = [
    ...(asked.sunset < today() ? [refuse('biometrics.sunset-past', { day: asked.sunset })] : []),
    ...(asked.sunset > exercise.retainUntil ? [refuse('biometrics.sunset-too-late', { day: asked.sunset, until: exercise.retainUntil })] : []),
    ...(asked.minimumAge < lowest ? [refuse('biometrics.minimum-age', { age: asked.minimumAge, lowest })] : []),
  ]
  if (wrong.length > 0) return refused(...wrong)
  let before = await openSwitch(db, id)
  // Its last day passed and nobody has written the end yet.
  if (before && before.sunset < today()) {
    await endBiometrics(db, id, 'sunset')
    before = null
  }
  if (before) return refused(refuse('biometrics.asked-already', { state: before.waits ? 'asked' : before.state }))
  const made = await insertRow(db, BiometricSwitch, { ...asked, scope: exercise.scope, exercise: id, state: 'asked' })
  await audit(db, 'biometrics.ask', BiometricSwitch.name, made.id, {
    exercise: id,
    assessment: asked.assessment,
    sunset: asked.sunset,
    minimumAge: asked.minimumAge,
  })
  return { id: made.id }
}

export async function grantBiometrics(db: Db, exercise: string): Promise<{ id: string } | Refused> {
  const open = await openSwitch(db, exercise)
  if (!open?.waits) return refused(refuse('biometrics.not-asked'))
  if (open.recordedBy === db.actor.userId) return refused(refuse('registration.same-person'))
  if (open.sunset < today()) return refused(refuse('biometrics.sunset-past', { day: open.sunset }))
  // After the beginning of this life of the database, also where its clock runs behind.
  const { at } = (await db.one<{ at: string }>(sql`select greatest(now(), max(since) + interval '1 millisecond') as at from kernel.epoch`))!
  await updateRow(db, BiometricSwitch, open.id, { state: 'on', grantedBy: db.actor.userId, grantedAt: at })
  await audit(db, 'biometrics.grant', BiometricSwitch.name, open.id, { exercise, anew: open.state === 'on' })
  return { id: open.id }
}

const destruction = { person: 'switched-off', sunset: 'sunset', exercise: 'exercise-closed' } as const satisfies Record<(typeof endings)[number], Destruction>

/** With every template of the exercise; the keys go after the commit. Null: there was nothing to end. */
export async function endBiometrics(db: Db, exercise: string, because: (typeof endings)[number]): Promise<{ id: string } | null> {
  const open = await openSwitch(db, exercise)
  if (!open) return null
  await updateRow(db, BiometricSwitch, open.id, { state: 'ended', endedBy: db.actor.userId, endedAt: new Date().toISOString(), endedBecause: because })
  await destroyTemplates(db, { exercise }, destruction[because])
  await audit(db, 'biometrics.end', BiometricSwitch.name, open.id, { exercise, because, was: open.state })
  return { id: open.id }
}

/** Exercises whose last day has passed and whose end nobody has written. */
export const pastSunset = (db: Db) =>
  db.rows<{ exercise: string }>(sql`select exercise from displacement.biometric_switch where state <> 'ended' and sunset < ${today()}::date order by exercise`)
