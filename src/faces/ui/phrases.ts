/** Words of the screens: a phrase is a sentence with named facts, or two of them when the number `n` decides between one and more. */
import { type Facts, fill, type Language } from '../../kernel/shared.ts'

export type Phrase = string | { one: string; other: string }

export const phrase = (words: Phrase, facts: Facts, language: Language): string =>
  fill(typeof words === 'string' ? words : facts.n === 1 ? words.one : words.other, facts, language)
