/** A day in words, on paper and in messages of coordination. */
import type { Language } from '../../kernel/index.ts'

/** Intl falls back to the machine's own language without a word, so the chain is given whole. */
const locales: Record<Language, string[]> = { pt: ['pt-MZ', 'pt-PT', 'pt'], en: ['en-GB', 'en'] }

export const printDay = (day: string, lang: Language): string =>
  new Intl.DateTimeFormat(locales[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day.slice(0, 10)}T12:00:00Z`))
