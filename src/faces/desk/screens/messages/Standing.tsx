/** How a message stands today, in words. */
import { shortDate } from '../../../portal/numbers.ts'
import { useCodes } from '../../api/codes.ts'
import type { Message } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'

export function Standing({ message: { outdatedSince, texts, approved } }: { message: Message }) {
  const { t, language } = useWords()
  const { label } = useCodes('messageLanguage')
  const stale = texts.filter((text) => text.stale)
  if (outdatedSince) return <span className="tag">{t('messages.outdated', { since: shortDate(outdatedSince, language) })}</span>
  if (stale.length > 0) return <span className="tag">{t('messages.staleIn', { languages: stale.map((text) => label(text.language)).join(', ') })}</span>
  return <span>{t(approved ? 'messages.approved' : 'messages.good')}</span>
}
