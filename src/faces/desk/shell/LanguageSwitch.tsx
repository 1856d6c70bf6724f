/** One press changes the language without losing the place; the choice follows the account too. */
import { post } from '../api/ask.ts'
import { useMe } from '../api/session.ts'
import { useWords } from '../words/words.ts'

export function LanguageSwitch() {
  const { t, language, setLanguage } = useWords()
  const me = useMe()
  const next = language === 'pt' ? 'en' : 'pt'
  const change = () => {
    setLanguage(next)
    // The page has changed already; should the account not hear of it, this computer still remembers.
    if (me) post('/api/me/language', { language: next }).catch(() => undefined)
  }
  return (
    <button type="button" className="plain" onClick={change} title={t('otherLanguageHint')}>
      <span lang={next === 'pt' ? 'pt-MZ' : 'en'}>{t('otherLanguage')}</span>
    </button>
  )
}
