/**
 * The catalogue of refusals: each code has a sentence in Portuguese and English that says what is the matter and what to do now. Domains bring their own;
 * a code without a sentence fails a test.
 */
import type { Facts, Refusal } from '../refusal.ts'
import type { Bilingual, Language } from './bilingual.ts'

export type Sentences = Record<string, Bilingual>

const listed = (values: readonly unknown[], lang: Language): string => {
  const shown = values.slice(0, 12).map(String)
  const more = values.length - shown.length
  return more > 0 ? `${shown.join(', ')} ${lang === 'pt' ? `e mais ${more}` : `and ${more} more`}` : shown.join(', ')
}

const factText = (value: Facts[string] | undefined, lang: Language): string => {
  if (value === undefined || value === null) return lang === 'pt' ? 'desconhecido' : 'unknown'
  if (Array.isArray(value)) return listed(value, lang)
  if (typeof value === 'number') return new Intl.NumberFormat(lang === 'pt' ? ['pt-MZ', 'pt'] : ['en'], { useGrouping: 'always' }).format(value)
  if (typeof value === 'boolean') return lang === 'pt' ? (value ? 'sim' : 'não') : value ? 'yes' : 'no'
  return value
}

/** Portuguese of Mozambique counts as in Portugal, "0 lugares"; the bare tag would take Brazil's "0 lugar". Chains are explicit: no machine's own language. */
const pluralRules: Record<Language, Intl.PluralRules> = { pt: new Intl.PluralRules(['pt-PT', 'pt']), en: new Intl.PluralRules(['en-GB', 'en']) }

/** The form of a word that goes with a number; what is not known goes with the form for many. */
const formOf = (count: unknown, lang: Language, one: string, other: string): string =>
  typeof count === 'number' && pluralRules[lang].select(count) === 'one' ? one : other

/**
 * Fills `{name}` with the fact, `{name#}` with how many there are, `{name|lugar|lugares}` and `{name#|lugar|lugares}` with the form that goes with that number.
 * A label may differ by language: `{label}` takes `labelPt` in Portuguese.
 */
export function fill(template: string, facts: Facts, lang: Language): string {
  return template.replace(/\{(\w+)(#?)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (_, name: string, mark: string, one?: string, other?: string) => {
    const said = (lang === 'pt' ? facts[`${name}Pt`] : undefined) ?? facts[name]
    const value = mark ? (Array.isArray(said) ? said.length : (said ?? 0)) : said
    if (one !== undefined && other !== undefined) return formOf(Array.isArray(value) ? value.length : value, lang, one, other)
    return factText(value, lang)
  })
}

export type Catalogue = {
  sentence(refusal: Refusal, lang: Language): string
  both(refusal: Refusal): Bilingual
  /** Each with its sentence in both languages beside it. */
  worded<Said extends Refusal>(said: readonly Said[]): (Said & { sentence: Bilingual })[]
  has(code: string): boolean
  codes(): string[]
}

const unexpected: Bilingual = {
  pt: 'Isto não pôde ser feito ({code}). O que escreveu está guardado; mostre esta mensagem à administração.',
  en: 'This could not be done ({code}). What you typed is kept; show this message to the administrator.',
}

export function catalogueOf(sets: readonly Sentences[]): Catalogue {
  const all: Sentences = {}
  for (const set of sets)
    for (const [code, sentence] of Object.entries(set)) {
      if (code in all && all[code].en !== sentence.en) throw new Error(`two different sentences for the refusal ${code}`)
      all[code] = sentence
    }
  const sentence = ({ code, facts }: Refusal, lang: Language) => fill((all[code] ?? unexpected)[lang], { code, ...facts }, lang)
  const both = (refusal: Refusal) => ({ pt: sentence(refusal, 'pt'), en: sentence(refusal, 'en') })
  return {
    has: (code) => code in all,
    codes: () => Object.keys(all).sort(),
    sentence,
    both,
    worded: (said) => said.map((each) => ({ ...each, sentence: both(each) })),
  }
}
