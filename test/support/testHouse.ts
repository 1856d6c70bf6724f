/**
 * A real house for a test file: its own database on the run's PostgreSQL, its own folder, the real routes over HTTP. And the same people everywhere, each
 * with fixed powers: ana (enumerator), bento and carla (data officers), dercio (government reviewer), elsa (report officer), celia (chief), david (partner),
 * filipa (administrator), gilda (registration officer everywhere), helio (registration officer of Cabo Delgado), ines, jaime and katia (duplicate reviewers), moises (monitoring and evaluation), noemia (cluster coordinator),
 * olga (communications officer), paulo (warehouse keeper of Cabo Delgado), rita (pipeline manager), tomas, ursula and vasco (durable solutions of Cabo Delgado).
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { everyDomain } from '../../src/domains.ts'
import { copiedDatabase, freshDatabase, type TestDatabase } from '../../src/kernel/db/testDatabase.ts'
import {
  type Actor,
  addPerson,
  asOwner,
  type House,
  type HouseOptions,
  isRefused,
  openHouse,
  openSession,
  type Person,
  type Role,
} from '../../src/kernel/index.ts'
import { seedCountry } from '../../src/registry/registry.ts'
import { serve } from '../../src/serve.ts'

const cast = {
  ana: ['enumerator', 'MZ01'],
  bento: ['dataOfficer', '*'],
  carla: ['dataOfficer', '*'],
  dercio: ['governmentReviewer', '*'],
  elsa: ['reportOfficer', '*'],
  celia: ['chief', '*'],
  david: ['partner', '*'],
  filipa: ['admin', '*'],
  gilda: ['registrar', '*'],
  helio: ['registrar', 'MZ01'],
  ines: ['duplicateReviewer', '*'],
  jaime: ['duplicateReviewer', '*'],
  katia: ['duplicateReviewer', '*'],
  moises: ['monitoring', '*'],
  noemia: ['clusterCoordinator', '*'],
  olga: ['communications', '*'],
  paulo: ['warehouse', 'MZ01'],
  rita: ['pipeline', '*'],
  tomas: ['solutions', 'MZ01'],
  ursula: ['solutions', 'MZ01'],
  vasco: ['solutions', 'MZ01'],
} as const satisfies Record<string, readonly [Role, string]>
export type Name = keyof typeof cast

export type TestHouse = {
  house: House
  server: FastifyInstance
  people: Record<Name, Person>
  actor(name: Name): Actor
  /** A request over the real routes, as one of the cast or as the public. */
  ask(who: Name | 'public', request: InjectOptions): Promise<{ status: number; body: never; text: string; bytes: Buffer; headers: Record<string, unknown> }>
  close(): Promise<void>
}

const houseAt = async (folder: string, databaseUrl: string, options: Partial<HouseOptions> = {}): Promise<House> => {
  const house = await openHouse({
    ...{ dataFolder: join(folder, 'data'), country: 'mozambique', domains: everyDomain, databaseUrl, appPassword: 'only for tests' },
    ...{ requestsPerMinute: 1_000_000, durability: 'test', ...options },
  })
  if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
  return house
}

/** Migrations and places of Mozambique, once for a whole run. */
const filledOnce = (): Promise<TestDatabase> =>
  copiedDatabase('mozambique', async (url) => {
    const folder = await mkdtemp(join(tmpdir(), 'capulana-filling-'))
    const house = await houseAt(folder, url)
    await seedCountry(house)
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })

export async function openTestHouse(options: Partial<HouseOptions> = {}): Promise<TestHouse> {
  const database = await (options.country ? freshDatabase() : filledOnce())
  const folder = await mkdtemp(join(tmpdir(), 'capulana-house-'))
  const house = await houseAt(folder, database.url, options)
  if (options.country) await seedCountry(house)
  const people = {} as Record<Name, Person>
  const sessions = {} as Record<Name, string>
  for (const [name, [role, area]] of Object.entries(cast) as [Name, readonly [Role, string]][]) {
    const person = await addPerson(house.doors, { name, email: `${name}@capulana.test`, roles: [role], areas: [area] })
    if (isRefused(person)) throw new Error(JSON.stringify(person.refused))
    people[name] = person
    sessions[name] = await openSession(house.doors, person.id)
  }
  // Roles that open names need a second factor; here each has the same one, set without its ceremony.
  await asOwner(house.doors).run(sql`
    update kernel.person set totp_secret = ${house.keyring.close('JBSWY3DPEHPK3PXP')} where roles && array['registrar', 'duplicateReviewer', 'clusterCoordinator']`)
  const server = await serve(house)
  await server.ready()
  return {
    house,
    server,
    people,
    actor: (name) => ({ userId: people[name].id, name, roles: people[name].roles, areas: people[name].areas, credential: 'session' }),
    async ask(who, request) {
      const answered = await server.inject({ ...request, cookies: who === 'public' ? {} : { capulana_session: sessions[who] } })
      const isJson = String(answered.headers['content-type']).includes('json')
      return {
        status: answered.statusCode,
        body: (isJson ? answered.json() : null) as never,
        text: answered.body,
        bytes: answered.rawPayload,
        headers: answered.headers as Record<string, unknown>,
      }
    },
    async close() {
      await server.close()
      await house.close()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
