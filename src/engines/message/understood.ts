/** Was it understood, and does it speak the language of the place? Both say how little they may know. */
import { type Interval, wilson } from '../sampling/intervals.ts'

export type Comprehension = { right: number; asked: number; share: number; interval: Interval }

/** Right answers over people asked in the pre-test, with the Wilson interval (95 %); null when nobody was asked. */
export function comprehension(right: number, asked: number): Comprehension | null {
  const interval = wilson(right, asked)
  return interval && { right, asked, share: right / asked, interval }
}

export type LanguageShare = { language: string; share: number }
export type LanguageFit = {
  /** Share of residents whose main language has the message. */
  covered: number
  /** Whose main language nobody asked. */
  unknown: number
  missing: LanguageShare[]
}

/** `shares` are of residents by main language, from a survey; what they leave open stays unknown. Null: the place was never asked. */
export function languageFit(shares: readonly LanguageShare[], has: readonly string[]): LanguageFit | null {
  if (shares.length === 0) return null
  const sum = (list: readonly LanguageShare[]) => list.reduce((total, { share }) => total + share, 0)
  const missing = shares.filter(({ language }) => !has.includes(language)).sort((one, two) => two.share - one.share)
  return { covered: sum(shares.filter(({ language }) => has.includes(language))), unknown: Math.max(0, 1 - sum(shares)), missing }
}
