/** Whether a message may go out as it stands today: nothing here asks the database. */
import { type Refusal, refuse } from '../../../kernel/index.ts'
import type { MessageRow, MessageTextRow } from './message.ts'

type Texts = readonly Pick<MessageTextRow, 'language' | 'saysEdition'>[]
type Dated = Pick<MessageRow, 'validUntil' | 'factChangedOn'>

/** The first day on which it no longer held; null while it holds. The last day of its validity is a good one. */
export function outdatedSince({ validUntil, factChangedOn }: Dated, day: string): string | null {
  const days = [factChangedOn !== null && factChangedOn <= day ? factChangedOn : null, validUntil < day ? validUntil : null]
  return days.filter((each) => each !== null).sort()[0] ?? null
}

export const staleLanguages = ({ sourceEdition }: Pick<MessageRow, 'sourceEdition'>, texts: Texts): string[] =>
  texts.filter(({ saysEdition }) => saysEdition < sourceEdition).map(({ language }) => language)

export const isApproved = ({ approvedEdition, sourceEdition }: Pick<MessageRow, 'approvedEdition' | 'sourceEdition'>): boolean =>
  approvedEdition === sourceEdition

/** Everything that keeps it from going out on this day; `languages`: in which it is to go out, none means in all that it has. */
export function forbidsGoingOut(message: MessageRow, texts: Texts, { day, languages }: { day: string; languages: readonly string[] }): Refusal[] {
  const since = outdatedSince(message, day)
  const wanted = languages.length === 0 ? texts : texts.filter(({ language }) => languages.includes(language))
  const missing = languages.filter((language) => !texts.some((text) => text.language === language))
  return [
    ...(since ? [refuse('message.outdated', { message: message.key, since })] : []),
    ...staleLanguages(message, wanted).map((language) => refuse('message.translation-stale', { message: message.key, language })),
    ...missing.map((language) => refuse('message.language-missing', { message: message.key, language })),
  ]
}
