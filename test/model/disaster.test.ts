/**
 * The same phones against a server that is a process of its own: killed with SIGKILL while they send, and at last put back to last night's backup in an empty
 * folder (fault matrix 1 and 14). What happens when is drawn from a seed, which is printed; how far a request had come is the machine's own chance.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { argumentsOf } from '../../src/command/arguments.ts'
import { backupCommand, restoreCommand } from '../../src/command/backups.ts'
import { everyDomain } from '../../src/domains.ts'
import { receiptHolds } from '../../src/engines/instance/index.ts'
import type { Entry } from '../../src/faces/field/outbox/entry.ts'
import { isTrouble } from '../../src/faces/field/outbox/network.ts'
import { officeNetwork } from '../../src/faces/field/sync/officeNetwork.ts'
import { temporaryDisk } from '../../src/kernel/db/testing/disk.ts'
import { asOwner, isRefused, openHouse, theSystem } from '../../src/kernel/index.ts'
import { begin, complete, meet, newPhone, outboxOf, type Phone } from './phone.ts'

const seed = Number(process.env.CAPULANA_SEED ?? (process.env.CI ? 20_000 : randomInt(2 ** 31)))

let folder: string
let child: ChildProcess
let address: string
let keys: string[]
let pinned: { x: string; y: string }
const phones: Phone[] = []
const people = new Map<string, number>()

const start = (data: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = fileURLToPath(new URL('../support/holdServer.ts', import.meta.url))
    child = spawn(process.execPath, ['--import', 'tsx', program, data, ...(keys ? ['known'] : [])], { stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout!.once('data', (line: Buffer) => {
      const told = JSON.parse(line.toString()) as { address: string; keys: string[] }
      address = told.address
      keys ??= told.keys
      resolve()
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })

async function kill(): Promise<void> {
  child.removeAllListeners('exit')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

beforeAll(async () => {
  folder = await mkdtemp(join(temporaryDisk(), 'capulana-disaster-'))
  await start(join(folder, 'first'))
  phones.push(...keys.map((key, number) => newPhone(number, theSystem, key)))
  const hello = await lineOf(phones[0]!).hello({
    ...{ protocol: 1, deviceTime: new Date().toISOString(), announcedSeq: 0, epoch: null, newestReceipt: null, persistentStorage: null, client: 'test' },
  })
  if (isTrouble(hello)) throw new Error(JSON.stringify(hello))
  pinned = hello.receiptKeys[0]!.jwk as never
})
afterAll(async () => {
  await kill()
  process.exitCode = 0
  // The database notices that its program is gone, and ends by itself.
  await pause(2000)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const lineOf = ({ key }: Phone) => officeNetwork({ address, secret: key })

async function fill(phone: Phone, { count, photo }: { count: number; photo: boolean }): Promise<void> {
  const form = { id: 'form', code: 'site_visit', version: '3', isRestricted: false, sealingKey: { id: '', jwk: {} as never } }
  const bytes = new Uint8Array(photo ? 90_000 : 0).map(() => randomInt(256))
  const id = await begin(phone, form)
  const draft = (await outboxOf(phone).entry(id))!
  await complete(phone, draft, { people: count, households: [count], photos: photo ? [bytes] : [] }, form)
  people.set(id, count)
}

const waiting = async (): Promise<Entry[]> =>
  (await Promise.all(phones.map((phone) => outboxOf(phone).all()))).flat().filter(({ phase }) => phase !== 'received')

const allMeet = () => Promise.all(phones.map((phone) => meet(phone, lineOf(phone), pinned, true)))

async function sendEverything(): Promise<void> {
  for (let tries = 0; tries < 10 && (await waiting()).length > 0; tries++) await allMeet()
  expect(await waiting()).toEqual([])
}

async function command(run: typeof backupCommand.run, ...given: string[]): Promise<unknown> {
  const parsed = argumentsOf(given)
  if ('problem' in parsed) throw new Error(parsed.problem)
  const answer = await run(parsed)
  if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer
}

const day = fc.record({
  fills: fc.array(fc.record({ phone: fc.nat(2), count: fc.integer({ min: 1, max: 50 }), photo: fc.boolean() }), { minLength: 6, maxLength: 12 }),
  killAfterMs: fc.integer({ min: 5, max: 400 }),
})

type Day = typeof day extends fc.Arbitrary<infer Value> ? Value : never

it(`counts each form once after SIGKILLs and after a backup was put back (seed ${seed})`, async () => {
  const [first, second, afterBackup] = fc.sample(day, { seed, numRuns: 3 }) as [Day, Day, Day]
  const fillAll = async ({ fills }: Day) => {
    for (const each of fills) await fill(phones[each.phone]!, each)
  }
  let deaths = 0
  for (const given of [first, second]) {
    await fillAll(given)
    const sending = allMeet()
    await pause(given.killAfterMs)
    await kill()
    await sending
    deaths += Number((await waiting()).length > 0)
    await start(join(folder, 'first'))
  }
  expect(deaths, 'at least once something was still on its way').toBeGreaterThan(0)
  await sendEverything()

  const file = join(folder, 'night.backup')
  await command(backupCommand.run, file, '--data', join(folder, 'first'))
  await fillAll(afterBackup)
  await sendEverything()
  const epochs = phones.map(({ memory }) => memory.epoch)
  await kill()
  await command(restoreCommand.run, file, '--data', join(folder, 'second'), '--keyring', join(folder, 'first', 'keyring.json'))
  await start(join(folder, 'second'))
  await allMeet()
  await sendEverything()
  for (const [at, { memory }] of phones.entries()) expect(memory.epoch, 'another life of the office').not.toBe(epochs[at])
  await theOfficeHasEverything(join(folder, 'second'))
}, 900_000)

async function theOfficeHasEverything(data: string): Promise<void> {
  const house = await openHouse({ dataFolder: data, country: 'mozambique', domains: everyDomain, besideRunning: true })
  if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
  try {
    const db = asOwner(house.doors)
    const rows = await db.rows<{ instanceId: string; people: number; missing: number }>(sql`
      select s.instance_id, (a.answers ->> 'people')::int as people,
        (select count(*)::int from forms.submission_file f where f.submission = s.id and f.sha256 is null) as missing
      from forms.submission s join forms.answers a on a.submission = s.id and a.repeat = '' order by s.instance_id`)
    expect(rows).toEqual([...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([instanceId, count]) => ({ instanceId, people: count, missing: 0 })))
    for (const { sha256, bytes } of (await Promise.all(phones.map((phone) => outboxOf(phone).all()))).flat().flatMap(({ files }) => files))
      expect(await house.files.size(sha256)).toBe(bytes)
    for (const { receipt } of (await Promise.all(phones.map((phone) => outboxOf(phone).all()))).flat()) {
      expect(await receiptHolds(receipt!, house.keyring.receiptKey.jwk)).toBe(true)
      expect(await db.one(sql`select from forms.receipt where text = ${receipt!.text}`), 'a receipt that the office knows').not.toBeNull()
    }
  } finally {
    await house.doors.close()
  }
}
