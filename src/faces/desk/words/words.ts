/** Every word of the desk by its key, in the reader's language. A key without both languages does not compile. */
import type { Facts } from '../../../kernel/shared.ts'
import { useLanguage } from '../../ui/language.tsx'
import { phrase } from '../../ui/phrases.ts'
import { en } from './en.ts'
import { pt, type Words } from './pt.ts'

export type Key = keyof Words
export type Say = (key: Key, facts?: Facts) => string

const catalogues: Record<'pt' | 'en', Words> = { pt, en }

export function useWords() {
  const { language, setLanguage } = useLanguage()
  const t: Say = (key, facts = {}) => phrase(catalogues[language][key], facts, language)
  /** For codes that the data carry: the word of the code, or the code itself when it is new to us. */
  const named = (prefix: string, code: string | null | undefined): string => {
    const key = `${prefix}.${code}`
    return key in pt ? t(key as Key) : (code ?? t('notSaid'))
  }
  return { t, named, language, setLanguage }
}
