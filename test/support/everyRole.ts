/**
 * One person for each role, all of them for Cabo Delgado only, and the public: who stands in the columns of the access tables. Each with a session of
 * its own and the settings that the database sees.
 */
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import { type Actor, addPerson, asOwner, isRefused, openSession, type Role, thePublic, theSystem } from '../../src/kernel/index.ts'
import { enrol } from './secondFactor.ts'
import type { TestHouse } from './testHouse.ts'

export const heldByPeople = [
  'admin',
  'dataOfficer',
  'reportOfficer',
  'governmentReviewer',
  'coordinator',
  'enumerator',
  'chief',
  'monitoring',
  'registrar',
  'duplicateReviewer',
  'clusterCoordinator',
  'partner',
  'communications',
  'warehouse',
  'pipeline',
  'solutions',
] as const satisfies readonly Role[]
export type Column = (typeof heldByPeople)[number] | 'public' | 'system'
/** The order of the letters in the tables: roles that came later stand last there too. */
const cameLater = ['communications', 'warehouse', 'pipeline', 'solutions'] as const
export const columns: readonly Column[] = [...heldByPeople.filter((role) => !cameLater.some((later) => later === role)), 'public', 'system', ...cameLater]

/** The area of everybody here, and a place inside it and outside. */
export const area = 'MZ01'
export const inside = 'MZ010902'
export const outside = 'MZ070101'

/** For which the partner here works; the others work for none. */
export const ownOrganisation = '0a000000-0000-4000-8000-00000000000a'

export type EveryRole = {
  actor(column: Column): Actor
  /** New sessions for all: after a test that signed somebody out. */
  renew(): Promise<void>
  ask(column: Exclude<Column, 'system'>, request: InjectOptions): Promise<LightMyRequestResponse>
}

export async function openEveryRole(test: TestHouse): Promise<EveryRole> {
  const { house, server } = test
  const actors = new Map<Column, Actor>([
    ['public', thePublic],
    ['system', theSystem],
  ])
  const sessions = new Map<Column, string>()
  await asOwner(house.doors).run(sql`
    insert into organisations.organisation (id, scope, name, kind) values (${ownOrganisation}, 'MZ', 'Own organisation', 'national_ngo')`)
  for (const role of heldByPeople) {
    const organisation = role === 'partner' ? ownOrganisation : null
    const person = await addPerson(house.doors, { name: role, email: `${role}@roles.test`, roles: [role], areas: [area], worksFor: organisation })
    if (isRefused(person)) throw new Error(JSON.stringify(person.refused))
    actors.set(role, { userId: person.id, name: role, roles: [role], areas: [area], organisation, credential: 'session' })
  }
  // A second administrator ends the grace of the first.
  const guarded = (['admin', 'registrar', 'duplicateReviewer', 'clusterCoordinator', 'solutions'] as const).map((role) => actors.get(role)!.userId!)
  for (const id of [...guarded, test.people.filipa.id]) await enrol(house, id)
  const renew = async () => {
    for (const role of heldByPeople) sessions.set(role, await openSession(house.doors, actors.get(role)!.userId!))
  }
  await renew()
  return {
    renew,
    actor: (column) => actors.get(column)!,
    ask: (column, request) => {
      const session = sessions.get(column)
      return server.inject({ ...request, cookies: session ? { capulana_session: session } : {} })
    },
  }
}
