/** `capulana unlock`: for whoever lost telephone and recovery codes, on the machine that holds the data and beside the running program. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { useSignInLink } from '../src/kernel/access/signIn.ts'
import { addPerson, asOwner, createToken, type House, isRefused, openHouse, openSession, type Person, personById } from '../src/kernel/index.ts'
import { answerOf } from './support/commandLine.ts'
import { enrol } from './support/secondFactor.ts'

let folder: string
let data: string
let house: House
let rita: Person
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capulana-unlock-'))
  data = join(folder, 'data')
  const opened = await openHouse({ dataFolder: data, country: 'mozambique', domains: everyDomain, durability: 'test' })
  if (isRefused(opened)) throw new Error(JSON.stringify(opened))
  house = opened
  const made = await addPerson(house.doors, { name: 'Rita', email: 'rita@capulana.test', roles: ['admin'], areas: ['*'] })
  if (isRefused(made)) throw new Error(JSON.stringify(made))
  rita = made
})
afterAll(async () => {
  await house?.close()
  await rm(folder, { recursive: true, force: true })
})

const unlock = (...given: string[]) => answerOf<{ link: string; code?: string }>(data, 'unlock', ...given, '--json')
const come = (link: string) => useSignInLink(house.doors, house.keyring, link.slice(link.indexOf('#') + 1), undefined)
const openDoorsOf = (id: string) =>
  asOwner(house.doors).one<{ sessions: number; tokens: number }>(sql`
    select (select count(*) from kernel.session where person = ${id}) as sessions,
      (select count(*) from kernel.token where person = ${id} and revoked_at is null) as tokens`)

it('takes the second factor away, ends sessions and tokens, and gives a link that signs in once', async () => {
  await enrol(house, rita.id)
  await openSession(house.doors, rita.id)
  const token = await createToken(house.doors, (await personById(house.doors, rita.id))!, { name: 'script', roles: ['admin'], areas: ['*'], days: 1 })
  expect(isRefused(token)).toBe(false)
  expect(await openDoorsOf(rita.id)).toEqual({ sessions: 1, tokens: 1 })

  const { link } = await unlock('rita@capulana.test', '--port', '9999')
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:9999\/desk\/enter#/)
  expect((await personById(house.doors, rita.id))!.hasSecondFactor).toBe(false)
  expect(await openDoorsOf(rita.id)).toEqual({ sessions: 0, tokens: 0 })
  expect(await come(link)).toMatchObject({ id: rita.id })
  expect(await come(link)).toMatchObject({ refused: [{ code: 'access.link-used' }] })
})

it('leaves a line in the audit that says whose, and that it was done at the machine', async () => {
  const lines = await asOwner(house.doors).rows<{ deed: string; recordId: string; who: string | null }>(
    sql`select deed, record_id, who from kernel.audit where deed = 'second-factor.remove'`,
  )
  expect(lines).toEqual([{ deed: 'second-factor.remove', recordId: rita.id, who: null }])
})

it('only makes the link for somebody who has no second factor', async () => {
  await openSession(house.doors, rita.id)
  const { link } = await unlock('rita@capulana.test')
  expect((await openDoorsOf(rita.id))!.sessions).toBe(1)
  expect(await come(link)).toMatchObject({ id: rita.id })
})

it('refuses an address that nobody has, a closed account, and no address', async () => {
  expect(await unlock('nobody@capulana.test')).toEqual({ code: 'command.no-such-person', facts: { email: 'nobody@capulana.test' } })
  await asOwner(house.doors).run(sql`update kernel.person set disabled_at = now() where id = ${rita.id}`)
  expect(await unlock('rita@capulana.test')).toMatchObject({ code: 'command.no-such-person' })
  expect(await unlock()).toMatchObject({ code: 'command.no-such-person' })
})
