/** A distribution made ready by the doors of the office: goods on a shelf, a list that is frozen, tablets with custody; and a tablet that writes, signs and sends as a phone does. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { Item } from '../../src/domains/relief/things/item.ts'
import { type FieldFact, factText } from '../../src/engines/handover/index.ts'
import { makeDevice } from '../../src/kernel/forms/devices.ts'
import { Project } from '../../src/kernel/forms/form.ts'
import { act, asOwner, insertRow, isRefused, LedgerAccount, post, theSystem } from '../../src/kernel/index.ts'
import type { Name, TestHouse } from './testHouse.ts'

const things = { BLANKET: { pt: 'Manta', en: 'Blanket' }, TARPAULIN: { pt: 'Lona', en: 'Tarpaulin' } }
export const shelf = 'PEMBA/A1'

/** 5,000 of each in lot L1, on one shelf of Cabo Delgado. */
export async function layGoods({ house }: Pick<TestHouse, 'house'>): Promise<void> {
  const db = asOwner(house.doors)
  const scope = 'MZ01'
  for (const [code, name] of Object.entries(things))
    await insertRow(db, Item, { scope, code, name, baseUnit: 'C62', packs: [], expires: false, treated: false })
  const account = (code: string, kind: 'bin' | 'supplier') => insertRow(db, LedgerAccount, { scope, owner: 'relief', code, kind, name: { pt: code, en: code } })
  const [bin, supplier] = [await account(shelf, 'bin'), await account('supplier', 'supplier')]
  const moves = Object.keys(things).map((item) => ({ item, lot: 'L1', from: supplier.id, to: bin.id, quantity: 5000 }))
  const posted = await act(house.doors, theSystem, (within) =>
    post(within, { owner: 'relief', kind: 'opening', series: 'PEMBA', scope, at: '2026-11-01T08:00:00Z', moves }, { as: 'plan' }),
  )
  if (isRefused(posted)) throw new Error(JSON.stringify(posted.refused))
}

export const plan = {
  name: 'Abrigos de Mieze',
  place: 'MZ0109',
  point: 'Escola de Mieze',
  day: '2026-11-27',
  modality: 'in_kind',
  packages: [
    { from: 1, to: 4, lines: [{ item: 'BLANKET', quantity: 2 }] },
    {
      from: 5,
      lines: [
        { item: 'BLANKET', quantity: 4 },
        { item: 'TARPAULIN', quantity: 1 },
      ],
    },
  ],
  standard: { since: '2019-03-14', source: 'Cluster de abrigo', anyOf: [{ item: 'BLANKET', quantity: 2 }] },
  messages: 'A ajuda é gratuita.',
}
export const consultation = { heldOn: '2026-11-20', women: 14, men: 9, girls: 4, boys: 3, leaders: 2, agreed: 'Mulheres grávidas primeiro' }
const safety = ['water', 'shade', 'separateQueue', 'complaintDesk', 'exits', 'noPhotographs', 'pseaNotice']

export const numberOf = (n: number) => `MZ01-${String(n).padStart(6, '0')}-${n % 10}`
/** Sizes go from 1 to 8. */
export const householdsUpTo = (count: number) => Array.from({ length: count }, (_, n) => ({ household: numberOf(n + 1), people: (n % 8) + 1 }))

/** Asks as the leader and gives the body back; a refusal is a fault of the test. */
export async function lead<Body = never>({ ask }: TestHouse, url: string, payload: object = {}, method: 'POST' | 'GET' = 'POST'): Promise<Body> {
  const answer = await ask('noemia', { method, url, ...(method === 'POST' ? { payload } : {}) })
  if (answer.status !== 200) throw new Error(`${url}: ${answer.text}`)
  return answer.body as Body
}

const path = '/api/relief/distributions'
export const step = (test: TestHouse, id: string, name: string) => lead(test, `/api/relief/distribution/${id}/steps/${name}`)

export async function planned(test: TestHouse, given: Partial<typeof plan> & { blanket?: boolean } = {}): Promise<{ id: string; code: string }> {
  const made = await lead<{ id: string; code: string }>(test, path, { ...plan, ...given })
  await lead(test, `${path}/${made.id}/consultation`, consultation)
  await step(test, made.id, 'inform')
  return made
}

export async function frozen(test: TestHouse, count: number, given: Partial<typeof plan> = {}): Promise<{ id: string; code: string }> {
  const made = await planned(test, given)
  await lead(test, `${path}/${made.id}/list`, { households: householdsUpTo(count) })
  await step(test, made.id, 'list')
  await lead(test, `${path}/${made.id}/verify`)
  await step(test, made.id, 'verify')
  await step(test, made.id, 'freeze')
  return made
}

export async function opened(test: TestHouse, id: string): Promise<void> {
  await lead(test, `${path}/${id}/safety`, { points: safety })
  await step(test, id, 'open')
}

export const giveGoods = (test: TestHouse, id: string, device: string, quantity: number) =>
  lead(test, `${path}/${id}/custody`, { device, from: shelf, lines: Object.keys(things).map((item) => ({ item, lot: 'L1', quantity })) })

let projects = 80
export async function layProject({ house }: TestHouse): Promise<number> {
  const number = ++projects
  await insertRow(asOwner(house.doors), Project, { scope: 'MZ', number, name: `Distribuição ${number}`, training: false })
  return number
}

export async function joinedPhone(
  test: TestHouse,
  project: number,
  label: string,
  at = 'http://localhost',
  person: Name = 'ana',
): Promise<{ id: string; link: string; secret: string }> {
  const made = await makeDevice(test.house, test.actor('bento'), at, { project, label, person: test.people[person].id, areas: ['MZ01'], days: 400 })
  if (isRefused(made)) throw new Error(JSON.stringify(made.refused))
  const { k } = JSON.parse(Buffer.from(made.addresses.field.split('#')[1]!, 'base64url').toString()) as { k: string }
  return { id: made.id, link: made.addresses.field, secret: k }
}

type Given = Pick<FieldFact, 'household'> & Partial<FieldFact>
export type Tablet = ReturnType<typeof takeTablet>

/** Writes facts in its own order and sends them when it is told to. */
export function takeTablet({ server }: TestHouse, { id: device, secret }: { id: string; secret: string }, distribution: { id: string; code: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const facts: { fact: FieldFact; slip: string }[] = []
  const headers = { authorization: `Bearer ${secret}` }
  const signed = (fact: FieldFact) => ({
    fact,
    slip: sign('sha256', Buffer.from(factText(fact)), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  })
  return {
    device,
    facts,
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    write(given: Given): FieldFact {
      const quantity = given.quantity ?? 2
      const fact: FieldFact = {
        ...{ kind: 'handed', distribution: distribution.code, line: 1, device, sequence: facts.length + 1, item: 'BLANKET', quantity },
        ...{
          lots: quantity > 0 ? [{ lot: 'L1', quantity }] : [],
          reverses: null,
          receivedBy: 'head',
          acknowledgement: 'signature',
          collector: null,
          reason: null,
        },
        ...{ at: new Date().toISOString(), ...given },
      }
      facts.push(signed(fact))
      return fact
    },
    signed,
    async get<Body>(url: string): Promise<{ status: number; body: Body }> {
      const answer = await server.inject({ method: 'GET', url, headers })
      return { status: answer.statusCode, body: answer.json() as Body }
    },
    async send(some: readonly { fact: FieldFact; slip: string }[] = facts) {
      const answer = await server.inject({
        method: 'POST',
        url: `/sync/distributions/${distribution.id}/facts`,
        headers,
        payload: { publicKey: this.publicKey, facts: some },
      })
      return {
        status: answer.statusCode,
        body: answer.json() as { answers: { key: string; receipt?: { text: string; keyId: string; signature: string }; refusals?: { code: string }[] }[] },
      }
    },
  }
}
