/** Messages with their newest text in each language and what trials found, as the studio shows them. */
import { sql } from 'kysely'
import { type Comprehension, comprehension } from '../../../engines/message/index.ts'
import type { Db } from '../../../kernel/index.ts'
import type { MessageRow, MessageTextRow } from './message.ts'
import { isApproved, outdatedSince, staleLanguages } from './standing.ts'

type TextNow = Pick<MessageTextRow, 'message' | 'language' | 'edition' | 'text' | 'saysEdition' | 'lookedOverAt' | 'backTranslation' | 'recordedAt'> & {
  writer: string | null
  backTranslator: string | null
  mine: boolean
}
type Trial = {
  id: string
  message: string
  language: string
  edition: number
  day: string
  place: string
  placeName: string | null
  people: string
  asked: number
  understood: number
}

export type MessageNow = MessageRow & {
  texts: (TextNow & { stale: boolean })[]
  trials: (Trial & { comprehension: Comprehension | null })[]
  outdatedSince: string | null
  approved: boolean
}

/** The newest text of each language; `message` null: of every message. */
export const textsNow = (db: Db, message: string | null): Promise<TextNow[]> =>
  db.rows<TextNow>(sql`
    select distinct on (t.message, t.language) t.message, t.language, t.edition, t.text, t.says_edition, t.looked_over_at, t.back_translation, t.recorded_at,
      w.name as writer, b.name as back_translator, coalesce(t.recorded_by = ${db.actor.userId}::uuid, false) as mine
    from publications.message_text t left join kernel.person w on w.id = t.recorded_by left join kernel.person b on b.id = t.back_translated_by
    where ${message}::uuid is null or t.message = ${message}::uuid order by t.message, t.language, t.edition desc`)

export async function messagesNow(db: Db, today: string): Promise<MessageNow[]> {
  const messages = await db.rows<MessageRow>(sql`select * from publications.message order by key`)
  const texts = await textsNow(db, null)
  const trials = await db.rows<Trial>(sql`
    select t.id, t.message, t.language, t.edition, t.day, t.place, p.name as place_name, t.people, t.asked, t.understood
    from publications.message_trial t left join places.place p on p.pcode = t.place order by t.day desc, t.id`)
  return messages.map((message) => {
    const own = texts.filter((text) => text.message === message.id)
    const stale = staleLanguages(message, own)
    return {
      ...message,
      texts: own.map((text) => ({ ...text, stale: stale.includes(text.language) })),
      trials: trials
        .filter((trial) => trial.message === message.id)
        .map((trial) => ({ ...trial, comprehension: comprehension(trial.understood, trial.asked) })),
      outdatedSince: outdatedSince(message, today),
      approved: isApproved(message),
    }
  })
}
