/** Papers of an office, in either language, black on white, with boxes to sign in. Each is filled by one function of its domain and laid out by one template. */
import { readFileSync } from 'node:fs'
import QRCode from 'qrcode'
import type { Content } from '../http/route.ts'
import type { Language } from '../text/bilingual.ts'
import { today } from '../text/clock.ts'
import { printDate } from './printed.ts'
import { compilePdf } from './typst.ts'

/** `write`: left empty for a pen, so that its cells are wide and its rows high. */
export type PaperColumn = { title: string; number?: boolean; wide?: boolean; write?: boolean }
export type Paper = {
  title: string
  /** Number of the paper, or what it is about. */
  number: string
  facts: [string, string][]
  columns: PaperColumn[]
  rows: string[][]
  notes?: string[]
  /** A drawing above the lines, with what it shows. */
  map?: { svg: string; alt: string } | null
  /** Further tables, below the notes, each with what it is and what is to be known of it. */
  tables?: { title: string; columns: PaperColumn[]; rows: string[][]; notes: string[] }[]
  /** JPEG or PNG, each with what it shows. */
  pictures?: { alt: string; content: Buffer }[]
  signatures?: string[]
  /** Many columns: the long side of the sheet lies below. */
  flipped?: boolean
  /** What its code holds, and what a reader is told of it. */
  code?: { text: string; alt: string }
}

const words = { pt: { none: 'Sem linhas.', printed: 'Impresso em' }, en: { none: 'No lines.', printed: 'Printed on' } }

/** Templates take pictures as drawings; a photograph stands inside one, whole, in a frame of four by three. */
const framed = (content: Buffer) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><image width="400" height="300" preserveAspectRatio="xMidYMid meet" href="data:image/${content[0] === 0x89 ? 'png' : 'jpeg'};base64,${content.toString('base64')}"/></svg>`

const wholeColumn = ({ title, number = false, wide = false, write = false }: PaperColumn) => ({ title, number, wide, write })

let template: string | undefined

/** `handling`: who may see it, for the foot of each page. */
async function paperPdf(paper: Paper, { lang, day, handling }: { lang: Language; day: string; handling: string }): Promise<Uint8Array> {
  template ??= readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
  const { none, printed } = words[lang]
  const { title, number, facts, columns, rows, notes = [], map = null, tables = [], pictures = [], signatures = [], flipped = false, code } = paper
  return compilePdf({
    template,
    data: {
      ...{ lang, region: lang === 'pt' ? 'MZ' : 'GB', day, title, number, facts, rows, notes, map, signatures, none, codeAlt: code?.alt ?? '', flipped },
      columns: columns.map(wholeColumn),
      tables: tables.map((table) => ({ ...table, columns: table.columns.map(wholeColumn) })),
      pictures: pictures.map(({ alt, content }) => ({ alt, svg: framed(content) })),
      code: code ? await QRCode.toString(code.text, { type: 'svg', errorCorrectionLevel: 'Q', margin: 2 }) : null,
      footer: `${printed} ${printDate(day, lang)}. ${handling}`,
    },
  })
}

/** The same as the answer to a request, named after what it is. */
export async function paperFile(paper: Paper, lang: Language, handling: string): Promise<Content> {
  const name = `${paper.title} ${paper.number}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return { content: await paperPdf(paper, { lang, day: today(), handling }), type: 'application/pdf', name: `${name}.pdf` }
}
