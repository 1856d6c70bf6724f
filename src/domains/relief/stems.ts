/** Whether words stand for something that must not be asked, by the beginnings of words, without accents and in either language. A net with holes: people read the questions too. */
import { plainWords } from '../../kernel/index.ts'

export const speaksOf = (stems: readonly string[], texts: readonly string[]): boolean =>
  texts.some((text) => stems.some((stem) => new RegExp(`(^|[^a-z])${stem}`).test(plainWords(text))))
