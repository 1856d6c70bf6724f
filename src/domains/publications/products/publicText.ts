/** What the public reads of a text: its words in each language, the figures that it stands on with their sources, and whose it is. Pictures are named only; whether they may be shown is asked each day anew. */
import type { Bilingual, Language } from '../../../kernel/index.ts'
import { languagesOf } from './languages.ts'
import type { Counterpart, ProductRow } from './product.ts'

const publicTextFormat = 'capulana-text-1'

export type PublicText = {
  format: typeof publicTextFormat
  number: string
  edition: number
  kind: ProductRow['kind']
  country: { iso3: string; name: Bilingual }
  texts: Partial<Record<Language, { title: string; summary: string; body: string }>>
  onlyBecause: string | null
  focusAreas: number[]
  places: string[]
  period: { from: string; to: string }
  figures: { label: Bilingual; value: number; source: string }[]
  sources: { slug: string; version: number; hash: string; title: Bilingual }[]
  figuresHash: string
  pictures: string[]
  donors: string | null
  counterpart: Pick<Counterpart, 'office' | 'on'> | null
  licence: string
  credit: string
}

export function publicTextOf(product: ProductRow, country: PublicText['country']): PublicText {
  const frozen = product.frozen!
  const texts = Object.fromEntries(
    languagesOf(product).map((lang) => {
      const { title, summary, body } = product.texts[lang]!
      return [lang, { title, summary, body }]
    }),
  )
  const { counterpart } = product
  return {
    format: publicTextFormat,
    ...{ number: product.number, edition: product.edition, kind: product.kind, country, texts },
    onlyBecause: languagesOf(product).length === 1 ? product.onlyBecause : null,
    ...{ focusAreas: product.focusAreas, places: product.places, period: { from: product.periodFrom, to: product.periodTo } },
    figures: frozen.own.map(({ label, value, source }) => ({ label, value, source })),
    ...{ sources: frozen.sources, figuresHash: frozen.hash, pictures: product.pictures, donors: product.donors },
    counterpart: counterpart?.answer === 'agreed' ? { office: counterpart.office, on: counterpart.on } : null,
    ...{ licence: product.licence, credit: product.credit },
  }
}

/** Blank lines part paragraphs. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
