/** The phone and the words, wherever a screen needs them. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import { type Facts, fill, type Language } from '../../kernel/shared.ts'
import { type Phrase, phrase } from '../ui/phrases.ts'
import type { Told } from './outbox/entry.ts'
import type { Phone, Picture } from './phone.ts'
import type { Words } from './words/pt.ts'

export type Key = keyof Words
export type Spoken = { language: Language; words: Words; setLanguage: (language: Language) => void }

export const SpokenContext = createContext<Spoken | null>(null)
export const PhoneContext = createContext<Phone | null>(null)

const present = <Value,>(value: Value | null): Value => {
  if (value === null) throw new Error('used outside the app')
  return value
}

export function useWords() {
  const { language, words, setLanguage } = present(useContext(SpokenContext))
  const say = (key: Key, facts: Facts = {}): string => phrase(words[key] as Phrase, facts, language)
  /** A refusal: in the office's words where it gave some, in ours for what this phone found itself. */
  const sayTold = ({ code, facts, sentence }: Told): string => {
    if (sentence) return sentence[language]
    const key = `told.${code}` as Key
    return key in words ? say(key, facts) : fill(words['told.unknown'], { code }, language)
  }
  return { language, setLanguage, say, sayTold }
}

export const usePhone = (): Phone => present(useContext(PhoneContext))

export function usePicture(): Picture {
  const phone = usePhone()
  return useSyncExternalStore(phone.subscribe, phone.picture)
}

/** A title in several languages, in the reader's, else in any: a form may have neither Portuguese nor English. */
export function inLanguage(words: Record<string, string>, language: Language): string {
  const own = Object.keys(words).find((name) => name === language || name.endsWith(`(${language})`))
  return words[own ?? ''] ?? words.default ?? Object.values(words)[0] ?? ''
}
