/** The papers of a distribution in either language: the list with a box to sign, and the reconciliation. Both are one kind of sheet with a table. */
import { readFileSync } from 'node:fs'
import { compilePdf, printDate } from '../../../kernel/publishing.ts'
import type { Bilingual, Language } from '../../../kernel/shared.ts'
import type { ListedEntitlement } from './householdList.ts'
import type { DistributionRow } from './planDistribution.ts'
import type { ReconciledLine } from './reconcile.ts'

const words = {
  pt: {
    ...{
      list: 'Lista de distribuição',
      reconciliation: 'Reconciliação',
      place: 'Ponto',
      day: 'Dia',
      hash: 'Resumo da lista congelada',
    },
    ...{
      household: 'Agregado',
      people: 'Pessoas',
      entitled: 'Direito',
      sign: 'Assinatura ou dedo',
      item: 'Artigo',
      lot: 'Lote',
      received: 'Recebido',
      handed: 'Entregue',
    },
    ...{ returned: 'Devolvido', damaged: 'Danificado', expected: 'Esperado', counted: 'Contado', variance: 'Diferença', tablet: 'Aparelho' },
    ...{ opening: 'Inicial', explanation: 'Explicação', separate: '● fila separada' },
    ...{ signatures: 'Responsável: ______________________   Testemunha: ______________________' },
  },
  en: {
    ...{ list: 'Distribution list', reconciliation: 'Reconciliation', place: 'Point', day: 'Day', hash: 'Hash of the frozen list' },
    ...{
      household: 'Household',
      people: 'People',
      entitled: 'Entitled to',
      sign: 'Signature or thumb',
      item: 'Item',
      lot: 'Lot',
      received: 'Received',
      handed: 'Handed over',
    },
    ...{ returned: 'Returned', damaged: 'Damaged', expected: 'Expected', counted: 'Counted', variance: 'Difference', tablet: 'Tablet' },
    ...{ opening: 'Opening', explanation: 'Explanation', separate: '● separate queue' },
    ...{ signatures: 'In charge: ______________________   Witness: ______________________' },
  },
} as const

let template: string | undefined
type Column = { label: string; width: string; right?: true }
type Sheet = { title: string; columns: Column[]; rows: string[][]; foot: string[]; paper: 'a4' | 'wide'; tall?: true }

function sheet({ code, name, point, day, listHash }: DistributionRow, lang: Language, { paper, ...given }: Sheet): Uint8Array {
  template ??= readFileSync(new URL('./papers.typ', import.meta.url), 'utf8')
  const w = words[lang]
  const facts = [[w.place, `${name} · ${point}`], [w.day, printDate(day, lang)], ...(listHash ? [[w.hash, listHash]] : [])]
  return compilePdf({ template, data: { tall: false, ...given, title: `${given.title} · ${code}`, lang, day, facts, paper } })
}

export type About = { distribution: DistributionRow; items: Record<string, Bilingual>; lang: Language }
export const named = ({ items, lang }: About, item: string) => items[item]?.[lang] ?? item

export function listPaper(about: About, list: readonly ListedEntitlement[]): Uint8Array {
  const w = words[about.lang]
  const rows = list.map(({ household, people, lines, mark }, at) => [
    String(at + 1),
    mark ? `${household} ●` : household,
    people === null ? '?' : String(people),
    lines.map(({ item, quantity }) => `${quantity} × ${named(about, item)}`).join(', '),
    '',
  ])
  const columns: Column[] = [
    { label: 'N.º', width: '10mm', right: true },
    { label: w.household, width: '38mm' },
    { label: w.people, width: '16mm', right: true },
    { label: w.entitled, width: '1fr' },
    { label: w.sign, width: '55mm' },
  ]
  return sheet(about.distribution, about.lang, { title: w.list, columns, rows, foot: [w.separate, w.signatures], paper: 'a4', tall: true })
}

export function reconciliationPaper(about: About, lines: readonly ReconciledLine[]): Uint8Array {
  const w = words[about.lang]
  const figures = ['opening', 'received', 'handed', 'returned', 'damaged', 'expected', 'counted', 'variance'] as const
  const rows = lines.map((line) => [line.label, named(about, line.item), line.lot, ...figures.map((figure) => String(line[figure])), line.explanation ?? ''])
  const columns: Column[] = [
    { label: w.tablet, width: '26mm' },
    { label: w.item, width: '1fr' },
    { label: w.lot, width: '18mm' },
    ...figures.map((figure): Column => ({ label: w[figure], width: '20mm', right: true })),
    { label: w.explanation, width: '40mm' },
  ]
  return sheet(about.distribution, about.lang, { title: w.reconciliation, columns, rows, foot: [w.signatures], paper: 'wide' })
}
