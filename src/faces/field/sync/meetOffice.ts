/**
 * One meeting with the office, from the first word to the last list: greet, send what waits, obey orders, fetch what changed. Own work always goes first;
 * what may no longer be seen here is removed after it was sent.
 */
import { fetchRound, sendRound } from '../construction/meetRound.ts'
import { roundAt } from '../construction/roundHere.ts'
import { lentAt } from '../distribution/daysHere.ts'
import { fetchDays, sendFacts } from '../distribution/meetDays.ts'
import { forgetRegistered, personOnList, registeredHereAt } from '../hints/registeredHere.ts'
import { greet } from '../outbox/greet.ts'
import { isTrouble, type Network, type Order, type Trouble } from '../outbox/network.ts'
import { sendWaiting } from '../outbox/send.ts'
import type { LockedStore } from '../store/locked.ts'
import type { PhoneOutbox } from '../store/outboxStore.ts'
import { dropOldForms, type FieldForm, fetchFormList, fetchMissing, missingOf, readForms } from './formsOfOffice.ts'
import { type Line, postJson } from './line.ts'
import { pullList, purgeList, readList } from './lists.ts'
import { listsOfApp, peopleList } from './peopleLists.ts'
import { type Profile, writeProfile } from './profile.ts'

export type Meeting = {
  outbox: PhoneOutbox
  cache: LockedStore
  /** Beside the outbox: what was written at a distribution or a building site. */
  work: LockedStore
  network: Network
  profile: Profile
  client: string
  persistentStorage: boolean | null
  changed: () => void
}
export type Met = { profile: Profile; trouble: Trouble | null; received: number }

const lineOf = ({ address, secret }: Profile): Line => ({ address, secret })

/** What the office lent is given back; what was made here stays until it has its receipt. */
async function giveBack(cache: LockedStore): Promise<void> {
  for (const start of ['list:', 'form:', registeredHereAt, lentAt, roundAt])
    for (const name of await cache.names(start)) await cache.write({ key: name, remove: 'value' })
  await cache.write({ key: 'forms', value: [] })
}

const isEndOfAccess = ({ trouble, status, told }: Trouble) =>
  trouble === 'refused' && (status === 401 || status === 403) && told.some(({ code }) => /revoked|ended|sign-in-needed/.test(code))

async function purge(cache: LockedStore, code: string, ids: readonly string[] | null): Promise<void> {
  if (code === peopleList) {
    const gone = ids && (await readList(cache, code))?.items.filter(({ id }) => ids.includes(id)).map(personOnList)
    await forgetRegistered(cache, ids ? (gone ?? []) : null)
  }
  await purgeList(cache, code, ids)
}

async function obey(orders: readonly Order[], { cache, profile }: Meeting): Promise<boolean> {
  let isEnded = false
  for (const { id, kind, topic, ids } of orders) {
    if (kind === 'revoked') isEnded = true
    else if (topic?.startsWith('list:')) await purge(cache, topic.slice('list:'.length), ids ?? null)
    if (kind === 'purge') await postJson(lineOf(profile), `/sync/orders/${encodeURIComponent(id)}/done`, {})
  }
  if (isEnded) await giveBack(cache)
  return isEnded
}

export const listsOf = (forms: readonly FieldForm[]): string[] => [
  ...new Set(forms.flatMap(({ attachments }) => attachments.flatMap(({ kind, list }) => (kind === 'list' && list ? [list] : [])))),
]

async function refreshLists(profile: Profile, cache: LockedStore, forms: readonly FieldForm[]): Promise<Trouble | null> {
  for (const code of listsOf(forms)) {
    const pulled = await pullList(lineOf(profile), cache, code)
    if (isTrouble(pulled)) return pulled
  }
  for (const code of await listsOfApp(cache, forms)) {
    const pulled = await pullList(lineOf(profile), cache, code)
    if (isTrouble(pulled) && pulled.trouble !== 'refused') return pulled
  }
  return null
}

async function fetchChanges({ cache, profile, outbox }: Meeting): Promise<Trouble | null> {
  const forms = await fetchFormList(lineOf(profile), cache)
  if (isTrouble(forms)) return forms
  const drafts = (await outbox.all()).filter(({ phase }) => phase === 'draft')
  await dropOldForms(cache, forms, new Set(drafts.map(({ form }) => form.id)))
  // Before the phone was prepared the person decides when to spend the data.
  if (!profile.isPrepared) return null
  for (const missing of await missingOf(forms, cache)) {
    const trouble = await fetchMissing(lineOf(profile), cache, missing)
    if (trouble) return trouble
  }
  return refreshLists(profile, cache, forms)
}

export async function meetOffice(meeting: Meeting): Promise<Met> {
  const { outbox, cache, network, client, persistentStorage, changed } = meeting
  const now = Date.now
  const { profile } = meeting
  const greeted = await greet({
    store: outbox,
    network,
    pinned: profile.receiptKey,
    epoch: profile.epoch,
    announcedSeq: await outbox.announcedSeq(),
    persistentStorage,
    client,
    now,
  })
  if (isTrouble(greeted)) {
    if (!isEndOfAccess(greeted)) return { profile, trouble: greeted, received: 0 }
    await giveBack(cache)
    const ended = { ...profile, isEnded: true }
    await writeProfile(cache, ended)
    return { profile: ended, trouble: greeted, received: 0 }
  }
  const { hello, skewMs } = greeted
  const known: Profile = {
    ...profile,
    epoch: hello.epoch,
    receiptKeys: hello.receiptKeys,
    sealingKey: hello.sealingKey,
    deviceName: hello.device.label,
    deviceId: hello.device.id,
    person: hello.device.person?.name ?? null,
    projectName: hello.project.name,
    mission: hello.mission,
    isTraining: hello.project.training,
    skewMs,
    lastContact: new Date(now()).toISOString(),
    isEnded: false,
  }
  const sent = await sendWaiting({ store: outbox, network, keys: hello.receiptKeys, client, now, random: Math.random, changed })
  known.isEnded = await obey(hello.orders, meeting)
  await writeProfile(cache, known)
  const days = { cache, work: meeting.work, profile: known, line: lineOf(known), network }
  const stopped = sent.stopped ?? (await sendFacts(days)) ?? (await sendRound(days))
  const trouble =
    stopped ?? (known.isEnded ? null : ((await fetchChanges({ ...meeting, profile: known })) ?? (await fetchDays(days)) ?? (await fetchRound(days))))
  return { profile: known, trouble, received: sent.received }
}

/** Everything that a day without network needs, told step by step. */
export async function prepare(profile: Profile, cache: LockedStore, done: (name: string) => void): Promise<Trouble | null> {
  const forms = await readForms(cache)
  for (const missing of await missingOf(forms, cache)) {
    const trouble = await fetchMissing(lineOf(profile), cache, missing)
    if (trouble) return trouble
    done(missing.name)
  }
  return refreshLists(profile, cache, forms)
}
