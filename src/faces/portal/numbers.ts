/** Numbers, dates and sizes in the reader's language. Chains are explicit: a single unknown tag would silently fall to the machine's own language. */
import type { Count } from '../../engines/count.ts'
import type { Language } from '../../kernel/shared.ts'
import { type Html, html } from './html.ts'
import { say } from './words.ts'

const chains: Record<Language, string[]> = { pt: ['pt-MZ', 'pt'], en: ['en-GB', 'en'] }

/** Thousands always apart, so that columns line up: "1 234" in Portuguese, "1,234" in English. */
export const number = (value: number, lang: Language): string =>
  new Intl.NumberFormat(chains[lang], { useGrouping: 'always', maximumFractionDigits: 2 }).format(value)

export const signed = (value: number, lang: Language): string =>
  new Intl.NumberFormat(chains[lang], { useGrouping: 'always', signDisplay: 'exceptZero', maximumFractionDigits: 1 }).format(value).replace('-', '\u2212')

export function percent(value: number, lang: Language, sign: 'always' | 'never' = 'never'): string {
  const signDisplay = sign === 'always' ? 'exceptZero' : 'auto'
  const printed = new Intl.NumberFormat(chains[lang], { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay }).format(value)
  return `${printed.replace('-', '\u2212')}\u00a0%`
}

/** A figure, or the word for why there is none. Never a dash and never zero. */
export const figure = (count: Count, lang: Language): Html =>
  typeof count === 'number' ? html`${number(count, lang)}` : html`<span class="word">${say(lang, count)}</span>`

export const figureText = (count: Count, lang: Language): string => (typeof count === 'number' ? number(count, lang) : say(lang, count))

/** How many of the places on the list were visited; a list that nobody knows is unknown, not none. */
export const visited = ({ assessed, expected }: { assessed: number; expected: number }, lang: Language): Html =>
  expected > 0 ? html`${number(assessed, lang)} / ${number(expected, lang)}` : figure('unknown', lang)

export const longDate = (iso: string, lang: Language): string =>
  new Intl.DateTimeFormat(chains[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

export const shortDate = (iso: string, lang: Language): string =>
  new Intl.DateTimeFormat(chains[lang], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

export const monthAndYear = (iso: string, lang: Language): string =>
  new Intl.DateTimeFormat(chains[lang], { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))

export const size = (bytes: number, lang: Language): string =>
  bytes < 1000
    ? `${bytes}\u00a0B`
    : bytes < 1_000_000
      ? `${number(Math.ceil(bytes / 1000), lang)}\u00a0kB`
      : `${number(Math.round(bytes / 100_000) / 10, lang)}\u00a0MB`
