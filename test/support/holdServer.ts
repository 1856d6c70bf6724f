/** A program of its own for the tests of crashes: serves the data folder named on its command line until it is killed, and says where. */
import { everyDomain } from '../../src/domains.ts'
import { makeDevice } from '../../src/kernel/forms/devices.ts'
import { addPerson, isRefused, openHouse } from '../../src/kernel/index.ts'
import { serve } from '../../src/serve.ts'
import { layFieldWork } from './fieldWork.ts'

const [dataFolder, known] = process.argv.slice(2)
const house = await openHouse({ dataFolder: dataFolder!, country: 'mozambique', domains: everyDomain, durability: 'full', requestsPerMinute: 1_000_000 })
if (isRefused(house)) throw new Error(JSON.stringify(house.refused))

/** One phone by the address that collection programs use, three of ours by their keys. */
async function makePhones(): Promise<{ path: string; keys: string[] }> {
  if (isRefused(house)) throw new Error('no house')
  const { project } = await layFieldWork({ house })
  const person = await addPerson(house.doors, { name: 'Bento', email: 'bento@capulana.test', roles: ['dataOfficer'], areas: ['*'] })
  if (isRefused(person)) throw new Error(JSON.stringify(person.refused))
  const actor = { userId: person.id, name: 'Bento', roles: person.roles, areas: person.areas, credential: 'session' as const }
  const make = async () => {
    const made = await makeDevice(house, actor, 'http://localhost', { project, label: 'Telefone', person: null, areas: ['MZ01'], days: 5 })
    if (isRefused(made)) throw new Error(JSON.stringify(made.refused))
    return made
  }
  const path = new URL((await make()).addresses.collect).pathname
  return { path, keys: [await make(), await make(), await make()].map(({ key }) => key) }
}

const phones = known ? { path: known, keys: [] } : await makePhones()
const server = await serve(house)
const address = (await server.listen({ port: 0, host: '127.0.0.1' })).replace('localhost', '127.0.0.1')
process.stdout.write(`${JSON.stringify({ address, ...phones })}\n`)
