/**
 * A program of its own for the test of a killed import: opens the data folder that is named first, confirms the import that is named second, says how far
 * it is, and stands still in the middle so that it can be killed there.
 */
import { everyDomain } from '../../src/domains.ts'
import { carryOut, isRefused, openHouse, theSystem } from '../../src/kernel/index.ts'

const [, , dataFolder, id, databaseUrl, officer] = process.argv
const house = await openHouse({ dataFolder: dataFolder!, country: 'mozambique', domains: everyDomain, databaseUrl, appPassword: 'only for tests' })
if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
const actor = { ...theSystem, userId: officer!, name: 'bento', roles: ['dataOfficer' as const], credential: 'session' as const }
const done = await carryOut(house, actor, id!, (written, of) => process.stdout.write(`${written} of ${of}\n`))
process.stdout.write(`${JSON.stringify(done).slice(0, 200)}\n`)
await house.close()
