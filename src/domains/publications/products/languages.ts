/** Two languages, one text: which is the original, whether the other was made from it as it stands now, and whether one alone was given a reason. */
import type { Language, Refusal } from '../../../kernel/index.ts'
import { refuse } from '../../../kernel/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import type { ProductRow, ProductText, ProductTexts } from './product.ts'

export const languages = ['pt', 'en'] as const
export const named: Record<Language, { language: string; languagePt: string }> = {
  pt: { language: 'Portuguese', languagePt: 'português' },
  en: { language: 'English', languagePt: 'inglês' },
}

export const otherThan = (lang: Language): Language => (lang === 'pt' ? 'en' : 'pt')
const fingerprintOf = ({ title, summary, body }: ProductText): string => contentHash({ title, summary, body })
const isWritten = (text: ProductText | undefined): text is ProductText =>
  text !== undefined && [text.title, text.summary, text.body].every((part) => part.trim() !== '')

/** What was sent, over what was there. A translation counts as made from the original that it was saved beside, when its own words changed or its author says that it still fits. */
export function keepTexts(before: ProductTexts, given: ProductTexts, original: Language, stillFits: boolean): ProductTexts {
  const plain = (text: ProductText): ProductText => ({ title: text.title.trim(), summary: text.summary.trim(), body: text.body.trim() })
  const source = given[original] ? plain(given[original]) : before[original]
  const translated = otherThan(original)
  const translation = given[translated] ? plain(given[translated]) : before[translated]
  const changed = translation && (!before[translated] || fingerprintOf(before[translated]) !== fingerprintOf(translation))
  const of = source && (changed || stillFits) ? fingerprintOf(source) : before[translated]?.of
  return { ...(source ? { [original]: source } : {}), ...(translation ? { [translated]: { ...translation, ...(of ? { of } : {}) } } : {}) }
}

export function originalObstacles({ texts, original }: ProductRow): Refusal[] {
  return isWritten(texts[original]) ? [] : [refuse('publish.language-missing', named[original])]
}

export function languageObstacles(product: ProductRow): Refusal[] {
  const { texts, original, onlyBecause } = product
  const translated = otherThan(original)
  const translation = texts[translated]
  const missing = originalObstacles(product)
  if (!isWritten(translation)) return onlyBecause?.trim() ? missing : [...missing, refuse('publish.language-missing', named[translated])]
  const source = texts[original]
  const stale = isWritten(source) && translation.of !== fingerprintOf(source)
  return stale ? [...missing, refuse('publish.translation-stale', named[translated])] : missing
}

/** The languages that go out. */
export const languagesOf = ({ texts }: Pick<ProductRow, 'texts'>): Language[] => languages.filter((lang) => isWritten(texts[lang]))
