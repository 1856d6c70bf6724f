/** Moments as a clock on the wall here shows them: unlike the days of a round, a session or a seal happens at the reader's own hour. */
import type { Language } from '../../kernel/shared.ts'

const chains: Record<Language, string[]> = { pt: ['pt-MZ', 'pt'], en: ['en-GB', 'en'] }

export const dateAndTime = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(chains[language], { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
