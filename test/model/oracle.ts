/**
 * What must be true whatever happened: what is accepted is what has a receipt, what has none is still on the phone that made it (or in its rescue file), each
 * thing is there once, and the sums of the office are the sums of what people filled in.
 */
import { sql } from 'kysely'
import { parseReceipt } from '../../src/engines/instance/index.ts'
import type { Entry } from '../../src/faces/field/outbox/entry.ts'
import { decideQuarantine } from '../../src/kernel/forms/review/quarantine.ts'
import { asOwner } from '../../src/kernel/index.ts'
import type { Phone } from './phone.ts'
import { type Fact, finished, keyOf, type World } from './world.ts'

class Broken extends Error {
  override name = 'Broken'
}
function holds(isTrue: boolean, promise: string, about?: unknown): asserts isTrue {
  if (!isTrue) throw new Broken(about === undefined ? promise : `${promise}: ${JSON.stringify(about)}`)
}

type KeptFile = { name: string; sha256: string | null }
type Accepted = { id: string; instanceId: string; hash: string; people: number; households: number[]; rows: number; files: KeptFile[]; isCurrent: boolean }
type Aside = { id: string; instanceId: string; hash: string; files: KeptFile[] }
type Receipt = { instanceId: string; hash: string; outcome: string; text: string }
type Kept = { accepted: Accepted[]; aside: Aside[]; receipts: Receipt[] }

async function keptAt({ house, work }: World): Promise<Kept> {
  const db = asOwner(house.doors)
  const [accepted, aside, receipts] = await Promise.all([
    db.rows<Accepted>(sql`
      select s.id, s.instance_id, s.payload_hash as hash, (a.root ->> 'people')::int as people, a.households, a.rows, f.files,
        exists (select 1 from forms.standing st where st.current = s.id) as is_current
      from forms.submission s,
        lateral (select (array_agg(answers) filter (where repeat = ''))[1] as root, count(*)::int as rows,
          coalesce(jsonb_agg(answers -> 'n' order by turn) filter (where repeat <> ''), '[]') as households from forms.answers where submission = s.id) a,
        lateral (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'sha256', sha256) order by name), '[]') as files
          from forms.submission_file where submission = s.id) f
      where s.form = ${work.form}`),
    db.rows<Aside>(sql`select id, instance_id, payload_hash as hash, files from forms.quarantine where form_code = ${work.code}`),
    db.rows<Receipt>(sql`select instance_id, payload_hash as hash, outcome, text from forms.receipt where form_code = ${work.code}`),
  ])
  return { accepted, aside, receipts }
}

const isIn = (entries: readonly Entry[], { instanceId, hash }: Fact) => entries.some((entry) => entry.instanceId === instanceId && entry.payloadHash === hash)

/** Asked after each step: the outbox keeps everything, receipted or not, for longer than any schedule lasts. */
export async function nothingLeftAPhone({ phones, facts }: World): Promise<void> {
  for (const phone of phones) {
    const entries = await finished(phone)
    for (const fact of facts.values())
      if (fact.homes.has(phone.number)) holds(isIn(entries, fact), 'a form left its phone', { phone: phone.number, instanceId: fact.instanceId })
    for (const { instanceId, payloadHash } of entries)
      holds(facts.has(keyOf({ instanceId, hash: payloadHash! })), 'a phone holds what nobody filled in', { phone: phone.number, instanceId })
  }
}

/**
 * Phones that were put back, or an office that was: what neither any phone nor a rescue file nor the office holds any more is gone by the fault, not by us.
 * Whatever the others still hold must come back.
 */
export async function lawfullyGone(world: World, putBack: readonly Phone[]): Promise<void> {
  for (const phone of putBack) {
    const entries = await finished(phone)
    for (const fact of world.facts.values()) if (!isIn(entries, fact)) fact.homes.delete(phone.number)
  }
  const homeless = [...world.facts].filter(([, { homes }]) => homes.size === 0)
  if (homeless.length === 0) return
  const { accepted, aside } = await keptAt(world)
  const kept = new Set([...accepted, ...aside].map(keyOf).concat(world.rescued.flatMap(({ keys }) => keys)))
  for (const [key] of homeless) if (!kept.has(key)) world.facts.delete(key)
}

const sumOf = (people: readonly { people: number }[]) => people.reduce((sum, each) => sum + each.people, 0)
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const namesOf = (files: readonly KeptFile[]) => files.map(({ name, sha256 }) => ({ name, sha256 })).sort((a, b) => (a.name < b.name ? -1 : 1))

async function filesAreThere({ house }: World, fact: Fact, files: readonly KeptFile[]): Promise<void> {
  // Whoever had the missing photo lost it together with his phone.
  const isWaitingForEver = fact.homes.size === 0 && files.some(({ sha256 }) => sha256 === null)
  holds(isWaitingForEver || same(namesOf(files), namesOf(fact.files)), 'files of a form are not those that were taken', { fact, files })
  for (const { sha256, bytes } of isWaitingForEver ? [] : fact.files) holds((await house.files.size(sha256)) === bytes, 'a photo is not whole', fact)
}

function receiptsStand({ accepted, aside, receipts }: Kept, facts: World['facts']): void {
  const [taken, kept] = [new Set(accepted.map(keyOf)), new Set(aside.map(keyOf))]
  for (const receipt of receipts) {
    const isKept = receipt.outcome === 'quarantined' ? kept.has(keyOf(receipt)) : taken.has(keyOf(receipt))
    holds(isKept, 'a receipt stands for nothing', receipt)
  }
  const given = new Set(receipts.map((receipt) => `${keyOf(receipt)} ${receipt.outcome}`))
  for (const each of accepted) {
    const isWhole = facts.get(keyOf(each))!.homes.size > 0
    holds(given.has(`${keyOf(each)} complete`) || (!isWhole && given.has(`${keyOf(each)} stored`)), 'an accepted form has no receipt', each)
  }
  for (const each of aside) holds(given.has(`${keyOf(each)} quarantined`), 'a form kept aside has no receipt', each)
}

/** Told again from the book alone: an edit that was accepted takes the place of what it replaces. */
function sumsHold({ accepted }: Kept, facts: World['facts']): void {
  const own = accepted.map((each) => facts.get(keyOf(each))!)
  const replaced = new Set(own.map(({ replaces }) => replaces))
  const counting = own.filter(({ instanceId }) => !replaced.has(instanceId))
  holds(sumOf(accepted) === sumOf(own), 'the sum of all answers is wrong', [sumOf(accepted), sumOf(own)])
  const current = accepted.filter(({ isCurrent }) => isCurrent)
  holds(sumOf(current) === sumOf(counting), 'the sum of what counts is wrong', [sumOf(current), sumOf(counting)])
}

async function phonesAreEmpty({ phones }: World, { receipts }: Kept): Promise<void> {
  const texts = new Set(receipts.map(({ text }) => text))
  for (const phone of phones)
    for (const { instanceId, phase, told, receipt, nextAt } of await finished(phone)) {
      holds(phase === 'received', 'a form is still on its phone', { phone: phone.number, instanceId, phase, told, nextAt })
      holds(receipt !== null && parseReceipt(receipt.text) !== null && texts.has(receipt.text), 'a phone holds a receipt that the office did not give', receipt)
    }
}

/** Whoever takes what was kept aside never counts a document twice, though it was accepted as well, from another phone or in another life of the office. */
async function takenOnce(world: World, { accepted, aside }: Kept): Promise<void> {
  const taken = new Set(accepted.map(keyOf))
  for (const each of aside.filter((kept) => taken.has(keyOf(kept)))) {
    const decided = await decideQuarantine(world.house, world.reviewer, each.id, { decision: 'taken' })
    holds(!('refused' in decided), 'what was kept aside cannot be taken', decided)
  }
  const after = await keptAt(world)
  holds(after.accepted.length === accepted.length, 'a document was taken that was there before', aside)
}

/** Asked at the end, when every phone had a healthy day. */
export async function everythingArrived(world: World): Promise<void> {
  const { facts } = world
  const kept = await keptAt(world)
  await phonesAreEmpty(world, kept)
  const { accepted, aside } = kept
  const there = new Set([...accepted, ...aside].map(keyOf))
  for (const [key, fact] of facts) holds(there.has(key), 'a form that was filled in is lost', fact)
  for (const each of [...accepted, ...aside]) holds(facts.has(keyOf(each)), 'the office has what nobody filled in', each)
  // What was kept aside a moment before it was accepted from another phone: the accepted one got the files.
  const taken = new Set(accepted.map(keyOf))
  for (const each of [...accepted, ...aside.filter((kept) => !taken.has(keyOf(kept)))]) await filesAreThere(world, facts.get(keyOf(each))!, each.files)
  holds(new Set(accepted.map(({ instanceId }) => instanceId)).size === accepted.length, 'a form is there twice')
  holds(new Set(aside.map(keyOf)).size === aside.length, 'a form is kept aside twice')
  for (const each of accepted) {
    const { people, households } = facts.get(keyOf(each))!
    holds(each.people === people && same(each.households, households) && each.rows === 1 + households.length, 'answers are not those given', each)
  }
  receiptsStand(kept, facts)
  sumsHold(kept, facts)
  await takenOnce(world, kept)
}
