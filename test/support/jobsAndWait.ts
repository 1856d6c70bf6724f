/** A program of its own for the test of a killed job: opens the data folder that is named first, works its queue, and stays until it is killed. */
import { everyDomain } from '../../src/domains.ts'
import { isRefused, openHouse, startJobs } from '../../src/kernel/index.ts'

const [, , dataFolder, databaseUrl] = process.argv
const house = await openHouse({ dataFolder: dataFolder!, country: 'mozambique', domains: everyDomain, databaseUrl, appPassword: 'only for tests' })
if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
await startJobs(house)
