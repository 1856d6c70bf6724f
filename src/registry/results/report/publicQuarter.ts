/** What the public reads of a quarter: the frozen figures with their text, licence and credit; and how such a set was made. */
import { type MethodFacts, type ProductKind, printNumber } from '../../../kernel/publishing.ts'
import { indicatorColumns } from './indicatorColumns.ts'
import { countsOf, type QuarterFigures } from './quarterFigures.ts'
import { quarterFacts } from './quarterText.ts'
import { quarterWords } from './quarterWords.ts'
import type { QuarterTexts } from './strategyReport.ts'

export const quarterKind = 'strategy-report'
export type PublicQuarter = QuarterFigures & { texts: QuarterTexts; licence: string; credit: string }

function howMade({ areas, schema }: PublicQuarter): MethodFacts {
  const { defined, known } = countsOf(areas)
  return {
    method: quarterWords.pt.notes.map((pt, at) => ({ pt, en: quarterWords.en.notes[at]! })),
    coverage: [
      {
        pt: `Com valor aprovado: ${printNumber(known, 'pt')} de ${printNumber(defined, 'pt')} indicadores.`,
        en: `With an approved figure: ${printNumber(known, 'en')} of ${printNumber(defined, 'en')} indicators.`,
      },
    ],
    limits: [],
    version: schema,
  }
}

export const quarterProduct: ProductKind = {
  kind: quarterKind,
  tables: [{ name: 'indicators', title: { pt: 'Indicadores', en: 'Indicators' }, files: ['-indicators.csv'], columns: indicatorColumns }],
  method: howMade,
  facts: quarterFacts,
}
