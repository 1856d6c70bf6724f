/**
 * The one door by which a filled form comes in, whether from ODK Collect, from the field app or from the desk. Promise: a receipt is given only for what is
 * kept; the same content twice is one record; different content under one id is kept twice; nothing that a phone holds is ever refused for good.
 */
import { type Actor, theSystem } from '../access/actor.ts'
import { type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type Arrival, type Arriving, type Received, scopeOf } from './arrival.ts'
import { claimedTime, clockFindings, type Envelope, effectiveAtOf, type Reading, readDocument, readingOf } from './document.ts'
import { type FormToFill, formToFill } from './formToFill.ts'
import { keepAgain, knownUnder } from './keepAgain.ts'
import { keepAside } from './keepAside.ts'
import { replacedBy } from './keepEdit.ts'
import { type Kept, keepFirst, type Replacing } from './keepFirst.ts'
import { nextServerSeq, signingOf } from './receipts.ts'
import { isSealedSomewhere } from './sealedContent.ts'
import { declaredFiles } from './sentFiles.ts'

export type { Received } from './arrival.ts'
export type { Envelope } from './document.ts'

export async function receive(house: House, actor: Actor, envelope: Envelope): Promise<Received | Refused> {
  const document = readDocument(envelope.xml)
  if ('facts' in document) return refused(document)
  const { epoch, forgetful } = await signingOf(house)
  if (forgetful.length > 0) return refused(refuse('forms.not-durable', { settings: forgetful }))
  const arriving: Arriving = { house, actor, envelope, document, receivedAt: new Date(), serverSeq: await nextServerSeq(house.doors), epoch }
  if (envelope.keptAside) return aside(arriving, envelope.keptAside)
  return take(arriving, false)
}

async function aside(arriving: Arriving, reason: string): Promise<Received | Refused> {
  const { house, envelope, document } = arriving
  const sealed = await read(house.doors, theSystem, (db) => isSealedSomewhere(db, document.form))
  const { declared } = await filesOf(house, envelope, { rows: [], files: [], known: false }, sealed)
  const known = await knownUnder(arriving)
  // It was taken while form and key were good, and only the answer was lost: beside itself it would be counted twice.
  const again = known?.payloadHash === arriving.document.payloadHash ? await keepAgain({ ...arriving, form: known, declared }) : null
  return again ?? keepAside(arriving, { reason, declared, sibling: known?.submission })
}

/** No question of a sealed form takes a file, so one that comes with it is nobody's answer and might show a face: it is not even stored. */
const filesOf = (house: House, envelope: Envelope, reading: Reading, sealed: boolean) =>
  sealed ? { declared: [], ignored: envelope.files.map(({ name }) => name) } : declaredFiles(house, envelope, reading)

const reasonOf = ({ code }: Refusal) => code.replace('forms.', '')

async function take(arriving: Arriving, fresh: boolean): Promise<Received | Refused> {
  const { house, actor, envelope, document } = arriving
  const form = await formToFill(house, actor, { project: envelope.project, code: document.form, version: document.meta.version }, fresh)
  // ODK Collect keeps what was answered 404 and shows it; our own phones hand it over, because they can show who has it.
  if ('facts' in form) return envelope.via === 'openrosa' ? refused(form) : aside(arriving, reasonOf(form))
  const arrival = await understand(arriving, form)
  const kept = document.meta.replaces === null ? await keep(arrival) : await edit(arrival, document.meta.replaces)
  if (kept === 'changed') return fresh ? refused(refuse('forms.form-closed', { form: document.form })) : take(arriving, true)
  return kept === 'taken' ? refused(refuse('forms.try-again')) : kept
}

async function keep(arrival: Arrival, replacing?: Replacing): Promise<Kept | Refused> {
  const kept = await keepFirst(arrival, arrival.envelope.deviceSeq ?? null, replacing)
  if (kept !== 'taken') return kept
  const again = await keepAgain(arrival)
  if (again || arrival.envelope.deviceSeq === undefined) return again ?? 'taken'
  // The phone gave this number before, to another form: it was put back to an older copy of itself. The number goes, the form stays.
  return keepFirst(arrival, null, replacing)
}

async function understand(arriving: Arriving, form: FormToFill): Promise<Arrival> {
  const { house, actor, envelope, document, receivedAt } = arriving
  const reading = await readingOf(house, document, form)
  const { declared, ignored } = await filesOf(house, envelope, reading, form.sealed)
  if (ignored.length > 0) house.log.warn({ form: form.form, files: ignored.length }, 'files that no question names were not kept')
  const finishedAt = claimedTime(envelope.finishedAt) ?? claimedTime(document.meta.end)
  const clocks = clockFindings(finishedAt, receivedAt, form.publishedAt)
  return {
    ...arriving,
    form,
    reading,
    declared,
    clocks,
    finishedAt,
    startedAt: claimedTime(envelope.openedAt) ?? claimedTime(document.meta.start),
    scope: await scopeOf(house, actor, reading, form.placeQuestion),
    effectiveAt: effectiveAtOf(reading, form.dateQuestion, finishedAt, clocks),
  }
}

async function edit(arrival: Arrival, replaces: string): Promise<Kept | Refused> {
  const { envelope, form, declared, scope } = arrival
  const before = await keepAgain(arrival)
  if (before) return before
  const base = await replacedBy(arrival, replaces)
  const asideAs = (reason: string) => keepAside(arrival, { reason, declared, scope, class: form.class, project: form.project, sibling: base.sibling })
  if ('obstacle' in base) {
    const { obstacle } = base
    if (envelope.via === 'openrosa' && obstacle === 'edit-of-unknown') return refused(refuse('forms.edit-of-unknown', { replaces }))
    if (envelope.via === 'openrosa' && obstacle === 'edit-not-allowed') return refused(refuse('forms.edit-not-allowed'))
    return asideAs(obstacle)
  }
  const kept = await keep(arrival, base.replacing)
  // Another edit of the same instance was quicker.
  return kept === 'taken' ? asideAs('edit-of-superseded') : kept
}
