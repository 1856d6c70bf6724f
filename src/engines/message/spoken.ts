/** How a text sounds and reads: the seconds that a speaker needs, and hints on how hard it is. A hint never stops anybody. */
const wordPattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu

const wordsOf = (text: string): string[] => text.match(wordPattern) ?? []

/** Rounded up: a slot that is a second short cuts the last word. */
export function spokenSeconds(text: string, wordsPerSecond: number): number {
  return Math.ceil(wordsOf(text).length / wordsPerSecond)
}

export type ReadingEase = {
  words: number
  sentences: number
  /** Null without a word. */
  wordsPerSentence: number | null
  longWords: number
  longShare: number | null
}

/** Words of agglutinating languages are long by nature, so that each language has its own length from which one counts as long. */
const longFrom: Record<string, number> = { por: 10, eng: 9 }
const longElsewhere = 13

export function readingEase(text: string, language: string): ReadingEase {
  const words = wordsOf(text)
  const sentences = text.split(/[.!?…]+(?=\s|$)|\n+/u).filter((sentence) => wordsOf(sentence).length > 0).length
  const long = words.filter((word) => [...word].length >= (longFrom[language] ?? longElsewhere)).length
  const of = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  return { words: words.length, sentences, wordsPerSentence: of(words.length, sentences), longWords: long, longShare: of(long, words.length) }
}
