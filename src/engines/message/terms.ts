/** The words that a mission agreed on, held beside a text: which of them it uses, which it uses although another was agreed, and which it lacks although the source text has the thing. A hint never stops anybody. */
export type Term = {
  /** What is meant, by one name for all languages. */
  concept: string
  language: string
  preferred: string
  /** Words to avoid, parted by semicolons. */
  avoid: string | null
}

export type TermHints = {
  used: string[]
  /** A word to avoid, and the agreed one. */
  avoided: { word: string; preferred: string }[]
  /** The agreed word of this language for what the source text says. */
  missing: { preferred: string; inSource: string }[]
}

const pattern = (word: string): RegExp => {
  const safe = word
    .trim()
    .normalize('NFC')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '(?:e?s)?\\s+')
  // The plural of Portuguese and English still is the word; a longer word that begins the same is not.
  return new RegExp(`(?<![\\p{L}\\p{N}])${safe}(?:e?s)?(?![\\p{L}\\p{N}])`, 'iu')
}
const says = (text: string, word: string) => word.trim() !== '' && pattern(word).test(text.normalize('NFC'))

/** `source`: the text that this one translates; null where it is the source itself. */
export function termHints(text: string, language: string, source: { text: string; language: string } | null, terms: readonly Term[]): TermHints {
  const own = terms.filter((term) => term.language === language)
  const used = own.filter(({ preferred }) => says(text, preferred))
  const avoided = own.flatMap(({ preferred, avoid }) =>
    (avoid ?? '')
      .split(';')
      .map((word) => word.trim())
      .filter((word) => says(text, word))
      .map((word) => ({ word, preferred })),
  )
  const inSource = source ? terms.filter((term) => term.language === source.language && says(source.text, term.preferred)) : []
  const missing = inSource.flatMap(({ concept, preferred }) => {
    const wanted = own.find((term) => term.concept === concept)
    return wanted && !used.includes(wanted) ? [{ preferred: wanted.preferred, inSource: preferred }] : []
  })
  return { used: used.map(({ preferred }) => preferred), avoided, missing }
}
