/**
 * No reader meets "1 lugares" or "2 lugar": every sentence, finding, question and word of desk and portal is filled with 0, 1, 2 and 1,000, in both languages, and
 * a number that stands beside the wrong form is named. The forms that a sentence offers are themselves the list of words to look for.
 */
import { describe, expect, it } from 'vitest'
import { everyDomain } from '../src/domains.ts'
import { en as deskEn } from '../src/faces/desk/words/en.ts'
import { pt as deskPt } from '../src/faces/desk/words/pt.ts'
import { words as portal } from '../src/faces/portal/words.ts'
import { type Phrase, phrase } from '../src/faces/ui/phrases.ts'
import { words as uiWords } from '../src/faces/ui/words.ts'
import { sentencesOf } from '../src/kernel/house.ts'
import type { Language } from '../src/kernel/index.ts'

type Worded = { where: string; language: Language; words: Phrase }

const languages = ['pt', 'en'] as const
const everywhere: Worded[] = [
  ...[...sentencesOf(everyDomain), portal, uiWords].flatMap((set) =>
    Object.entries(set as Record<string, Record<Language, Phrase>>).flatMap(([where, said]) =>
      languages.map((language) => ({ where, language, words: said[language] })),
    ),
  ),
  ...Object.entries(deskPt as Record<string, Phrase>).map(([where, words]) => ({ where, language: 'pt' as const, words })),
  ...Object.entries(deskEn as Record<string, Phrase>).map(([where, words]) => ({ where, language: 'en' as const, words })),
]
const templatesOf = (words: Phrase) => (typeof words === 'string' ? [words] : [words.one, words.other])
const firstWord = (text: string) => /^[\p{L}-]+/u.exec(text.trim())?.[0]

/** Forms for one and forms for many, by language, as the sentences themselves give them: the noun that is counted stands first. */
function formsOf(language: Language): { one: Set<string>; other: Set<string> } {
  const found = everywhere
    .filter((each) => each.language === language)
    .flatMap(({ words }) => templatesOf(words))
    .flatMap((template) => [...template.matchAll(/\{\w+#?\|([^|{}]*)\|([^|{}]*)\}/g)])
    .map(([, one, other]) => [firstWord(one!), firstWord(other!)])
    .filter(([one, other]) => one && other && one !== other)
  return { one: new Set(found.map(([one]) => one!)), other: new Set(found.map(([, other]) => other!)) }
}

/** What follows a name or a code as well as a number, and so tells nothing: verbs, and small words that end in -s. */
const unchanged = {
  pt: /^(está|estão|fica|ficam|entra|entram|foi|foram|lê-se|leem-se|dos|das|nos|nas|mas|as|os|depois|antes)$/,
  en: /^(is|are|was|were|has|have|does|lies|stands|stand|stays|stay|exists|equals|takes|adds|this|as)$/,
}

function wrongForm(text: string, count: number, language: Language): string | null {
  const forms = formsBy[language]
  for (const [said, number, word] of text.matchAll(/(?<![\d.,\u00a0\u202f])(\d+(?:[.,\u00a0\u202f]\d{3})*) ([\p{L}-]+)/gu)) {
    if (Number(number!.replace(/\D/g, '')) !== count || unchanged[language].test(word!)) continue
    if (count === 1 && (forms.other.has(word!) || word!.endsWith('s'))) return said
    if (count !== 1 && forms.one.has(word!) && !forms.other.has(word!)) return said
  }
  return null
}
const formsBy = { pt: formsOf('pt'), en: formsOf('en') }

describe('a number and the word beside it', () => {
  it.each([0, 1, 2, 1000])('agree in every sentence with %i', (count) => {
    const wrong = everywhere.flatMap(({ where, language, words }) => {
      const names = templatesOf(words).flatMap((template) => [...template.matchAll(/\{(\w+)(#?)/g)].map(([, name, mark]) => [name!, mark!] as const))
      const lists = new Set(names.filter(([, mark]) => mark === '#').map(([name]) => name))
      const facts = Object.fromEntries(names.map(([name]) => [name, lists.has(name) ? Array.from({ length: count }, () => 'x') : count]))
      const said = wrongForm(phrase(words, { n: count, ...facts }, language), count, language)
      return said ? [`${where} (${language}): ${said}`] : []
    })
    expect(wrong).toEqual([])
  })

  it('would be found apart', () => {
    expect([wrongForm('1 lugares sem equipa', 1, 'pt'), wrongForm('2 lugar sem equipa', 2, 'pt'), wrongForm('0 lugar', 0, 'pt')]).toEqual([
      '1 lugares',
      '2 lugar',
      '0 lugar',
    ])
    expect([wrongForm('1 warnings have no note', 1, 'en'), wrongForm('1,000 place', 1000, 'en'), wrongForm('1 people', 1, 'en')]).toEqual([
      '1 warnings',
      '1,000 place',
      '1 people',
    ])
    expect([wrongForm('1 lugar sem equipa', 1, 'pt'), wrongForm('1,000 places', 1000, 'en')]).toEqual([null, null])
  })
})
