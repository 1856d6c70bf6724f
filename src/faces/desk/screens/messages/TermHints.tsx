/** The agreed words beside a text while it is written: used, to be put otherwise, and missing although the source has the thing. Advice, never an obstacle. */
import { termHints } from '../../../../engines/message/index.ts'
import { useTerms } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'

type Given = { text: string; language: string; source: { text: string; language: string } | null }

export function TermHints({ text, language, source }: Given) {
  const { t } = useWords()
  const terms = useTerms().data?.rows ?? []
  const { used, avoided, missing } = termHints(text, language, source, terms)
  if (used.length + avoided.length + missing.length === 0) return null
  return (
    <ul className="term-hints small">
      {used.length > 0 && <li className="quiet">{t('terms.used', { words: used.map((word) => `«${word}»`).join(', ') })}</li>}
      {avoided.map(({ word, preferred }) => (
        <li key={word}>
          <span className="tag">{t('terms.hint')}</span> {t('terms.avoid', { word, preferred })}
        </li>
      ))}
      {missing.map(({ preferred, inSource }) => (
        <li key={preferred}>
          <span className="tag">{t('terms.hint')}</span> {t('terms.missing', { preferred, inSource })}
        </li>
      ))}
    </ul>
  )
}
