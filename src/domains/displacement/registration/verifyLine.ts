/** A second look at what was registered: the line is verified, or rejected and no longer counted. */
import { sql } from 'kysely'
import { audit, type Db, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { RegistrationLine } from './registration.ts'

export async function verifyLine(db: Db, id: string, verification: 'verified' | 'rejected'): Promise<{ id: string } | Refused> {
  const line = await db.one<{ state: string }>(sql`
    select e.state from displacement.registration_line l join displacement.registration_exercise e on e.id = l.exercise where l.id = ${id}`)
  if (!line) return refused(refuse('access.not-found'))
  if (line.state !== 'collecting' && line.state !== 'verifying') return refused(refuse('registration.exercise-closed', { state: line.state }))
  await updateRow(db, RegistrationLine, id, { verification })
  await audit(db, 'registration.verify', RegistrationLine.name, id, { verification })
  return { id }
}
