/** What keeps a message true and ready: its fact, its last day, trials with people, and the library that may go out at once in an emergency. */
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { heldMessage } from './keepMessage.ts'
import { Message, MessageTrial } from './message.ts'
import { textsNow } from './readMessages.ts'
import { forbidsGoingOut } from './standing.ts'

/** The fact was looked up again: it holds until another day. */
export async function renewFact(db: Db, id: string, given: { factSource: string; validUntil: string }, today: string): Promise<{ ok: true } | Refused> {
  if (!(await heldMessage(db, id))) return refused(refuse('access.not-found'))
  if (given.validUntil < today) return refused(refuse('message.ends-in-the-past', { day: given.validUntil }))
  await updateRow(db, Message, id, { ...given, factChangedOn: null, factChange: null })
  await audit(db, 'message.renew', Message.name, id, { until: given.validUntil })
  return { ok: true }
}

/** From that day nobody may send it any more, wherever it stands. */
export async function factChanged(db: Db, id: string, given: { on: string; words: string }, today: string): Promise<{ ok: true } | Refused> {
  if (!(await heldMessage(db, id))) return refused(refuse('access.not-found'))
  if (given.on > today) return refused(refuse('message.change-in-the-future', { day: given.on }))
  await updateRow(db, Message, id, { factChangedOn: given.on, factChange: given.words })
  await audit(db, 'message.fact-changed', Message.name, id, { on: given.on })
  return { ok: true }
}

export type TrialGiven = { language: string; day: string; place: string; people: string; asked: number; understood: number }

export async function keepTrial(db: Db, id: string, given: TrialGiven, today: string): Promise<{ id: string } | Refused> {
  const message = await getRow(db, Message, id)
  if (!message) return refused(refuse('access.not-found'))
  const text = (await textsNow(db, id)).find(({ language }) => language === given.language)
  if (!text) return refused(refuse('message.no-text', { language: given.language }))
  if (given.understood > given.asked) return refused(refuse('message.more-right-than-asked', { understood: given.understood, asked: given.asked }))
  if (given.day > today) return refused(refuse('message.change-in-the-future', { day: given.day }))
  const kept = await insertRow(db, MessageTrial, { scope: message.scope, message: id, edition: text.edition, ...given })
  await audit(db, 'message.trial', Message.name, id, { language: given.language, edition: text.edition })
  return { id: kept.id }
}

/** In an emergency nobody has time to clear a text: it is cleared on a quiet day, by somebody who did not write it. */
export async function approveForEmergencies(db: Db, id: string, today: string, now: string): Promise<{ ok: true } | Refused> {
  const message = await heldMessage(db, id)
  if (!message) return refused(refuse('access.not-found'))
  const texts = await textsNow(db, id)
  if (texts.some(({ language, mine }) => language === message.sourceLanguage && mine)) return refused(refuse('message.same-person'))
  const forbidden = forbidsGoingOut(message, texts, { day: today, languages: [] })
  if (forbidden.length > 0) return { refused: forbidden }
  await updateRow(db, Message, id, { approvedEdition: message.sourceEdition, approvedBy: db.actor.userId, approvedAt: now })
  await audit(db, 'message.approve', Message.name, id, { edition: message.sourceEdition })
  return { ok: true }
}
