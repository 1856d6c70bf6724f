/** The demonstration mission: brought in at the first start through the same import, review and publication as any round, and removed in one step. */

import { hasDemonstration, loadDemonstration, removeDemonstration } from '../domains/displacement/index.ts'
import { type House, isRefused } from '../kernel/index.ts'
import { seedCountry } from '../registry/registry.ts'
import { type Command, inHouse } from './command.ts'

/** Only into a mission that holds nothing yet. */
export async function startDemonstration(house: House, say: (line: string) => void): Promise<void> {
  if (await hasDemonstration(house)) return
  const loaded = await loadDemonstration(house, say)
  if (isRefused(loaded)) for (const refusal of loaded.refused) say(house.catalogue.sentence(refusal, 'pt'))
}

export const demoCommand: Command = {
  name: 'demo',
  usage: 'capulana demo [load | remove]',
  about: 'Loads the demonstration mission, or removes every trace of it.',
  run: (given) =>
    inHouse(given, async (house) => {
      if (given.words[0] === 'remove') return removeDemonstration(house)
      await seedCountry(house)
      return loadDemonstration(house, () => {})
    }),
}
