/** What the office may know of fingerprints in an exercise: off or on, who asked and who granted, until when, and what came before. */
import { sql } from 'kysely'
import { asTheHouse, type Db, type House, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { grantedBeforeRestore, switchedOn } from './biometricSwitch.ts'
import type { endings } from './biometrics.ts'

export type ShownSwitch = {
  id: string
  state: 'asked' | 'on' | 'ended'
  assessment: string
  purpose: string
  sunset: string
  minimumAge: number
  askedBy: string | null
  askedAt: string
  grantedBy: string | null
  grantedAt: string | null
  endedBy: string | null
  endedAt: string | null
  endedBecause: (typeof endings)[number] | null
  /** Granted before a backup was put back: off until somebody grants it anew. */
  fromBackup: boolean
  /** The reader asked for it himself: somebody else grants. */
  mine: boolean
}

export type Certificate = { id: string; at: string; by: string | null; reason: string; templates: number; keys: string[] }

export type BiometricsShown = {
  isOn: boolean
  provider: string
  lowestAge: number
  switches: ShownSwitch[]
  templates: number | null
  certificates: Certificate[]
}

export async function biometricsOf(db: Db, { pack, matcher }: Pick<House, 'pack' | 'matcher'>, exercise: string): Promise<BiometricsShown | Refused> {
  if (!(await db.one(sql`select 1 from displacement.registration_exercise where id = ${exercise}`))) return refused(refuse('access.not-found'))
  const switches = await db.rows<ShownSwitch>(sql`
    select s.id, case when ${grantedBeforeRestore} then 'asked' else s.state end as state, ${grantedBeforeRestore} as from_backup, s.assessment, s.purpose, s.sunset, s.minimum_age, a.name as asked_by, s.recorded_at as asked_at, g.name as granted_by, s.granted_at,
      e.name as ended_by, s.ended_at, s.ended_because, coalesce(s.recorded_by = ${db.actor.userId}::uuid, false) as mine
    from displacement.biometric_switch s left join kernel.person a on a.id = s.recorded_by
      left join kernel.person g on g.id = s.granted_by left join kernel.person e on e.id = s.ended_by
    where s.exercise = ${exercise} order by s.recorded_at desc, s.id`)
  const certificates = await db.rows<Certificate>(sql`
    select d.id, d.recorded_at as at, p.name as by, d.reason, d.templates, d.keys
    from displacement.biometric_destruction d left join kernel.person p on p.id = d.recorded_by
    where d.exercise = ${exercise} order by d.recorded_at desc, d.id limit 200`)
  const lowestAge = pack.thresholds.biometricMinimumAge
  return {
    isOn: (await switchedOn(db, exercise)) !== null,
    provider: matcher.provider,
    lowestAge,
    switches,
    templates: await templatesNow(db, exercise),
    certificates,
  }
}

/** How many, for who registers; a template itself has no reader. */
const templatesNow = async (db: Db, exercise: string): Promise<number | null> =>
  db.actor.roles.includes('registrar')
    ? asTheHouse(
        db,
        async (within) => (await within.one<{ n: number }>(sql`select count(*)::int as n from biometrics.template where exercise = ${exercise}`))!.n,
      )
    : null
