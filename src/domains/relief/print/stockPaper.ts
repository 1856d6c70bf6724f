/** Papers of the warehouse, with what stands at their foot. */
import type { Language } from '../../../kernel/index.ts'
import { type Paper, paperPdf } from '../../../kernel/publishing.ts'

export type StockPaper = Omit<Paper, 'code'> & {
  /** What its code holds. */
  code?: string
}

const words = {
  pt: { code: 'Código com o número e a impressão digital da guia', restricted: 'Posições de stock: não publicar.' },
  en: { code: 'Code with the number and the fingerprint of the waybill', restricted: 'Positions of stock: not to be published.' },
}

export const stockPaperPdf = ({ code, ...paper }: StockPaper, lang: Language, day: string): Promise<Uint8Array> =>
  paperPdf({ ...paper, ...(code ? { code: { text: code, alt: words[lang].code } } : {}) }, { lang, day, handling: words[lang].restricted })
