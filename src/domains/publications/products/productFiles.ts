/** The files of a text: a tagged PDF in each language, with the pictures that may be printed, and the set itself. */
import { readFileSync } from 'node:fs'
import { canonicalJson, compilePdf, type NewProduct, printDateRange, printNumber } from '../../../kernel/publishing.ts'
import { languages } from './languages.ts'
import type { PrintedPicture } from './printedPictures.ts'
import { productWords } from './productWords.ts'
import { type PublicText, paragraphsOf } from './publicText.ts'

let template: string | undefined

type Made = { hash: string; printed: readonly PrintedPicture[] }

function pdfOf(set: PublicText, lang: 'pt' | 'en', { hash, printed }: Made): Uint8Array {
  template ??= readFileSync(new URL('./product.typ', import.meta.url), 'utf8')
  const { kinds, ...words } = productWords[lang]
  const { title, summary, body } = set.texts[lang]!
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', words, kind: kinds[set.kind], title, summary, paragraphs: paragraphsOf(body) },
      ...{ number: set.number, edition: String(set.edition), day: set.period.to, when: printDateRange(set.period.from, set.period.to, lang) },
      figures: set.figures.map(({ label, value, source }) => ({ label: label[lang], value: printNumber(value, lang), source })),
      sources: set.sources.map(({ title: of, version, hash: print }) => ({ title: `${of[lang]} (v${version})`, hash: print })),
      ...{ counterpart: set.counterpart?.office ?? '', donors: set.donors ?? '', country: set.country.name[lang] },
      ...{ credit: set.credit, licence: set.licence, hash },
      pictures: printed.map(({ name, caption, credit, widthMm }) => ({ name, caption: caption[lang], credit, width: widthMm })),
    },
    pictures: Object.fromEntries(printed.map(({ name, bytes }) => [name, bytes])),
  })
}

export function productFiles(set: PublicText, slug: string, made: Made): NewProduct['files'] {
  const written = languages.filter((lang) => set.texts[lang])
  return [
    ...written.map((language) => ({
      ...{ name: `${slug}-${language}.pdf`, format: 'pdf' as const, language, type: 'application/pdf', bytes: pdfOf(set, language, made) },
    })),
    { name: `${slug}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) },
  ]
}
