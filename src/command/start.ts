/** Brings everything up: database, migrations, country, demonstration mission unless --empty, desk, portal, API; then prints the address and, while nobody
 *  has an account that works, a link that signs the administrator in once. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyDomain } from '../domains.ts'
import { noMatcher } from '../engines/biometrics/index.ts'
import { addPerson, allPeople, type House, isRefused, openHouse, seedPackForms, signInLink, startJobs } from '../kernel/index.ts'
import { seedCountry } from '../registry/registry.ts'
import { serve } from '../serve.ts'
import { type Command, dataFolderOf, packageFolder } from './command.ts'
import { startDemonstration } from './demo.ts'
import { buildFaces } from './faces.ts'
import { matcherFrom } from './fingerprints.ts'

const firstAddress = 'admin@capulana.local'

/**
 * No default account: the first person of a new mission has no passphrase and comes in by a link that works once. He sees everything and can take a first file
 * in; endorsing and publishing stay with other people, whom he adds.
 */
async function firstLink(house: House, address: string): Promise<string | null> {
  const people = await allPeople(house.doors)
  const admin = people.find(({ roles, disabledAt }) => roles.includes('admin') && !disabledAt)
  if (admin?.hasPassword) return null
  const person = admin ?? (await addPerson(house.doors, { name: 'Administração', email: firstAddress, roles: ['admin', 'chief', 'dataOfficer'], areas: ['*'] }))
  if (isRefused(person)) return null
  return `${address}/desk/enter#${await signInLink(house.doors, person.id, 24 * 60)}`
}

export const startCommand: Command = {
  name: 'start',
  usage: 'capulana start [--data DIR] [--port 8080] [--host 127.0.0.1] [--empty] [--country NAME] [--fingerprints MODULE]',
  about: 'Starts the database, the desk, the portal and the API, and prints their address.',
  async run(given) {
    const began = performance.now()
    const { port = '8080', host = '127.0.0.1', empty, country = process.env.CAPULANA_COUNTRY ?? 'mozambique' } = given.options
    const say = (line: string) => given.options.json || console.log(line)
    if (await buildFaces()) say('Mesa de trabalho construída · desk built')
    const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
    const matcher = given.options.fingerprints ? await matcherFrom(given.options.fingerprints) : noMatcher
    if (isRefused(matcher)) return matcher
    const house = await openHouse({
      dataFolder: dataFolderOf(given),
      country,
      databaseUrl: process.env.DATABASE_URL,
      domains: everyDomain,
      version,
      behindProxy: given.options['behind-proxy'] ?? false,
      matcher,
    })
    if (isRefused(house)) return house
    await seedCountry(house)
    const forms = await seedPackForms(house)
    if (isRefused(forms)) return forms
    if (!empty) await startDemonstration(house, say)
    const jobs = await startJobs(house)
    const server = await serve(house)
    await server.listen({ port: Number(port), host })
    const address = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`
    const link = await firstLink(house, address)
    const seconds = (performance.now() - began) / 1000
    if (given.options.json) console.log(JSON.stringify({ address, link, seconds: Number(seconds.toFixed(1)) }))
    say(`\nCapulana ${version} · ${seconds.toFixed(1)} s\n  Portal  ${address}\n  Mesa    ${address}/desk`)
    if (link) say(`  Entrar uma vez · sign in once:\n  ${link}`)
    const stop = async () => {
      await server.close()
      await jobs.stop()
      await house.close()
      process.exit(0)
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
    return undefined
  },
}
