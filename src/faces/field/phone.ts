/**
 * The unlocked phone: what the screens show, and the deeds they offer. One object for the whole app; screens read its picture and are told when it changed.
 * No polling: the office is met on opening, after a form is finished, when the network returns, and by the button.
 */
import { carriedRound } from './construction/rescueRound.ts'
import { roundHere, roundShelf } from './construction/roundHere.ts'
import { daysHere, handovers } from './distribution/daysHere.ts'
import { carriedDays } from './distribution/rescueDays.ts'
import { type Counts, countsOf } from './outbox/counts.ts'
import { type Entry, inOrder, sendNow } from './outbox/entry.ts'
import type { Trouble } from './outbox/network.ts'
import { rescueBytes, rescueFile, rescueName } from './outbox/rescue.ts'
import { type LockedStore, lockedStore } from './store/locked.ts'
import { type PhoneOutbox, phoneOutbox } from './store/outboxStore.ts'
import type { Keys } from './store/pin.ts'
import { askToKeep, type Space, spaceOf } from './store/space.ts'
import type { Enrolment } from './sync/enrolment.ts'
import { type FieldForm, type Missing, missingOf, readForms } from './sync/formsOfOffice.ts'
import { type FieldList, readList } from './sync/lists.ts'
import { listsOf, meetOffice, prepare } from './sync/meetOffice.ts'
import { officeNetwork } from './sync/officeNetwork.ts'
import { isBrowsed } from './sync/peopleLists.ts'
import { newProfile, type Profile, readProfile, writeProfile } from './sync/profile.ts'

export type Picture = {
  profile: Profile
  entries: Entry[]
  counts: Counts
  forms: FieldForm[]
  missing: Missing[]
  /** Of places; those of people are read only when they are needed. */
  lists: FieldList[]
  /** Distributions that this tablet takes part in. */
  days: number
  /** Houses under works that were lent to this phone. */
  building: number
  space: Space
  isMeeting: boolean
  trouble: Trouble | null
}

export type Phone = {
  picture: () => Picture
  subscribe: (heard: () => void) => () => void
  outbox: PhoneOutbox
  cache: LockedStore
  /** What was written at a distribution or a building site; it lies with the outbox and is kept as strictly. */
  work: LockedStore
  meet: () => Promise<void>
  sendNow: (entry: Entry) => Promise<void>
  prepare: (done: (name: string) => void) => Promise<Trouble | null>
  refresh: () => Promise<void>
  rescue: () => Promise<{ name: string; bytes: Uint8Array<ArrayBuffer>; saved: Saved } | null>
  discard: (entry: Entry) => Promise<void>
}

/** How much a rescue file holds. */
export type Saved = { forms: number; handovers: number; visits: number }

/** A handover without its receipt is on this phone like any form. */
const withFacts = (counts: Counts, facts: number): Counts => ({ ...counts, here: counts.here + facts, going: counts.going + facts })

/** Told to the office with each form: which app, not which person. */
const client = 'capulana-field/1'

/** Null when the phone holds keys but belongs to no office: it must be scanned in. */
export async function openPhone(keys: Keys, enrolment: Enrolment | null): Promise<Phone | null> {
  const cache = lockedStore('cache', keys.cache)
  const work = lockedStore('outbox', keys.outbox)
  const outbox = phoneOutbox(work)
  const known = enrolment ? null : await readProfile(cache)
  const profile = known ?? (enrolment && newProfile(enrolment))
  if (!profile) return null
  if (!known) await writeProfile(cache, profile)

  const listeners = new Set<() => void>()
  const seen = async (now: Pick<Picture, 'profile' | 'isMeeting' | 'trouble'>): Promise<Picture> => {
    const [entries, forgotten, forms, space, facts, days, rounds, round] = await Promise.all([
      ...([outbox.all(), outbox.forgotten(), readForms(cache), spaceOf(navigator.storage), handovers.waiting(work), daysHere(cache)] as const),
      ...([roundShelf.waiting(work), roundHere(cache)] as const),
    ])
    const lists = (
      await Promise.all(
        listsOf(forms)
          .filter(isBrowsed)
          .map((code) => readList(cache, code)),
      )
    ).filter((list) => list !== null)
    return {
      ...now,
      entries: entries.sort(inOrder),
      counts: withFacts(countsOf(entries, forgotten), facts + rounds),
      days: days.length,
      building: round?.houses.length ?? 0,
      forms,
      missing: await missingOf(forms, cache),
      lists,
      space,
    }
  }
  let picture = await seen({ profile, isMeeting: false, trouble: null })
  const show = (next: Picture) => {
    picture = next
    for (const heard of listeners) heard()
  }
  const refresh = async () => show(await seen(picture))

  let again = false
  async function meet(): Promise<void> {
    if (picture.isMeeting) {
      again = true
      return
    }
    show({ ...picture, isMeeting: true })
    try {
      const met = await meetOffice({
        outbox,
        cache,
        work,
        network: officeNetwork(picture.profile),
        profile: picture.profile,
        client,
        persistentStorage: picture.space.isPersistent,
        changed: () => void refresh(),
      })
      show(await seen({ profile: met.profile, trouble: met.trouble, isMeeting: false }))
    } catch (error) {
      show({ ...picture, isMeeting: false })
      throw error
    }
    if (again) {
      again = false
      await meet()
    }
  }

  return {
    picture: () => picture,
    subscribe: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
    outbox,
    cache,
    work,
    meet,
    refresh,
    async sendNow(entry) {
      await outbox.put(sendNow(entry))
      await meet()
    },
    async prepare(done) {
      await askToKeep(navigator.storage)
      const trouble = await prepare(picture.profile, cache, done)
      const next = trouble ? picture.profile : { ...picture.profile, isPrepared: true }
      await writeProfile(cache, next)
      show(await seen({ ...picture, profile: next, trouble }))
      return trouble
    },
    async rescue() {
      const { sealingKey, deviceName, deviceId, project } = picture.profile
      if (!sealingKey) return null
      const days = await carriedDays(work, sealingKey)
      const sites = await carriedRound(work, { device: deviceId ?? '', sealingKey })
      const carried = [...days.carried, ...sites.carried]
      const file = await rescueFile({ store: outbox, sealingKey, device: deviceName, project, client, now: Date.now, carried })
      const saved = { forms: file.envelopes.length, handovers: days.facts, visits: sites.facts }
      return { name: rescueName(deviceName, file.madeAt), bytes: rescueBytes(file), saved }
    },
    async discard(entry) {
      if (entry.phase !== 'draft') return
      await outbox.forget(entry)
      await refresh()
    },
  }
}
