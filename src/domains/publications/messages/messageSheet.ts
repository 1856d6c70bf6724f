/** A message on paper for those who read it aloud or pin it up: each language with its seconds, and below where the fact comes from. Refused with the letter that the print cannot show. */
import { spokenSeconds } from '../../../engines/message/index.ts'
import { type Content, type Db, getRow, type House, type Language, type Refused, refuse, refused, today } from '../../../kernel/index.ts'
import { missingGlyphs, paperFile, printDate } from '../../../kernel/publishing.ts'
import { Message } from './message.ts'
import { textsNow } from './readMessages.ts'
import { isApproved, outdatedSince, staleLanguages } from './standing.ts'

const words = {
  pt: {
    title: 'Mensagem',
    topic: 'Tema',
    source: 'De onde vem o facto',
    until: 'Válida até',
    language: 'Língua',
    text: 'Texto',
    seconds: 's',
    outdated: 'JÁ NÃO VALE: não usar',
    stale: 'tradução por rever',
    approved: 'Aprovada para emergências',
    internal: 'Uso interno até sair numa campanha.',
  },
  en: {
    title: 'Message',
    topic: 'Topic',
    source: 'Source of the fact',
    until: 'Valid until',
    language: 'Language',
    text: 'Text',
    seconds: 's',
    outdated: 'NO LONGER HOLDS: do not use',
    stale: 'translation to be looked over',
    approved: 'Approved for emergencies',
    internal: 'For internal use until it goes out in a campaign.',
  },
} as const

export async function messageSheet(house: House, db: Db, id: string, lang: Language): Promise<(() => Promise<Content>) | Refused> {
  const message = await getRow(db, Message, id)
  if (!message) return refused(refuse('access.not-found'))
  const texts = await textsNow(db, id)
  const w = words[lang]
  const labelOf = (list: string, code: string, inLanguage: Language = lang) =>
    house.pack.codeLists.get(list)?.codes.find((one) => one.code === code)?.label[inLanguage] ?? code
  const missing = texts.flatMap(({ language, text }) =>
    missingGlyphs(text).map((letter) =>
      refuse('publish.glyph-missing', { letter, language: labelOf('messageLanguage', language, 'en'), languagePt: labelOf('messageLanguage', language, 'pt') }),
    ),
  )
  if (missing.length > 0) return { refused: missing }
  const stale = staleLanguages(message, texts)
  const perSecond = house.pack.thresholds.spokenWordsPerSecond
  const notes = [...(outdatedSince(message, today()) ? [w.outdated] : []), ...(isApproved(message) ? [w.approved] : [])]
  const paper = {
    ...{ title: w.title, number: message.key, notes },
    facts: [
      [w.topic, labelOf('messageTopic', message.topic)],
      [w.source, message.factSource],
      [w.until, printDate(message.validUntil, lang)],
    ] as [string, string][],
    columns: [{ title: w.language }, { title: w.text, wide: true }, { title: w.seconds, number: true }],
    rows: texts.map(({ language, text }) => [
      labelOf('messageLanguage', language) + (stale.includes(language) ? ` (${w.stale})` : ''),
      text,
      String(spokenSeconds(text, perSecond)),
    ]),
  }
  return () => paperFile(paper, lang, w.internal)
}
