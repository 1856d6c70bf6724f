/** Somebody listened; what was heard is written under it, answered, and the answer is cleared by somebody else. */
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { Message } from '../messages/message.ts'
import { type HeardRow, HeardThing, Listening, type ListeningRow } from './listening.ts'
import { peopleIn } from './withoutPeople.ts'

export type ListeningGiven = Pick<ListeningRow, 'channel' | 'place' | 'day' | 'language' | 'team'>
export type HeardGiven = Pick<HeardRow, 'topic' | 'message' | 'kind' | 'wording' | 'times'>

export async function keepListening(db: Db, given: ListeningGiven, today: string): Promise<{ id: string } | Refused> {
  const place = await db.one<{ level: number }>(sql`select level from places.place where pcode = ${given.place} and valid_to is null`)
  const { channel, day, language, team } = given
  const known = await db.one<{ id: string; struck: boolean }>(sql`
    select id, struck_because is not null as struck from publications.listening where channel = ${channel} and place = ${given.place} and day = ${day}::date and language = ${language} and team = ${team}`)
  const wrong: Refusal[] = [
    ...(place && [1, 2].includes(place.level) ? [] : [refuse('listening.place')]),
    ...(day > today ? [refuse('listening.in-the-future', { day })] : []),
    ...(known && !known.struck ? [refuse('listening.twice')] : []),
    ...(await peopleIn(team)),
  ]
  if (wrong.length > 0) return { refused: wrong }
  // What was struck out and is written down again counts again.
  const kept = known ? await updateRow(db, Listening, known.id, { struckBecause: null }) : await insertRow(db, Listening, { scope: given.place, ...given })
  await audit(db, 'listening.keep', Listening.name, kept!.id, { channel })
  return { id: kept!.id }
}

/** It leaves every count, and stays to be read with its reason. */
export async function strikeListening(db: Db, id: string, because: string): Promise<{ ok: true } | Refused> {
  const people = await peopleIn(because)
  if (people.length > 0) return { refused: people }
  const kept = await updateRow(db, Listening, id, { struckBecause: because })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, 'listening.strike', Listening.name, id)
  return { ok: true }
}

/** `at`: the listening under which it is new, or what was written down before and is put right. */
export async function keepHeard(db: Db, at: { listening: string } | { heard: string }, given: HeardGiven): Promise<{ id: string } | Refused> {
  const wrong: Refusal[] = [
    ...(await peopleIn(given.wording)),
    ...(given.message && !(await getRow(db, Message, given.message)) ? [refuse('access.not-found')] : []),
  ]
  if (wrong.length > 0) return { refused: wrong }
  if ('heard' in at) {
    // An answer to other words is no answer.
    const before = await getRow(db, HeardThing, at.heard)
    if (!before) return refused(refuse('access.not-found'))
    const anew = before.wording === given.wording ? {} : { clearedBy: null, clearedAt: null }
    await updateRow(db, HeardThing, at.heard, { ...given, ...anew })
    await audit(db, 'listening.put-right', HeardThing.name, at.heard)
    return { id: at.heard }
  }
  const under = await getRow(db, Listening, at.listening)
  if (!under) return refused(refuse('access.not-found'))
  if (under.struckBecause) return refused(refuse('listening.struck'))
  const kept = await insertRow(db, HeardThing, { scope: under.place, listening: under.id, ...given })
  await audit(db, 'listening.hear', HeardThing.name, kept.id, { kind: given.kind })
  return { id: kept.id }
}

/** A new answer has to be cleared anew. */
export async function answerHeard(db: Db, id: string, answer: string): Promise<{ ok: true } | Refused> {
  const people = await peopleIn(answer)
  if (people.length > 0) return { refused: people }
  const kept = await updateRow(db, HeardThing, id, { answer, answeredBy: db.actor.userId, clearedBy: null, clearedAt: null })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, 'listening.answer', HeardThing.name, id)
  return { ok: true }
}

export async function clearAnswer(db: Db, id: string, now: string): Promise<{ ok: true } | Refused> {
  const row = await getRow(db, HeardThing, id)
  if (!row) return refused(refuse('access.not-found'))
  if (!row.answer) return refused(refuse('listening.no-answer'))
  if (row.answeredBy === db.actor.userId) return refused(refuse('message.same-person'))
  await updateRow(db, HeardThing, id, { clearedBy: db.actor.userId, clearedAt: now })
  await audit(db, 'listening.clear', HeardThing.name, id)
  return { ok: true }
}
