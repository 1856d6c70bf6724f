/** In whose name a job works on an import: the person who asked for it, with no more than he holds now. */
import { sql } from 'kysely'
import { type Actor, commonAreas } from '../access/actor.ts'
import { isRole, type Role } from '../access/roles.ts'
import { asOwner } from '../db/transaction.ts'
import type { House } from '../house.ts'

export type AskedBy = { byPerson: string | null; byName: string; roles: string[]; areas: string[] }

/** Null when his account is closed, or when he holds no role any more that takes files in. */
export async function actorOfJob(house: House, asked: AskedBy): Promise<Actor | null> {
  const given = { userId: asked.byPerson, name: asked.byName, roles: asked.roles.filter(isRole) }
  if (asked.byPerson === null) return { ...given, areas: asked.areas, credential: 'system' }
  const person = await asOwner(house.doors).one<{ roles: Role[]; areas: string[]; worksFor: string | null }>(
    sql`select roles, areas, works_for from kernel.person where id = ${asked.byPerson} and disabled_at is null`,
  )
  const takers = house.domains.flatMap(({ importers }) => importers ?? []).flatMap(({ who }) => who ?? ['dataOfficer'])
  const roles = given.roles.filter((role) => person?.roles.includes(role))
  if (!person || !roles.some((role) => takers.includes(role))) return null
  return { ...given, roles, areas: commonAreas(asked.areas, person.areas), organisation: person.worksFor, credential: 'session' }
}
