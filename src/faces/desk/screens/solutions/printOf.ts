/** The address of a paper, in the reader's language. */
import type { Language } from '../../../../kernel/shared.ts'
import { withQuery } from '../../api/ask.ts'

export const printOf = (paper: string, lang: Language, asked: Record<string, string> = {}): string =>
  withQuery(`/api/solutions/print/${paper}`, { ...asked, lang })
