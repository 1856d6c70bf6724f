/** Papers of the warehouse, in either language, black on white, with boxes to sign in. Each is filled by one function and laid out by one template. */
import { readFileSync } from 'node:fs'
import QRCode from 'qrcode'
import type { Language } from '../../../kernel/index.ts'
import { compilePdf, printDate } from '../../../kernel/publishing.ts'

/** `write`: left empty for a pen, so that its cells are wide and its rows high. */
export type PaperColumn = { title: string; number?: boolean; wide?: boolean; write?: boolean }
export type StockPaper = {
  title: string
  /** Number of the paper, or what it is about. */
  number: string
  facts: [string, string][]
  columns: PaperColumn[]
  rows: string[][]
  notes?: string[]
  signatures?: string[]
  /** Many columns: the long side of the sheet lies below. */
  flipped?: boolean
  /** What its code holds. */
  code?: string
}

const words = {
  pt: {
    none: 'Sem linhas.',
    code: 'Código com o número e a impressão digital da guia',
    printed: 'Impresso em',
    restricted: 'Posições de stock: não publicar.',
  },
  en: {
    none: 'No lines.',
    code: 'Code with the number and the fingerprint of the waybill',
    printed: 'Printed on',
    restricted: 'Positions of stock: not to be published.',
  },
}

let template: string | undefined

export async function stockPaperPdf(paper: StockPaper, lang: Language, day: string): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./stockPaper.typ', import.meta.url), 'utf8')
  const { none, code: codeAlt, printed, restricted } = words[lang]
  const { title, number, facts, columns, rows, notes = [], signatures = [], flipped = false, code } = paper
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', day, title, number, facts, rows, notes, signatures, none, codeAlt, flipped },
      columns: columns.map(({ title: head, number: isNumber = false, wide = false, write = false }) => ({ title: head, number: isNumber, wide, write })),
      code: code ? await QRCode.toString(code, { type: 'svg', errorCorrectionLevel: 'Q', margin: 2 }) : null,
      footer: `${printed} ${printDate(day, lang)}. ${restricted}`,
    },
  })
}
