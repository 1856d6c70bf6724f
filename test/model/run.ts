/** Carries a schedule out, step by step, and asks the oracle after each. */
import { createHash, randomUUID } from 'node:crypto'
import type { Entry } from '../../src/faces/field/outbox/entry.ts'
import { rescueFile } from '../../src/faces/field/outbox/rescue.ts'
import { publishVersion } from '../support/fieldWork.ts'
import type { TestHouse } from '../support/testHouse.ts'
import { asLongAsItIsOn, type LineFault } from './line.ts'
import { emptyMemory, PowerCut } from './memory.ts'
import type { Death } from './mortal.ts'
import type { Office } from './office.ts'
import { backUpOffice, restoreOffice } from './officeBackup.ts'
import { everythingArrived, lawfullyGone, nothingLeftAPhone } from './oracle.ts'
import { type Answering, backUp, begin, client, clockOf, complete, meet, outboxOf, type Phone, putBack } from './phone.ts'
import type { Schedule, Step } from './steps.ts'
import { finished, formFor, healthyDay, keyOf, newWorld, type Planted, type World } from './world.ts'

type Taken = Pick<Extract<Step, { does: 'fill' }>, 'people' | 'households' | 'photos'>

/** Larger than one piece of the sending, so that a photo can be cut in the middle. */
const largePhoto = 70 * 1024

function answering(world: World, { people, households, photos }: Taken, replaces?: string): Answering {
  const taken = photos.map((size) => {
    const bytes = new Uint8Array(size === 'large' ? largePhoto : 40)
    bytes.set(new TextEncoder().encode(randomUUID()))
    world.photos.add(createHash('sha256').update(bytes).digest('hex'))
    return bytes
  })
  return { people, households, photos: taken, replaces }
}

const draftsOf = async (phone: Phone) => (await outboxOf(phone).all()).filter(({ phase }) => phase === 'draft')
const at = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(1, items.length)]

function enter(world: World, phone: Phone, entry: Entry, { people, households, replaces }: Omit<Answering, 'photos'>): void {
  const fact = { instanceId: entry.instanceId, hash: entry.payloadHash!, files: entry.files, version: entry.form.version, people, households, replaces }
  const known = world.facts.get(keyOf(fact))
  if (known) known.homes.add(phone.number)
  else world.facts.set(keyOf(fact), { ...fact, homes: new Set([phone.number]) })
}

async function finishOne(world: World, phone: Phone, draft: Entry | undefined, taken: Taken, replaces?: string): Promise<void> {
  if (!draft) return
  const given = answering(world, taken, replaces)
  enter(world, phone, await complete(phone, draft, given, formFor(world, draft.form.isRestricted)), given)
}

async function fill(world: World, phone: Phone, isRestricted: boolean, taken: Taken, replaces?: string): Promise<void> {
  const id = await begin(phone, formFor(world, isRestricted))
  await finishOne(world, phone, (await outboxOf(phone).entry(id))!, taken, replaces)
}

/** Another phone gets the same form, as from a copied backup; `other`: and its answers were changed there. */
async function copy(world: World, from: Phone, pick: number, other: boolean): Promise<void> {
  const to = world.phones[(from.number + 1) % world.phones.length]!
  const entry = at(await finished(from), pick)
  const fact = entry && world.facts.get(keyOf({ instanceId: entry.instanceId, hash: entry.payloadHash! }))
  if (!entry || !fact || (await outboxOf(to).entry(entry.instanceId))) return
  const photos = other ? [] : await Promise.all(entry.files.map(async ({ name }) => (await outboxOf(from).file(entry.instanceId, name))!))
  const draft: Entry = { ...entry, phase: 'draft', files: [], receipt: null, receiptAt: null }
  const given = { people: fact.people + (other ? 100 : 0), households: fact.households, photos, replaces: fact.replaces }
  enter(world, to, await complete(to, draft, given, formFor(world, draft.form.isRestricted)), given)
}

type Meeting = { fault?: LineFault | null; after?: number | null; death?: Death | null; byButton: boolean }

async function sync(world: World, phone: Phone, { fault = null, after = null, death = null, byButton }: Meeting): Promise<void> {
  phone.fuse.left = after
  const network = asLongAsItIsOn(world.office.networkOf(phone.key, { fault, death, planted: world.planted.server }), phone.fuse)
  try {
    const stopped = await meet(phone, network, world.house.keyring.receiptKey.jwk, byButton)
    await world.planted.afterMeeting?.(phone, stopped?.status)
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  } finally {
    phone.fuse.left = null
  }
}

async function loseAfterRescue(world: World, phone: Phone): Promise<void> {
  const { house, rescued } = world
  const store = outboxOf(phone)
  const { sealingKey } = house.keyring
  const file = await rescueFile({ store, sealingKey, device: phone.actor.device!, project: world.work.project, client, now: clockOf(phone) })
  const held = await finished(phone)
  const keyIn = (instanceId: string) => held.flatMap((entry) => (entry.instanceId === instanceId ? [keyOf({ instanceId, hash: entry.payloadHash! })] : []))
  rescued.push({ phone: phone.number, file, keys: file.envelopes.flatMap(({ instanceId }) => keyIn(instanceId)) })
  phone.memory = emptyMemory()
  phone.backup = null
}

async function carryOut(world: World, step: Step, isRestricted: boolean): Promise<void> {
  const phone = world.phones['phone' in step ? step.phone : 0]!
  switch (step.does) {
    case 'fill':
      return fill(world, phone, isRestricted, step)
    case 'begin':
      return void (await begin(phone, formFor(world, isRestricted)))
    case 'finish':
      return finishOne(world, phone, at(await draftsOf(phone), step.pick), step)
    case 'edit': {
      const base = at([...world.facts.values()], step.pick)
      return base && fill(world, phone, isRestricted, step, base.instanceId)
    }
    case 'copy':
      return copy(world, phone, step.pick, step.other)
    case 'sync':
    case 'sync on a bad line':
    case 'sync while the phone dies':
    case 'sync while the server dies':
      return sync(world, phone, step)
    case 'sync all at once':
      return void (await Promise.all(world.phones.map((each) => sync(world, each, { byButton: true }))))
    case 'back the phone up':
      return backUp(phone)
    case 'put the phone back':
      putBack(phone)
      return lawfullyGone(world, [phone])
    case 'lose the phone after a rescue file':
      await loseAfterRescue(world, phone)
      return lawfullyGone(world, [phone])
    case 'bring a rescue file': {
      const brought = world.rescued.shift()
      return brought && world.office.takeRescue(world.work.project, world.phones[brought.phone]!.actor, brought.file)
    }
    case 'back the office up':
      world.backup = await backUpOffice(world)
      return
    case 'put the office back':
      if (!world.backup) return
      await restoreOffice(world, world.backup)
      return lawfullyGone(world, [])
    case 'publish a version': {
      const name = String(++world.published)
      world.versions.push({ id: await publishVersion(world, world.work.form, world.work.code, name), name })
      return
    }
    case 'set the clock':
      phone.shiftMs = step.toMs
      return
    case 'revoke the phone':
      return world.office.revoke(phone.actor.device!)
  }
}

export async function runSchedule(test: TestHouse, office: Office, { isRestricted, steps }: Schedule, planted?: Planted): Promise<void> {
  const world = await newWorld(test, office, isRestricted, planted)
  for (const step of steps) {
    await carryOut(world, step, isRestricted)
    await nothingLeftAPhone(world)
  }
  while (world.rescued.length > 0) await carryOut(world, { does: 'bring a rescue file' }, isRestricted)
  await healthyDay(world)
  await nothingLeftAPhone(world)
  await everythingArrived(world)
}
