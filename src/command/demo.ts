/** The demonstration mission: brought in at the first start through the same import, review and publication as any round, and removed in one step. */
import { hasDemonstration, loadDemonstration, removeDemonstration } from '../domains/displacement/index.ts'
import { loadReliefStory } from '../domains/relief/index.ts'
import { loadSolutionsStory } from '../domains/solutions/index.ts'
import { type Actor, allPeople, type House, isRefused, type Refused, type Role } from '../kernel/index.ts'
import { seedCountry } from '../registry/registry.ts'
import { type Command, inHouse } from './command.ts'

/** Only into a mission that holds nothing yet. */
export async function startDemonstration(house: House, say: (line: string) => void): Promise<void> {
  if (await hasDemonstration(house)) return
  const loaded = await loadWhole(house, say)
  if (isRefused(loaded)) for (const refusal of loaded.refused) say(house.catalogue.sentence(refusal, 'pt'))
}

/** The rounds, and with their people the goods and the houses. */
async function loadWhole(house: House, say: (line: string) => void): Promise<{ rounds: number[] } | Refused> {
  const loaded = await loadDemonstration(house, say)
  if (isRefused(loaded)) return loaded
  const people = (await allPeople(house.doors)).filter(({ demonstration }) => demonstration)
  const holding = (role: Role): Actor => {
    const { id, name, roles, areas } = people.find(({ roles: held }) => held.includes(role))!
    return { userId: id, name, roles, areas, credential: 'session' }
  }
  await loadReliefStory(house, {
    ...{ keeper: holding('warehouse'), pipeline: holding('pipeline'), coordinator: holding('clusterCoordinator'), partner: holding('partner') },
  })
  await loadSolutionsStory(house)
  say('Demonstração: armazéns, pedidos, distribuição e casas · stores, requests, a distribution and houses')
  return loaded
}

export const demoCommand: Command = {
  name: 'demo',
  usage: 'capulana demo [load | remove]',
  about: 'Loads the demonstration mission, or removes every trace of it.',
  run: (given) =>
    inHouse(given, async (house) => {
      if (given.words[0] === 'remove') return removeDemonstration(house)
      await seedCountry(house)
      return loadWhole(house, () => {})
    }),
}
