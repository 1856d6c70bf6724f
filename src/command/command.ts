/** What every command has in common: its house, its actor, and how it answers (one JSON object with --json, a sentence otherwise; refusals with exit 1). */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { everyDomain } from '../domains.ts'
import { type Actor, catalogueFor, grantable, type House, isRefused, openHouse, type Refused } from '../kernel/index.ts'
import type { Arguments } from './arguments.ts'

export type Command = {
  name: string
  usage: string
  about: string
  run(given: Arguments): Promise<unknown | Refused | undefined>
}

export const packageFolder = resolve(fileURLToPath(new URL('../..', import.meta.url)))
export const dataFolderOf = ({ options }: Arguments): string => resolve(options.data ?? process.env.CAPULANA_DATA ?? join(packageFolder, 'data'))

/** Whoever can run a command on the machine that holds the data can do everything; the audit says that it was done there. */
export const theOperator: Actor = { userId: null, name: 'operator', roles: grantable, areas: ['*'], credential: 'system' }

/** Opens the house, beside a running one where there is one, does the deed and closes it again. */
export async function inHouse<T>(given: Arguments, deed: (house: House) => Promise<T | Refused>): Promise<T | Refused> {
  const house = await openHouse({
    dataFolder: dataFolderOf(given),
    country: given.options.country ?? process.env.CAPULANA_COUNTRY ?? 'mozambique',
    databaseUrl: process.env.DATABASE_URL,
    domains: everyDomain,
    besideRunning: true,
  })
  if (isRefused(house)) return house
  try {
    return await deed(house)
  } finally {
    await house.close()
  }
}

const words = catalogueFor(everyDomain)

export function tell(answer: unknown, asJson: boolean): void {
  if (isRefused(answer)) {
    process.exitCode = 1
    if (asJson)
      console.log(
        JSON.stringify(
          answer.refused.length === 1 ? answer.refused[0] : { code: answer.refused[0]!.code, facts: answer.refused[0]!.facts, refusals: answer.refused },
        ),
      )
    else for (const refusal of answer.refused) console.error(`${words.sentence(refusal, 'pt')}\n${words.sentence(refusal, 'en')}`)
    return
  }
  if (answer === undefined) return
  console.log(asJson ? JSON.stringify(answer) : typeof answer === 'string' ? answer : JSON.stringify(answer, null, 2))
}
