/** The reader's language, kept on this computer and told to screen readers through the page's `lang`. Portuguese comes first. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Bilingual, Language } from '../../kernel/shared.ts'

type Choice = { language: Language; setLanguage: (language: Language) => void }

const LanguageChoice = createContext<Choice>({ language: 'pt', setLanguage: () => undefined })

const kept = 'capulana.language'

const remembered = (): Language => {
  const found = localStorage.getItem(kept)
  return found === 'en' ? 'en' : 'pt'
}

/** True once somebody chose on this computer; then the account's language no longer decides. */
export const languageWasChosen = () => localStorage.getItem(kept) !== null

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(remembered)
  useEffect(() => {
    document.documentElement.lang = language === 'pt' ? 'pt-MZ' : 'en'
  }, [language])
  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(kept, next)
    choose(next)
  }, [])
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageChoice value={value}>{children}</LanguageChoice>
}

export const useLanguage = () => useContext(LanguageChoice)

/** What the server gives in both languages, in mine. */
export const useBilingual = () => {
  const { language } = useLanguage()
  return (words: Bilingual | null | undefined) => words?.[language] ?? words?.pt ?? ''
}
