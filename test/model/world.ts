/** One small world: a form, its phones, the office, and the book of what people really filled in, against which everything is held. */
import type { Entry } from '../../src/faces/field/outbox/entry.ts'
import type { RescueFile } from '../../src/faces/field/outbox/rescue.ts'
import type { Actor, House } from '../../src/kernel/index.ts'
import { type FieldWork, layFieldWork, layKey, layPhone } from '../support/fieldWork.ts'
import type { TestHouse } from '../support/testHouse.ts'
import type { Carry } from './line.ts'
import type { Office } from './office.ts'
import type { OfficeBackup } from './officeBackup.ts'
import { type Answering, type FormOfPhone, meet, newPhone, outboxOf, type Phone } from './phone.ts'

/** What one person finished once. An id may stand for two facts, where a phone that was put back was filled in again. */
export type Fact = Omit<Answering, 'photos'> & {
  instanceId: string
  hash: string
  files: Entry['files']
  /** Numbers of the phones on which it was finished, or to which it was copied, and from which nothing has lawfully taken it. */
  homes: Set<number>
  version: string
}

export type World = {
  house: House
  work: FieldWork
  office: Office
  phones: Phone[]
  versions: { id: string; name: string }[]
  facts: Map<string, Fact>
  /** Hashes of every photo taken. */
  photos: Set<string>
  backup: OfficeBackup | null
  /** Written, not yet brought; `keys` are the facts in it. */
  rescued: { phone: number; file: RescueFile; keys: string[] }[]
  /** Who decides in the office about what was kept aside. */
  reviewer: Actor
  /** Counted apart from the versions, so that a restored office never gives a name again. */
  published: number
  planted: Planted
}

/** Faults that the test itself plants, to show that it would find them. */
export type Planted = { server?: (carry: Carry, house: House) => Carry; afterMeeting?: (phone: Phone, status: number | undefined) => Promise<void> }

const phonesOfWorld = 3
let worlds = 0

export async function newWorld(test: TestHouse, office: Office, isRestricted: boolean, planted: Planted = {}): Promise<World> {
  const code = `capture_${++worlds}`
  const work = await layFieldWork(test, { code, restricted: isRestricted })
  const layNew = async (number: number) => {
    const actor = await layPhone(test, work, null)
    return newPhone(number, actor, await layKey(test, actor))
  }
  const phones = await Promise.all(Array.from({ length: phonesOfWorld }, (_, number) => layNew(number)))
  return {
    house: test.house,
    work,
    office,
    phones,
    versions: [{ id: work.formVersion, name: work.version }],
    facts: new Map(),
    photos: new Set(),
    backup: null,
    rescued: [],
    reviewer: test.actor('bento'),
    published: Number(work.version),
    planted,
  }
}

export const keyOf = ({ instanceId, hash }: { instanceId: string; hash: string }) => `${instanceId} ${hash}`

export const formFor = ({ work, versions, house }: World, isRestricted: boolean): FormOfPhone => ({
  id: versions.at(-1)!.id,
  code: work.code,
  version: versions.at(-1)!.name,
  isRestricted,
  sealingKey: house.keyring.sealingKey,
})

export async function finished(phone: Phone): Promise<Entry[]> {
  return (await outboxOf(phone).all()).filter(({ phase }) => phase !== 'draft')
}

const hours = 3_600_000

/** Everything healthy: right clocks, good lines, and a day in which the phones try again by themselves. */
export async function healthyDay({ phones, office, house }: World): Promise<void> {
  for (let hour = 0; hour <= 24; hour += 8)
    for (const phone of phones) {
      phone.fuse.left = null
      phone.shiftMs = hour * hours
      const entries = await finished(phone)
      const isWaiting = entries.some(({ phase }) => phase !== 'received')
      if (hour === 0 || isWaiting) await meet(phone, office.networkOf(phone.key), house.keyring.receiptKey.jwk, false)
    }
}
