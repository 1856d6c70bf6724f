/** A house of its own for a measurement: the database that comes with the program in a new folder, fsync on, every migration and the country's register. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyDomain } from '../../src/domains.ts'
import { type Actor, addPerson, type House, isRefused, openHouse, type Role } from '../../src/kernel/index.ts'
import { seedCountry } from '../../src/registry/registry.ts'

export type FreshHouse = { house: House; person(name: string, roles: Role[], area?: string): Promise<Actor>; close(): Promise<void> }

/** A measurement that was refused measures nothing. */
export function unrefused<T>(answer: T): Exclude<T, { refused: unknown }> {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused).slice(0, 2000))
  return answer as Exclude<T, { refused: unknown }>
}

export async function openFreshHouse(): Promise<FreshHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'capulana-bench-'))
  const house = unrefused(
    await openHouse({ dataFolder: join(folder, 'data'), country: 'mozambique', domains: everyDomain, durability: 'full', requestsPerMinute: 1_000_000 }),
  )
  await seedCountry(house)
  return {
    house,
    async person(name, roles, area = '*') {
      const made = unrefused(await addPerson(house.doors, { name, email: `${name}@capulana.test`, roles, areas: [area] }))
      return { userId: made.id, name, roles: made.roles, areas: made.areas, credential: 'session' }
    },
    async close() {
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
