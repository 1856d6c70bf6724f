/** Papers of the warehouse, with what stands at their foot. */
import type { Content, Language } from '../../../kernel/index.ts'
import { type Paper, paperFile } from '../../../kernel/publishing.ts'

export type StockPaper = Omit<Paper, 'code'> & {
  /** What its code holds. */
  code?: string
}

const words = {
  pt: { code: 'Código com o número e a impressão digital da guia', restricted: 'Posições de stock: não publicar.' },
  en: { code: 'Code with the number and the fingerprint of the waybill', restricted: 'Positions of stock: not to be published.' },
}

export const stockPaperFile = ({ code, ...paper }: StockPaper, lang: Language): Promise<Content> =>
  paperFile({ ...paper, ...(code ? { code: { text: code, alt: words[lang].code } } : {}) }, lang, words[lang].restricted)
