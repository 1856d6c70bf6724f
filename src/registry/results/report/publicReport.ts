/** What the public reads of a report: the frozen figures with their text, licence and credit; under which kind and address; and how such a set was made. */
import { type MethodFacts, type ProductKind, printNumber, slugOf } from '../../../kernel/publishing.ts'
import { figureColumns } from './figureColumns.ts'
import { reportFacts } from './lintReport.ts'
import { countsOf, type ReportFigures, type ReportKind, reportKinds } from './reportFigures.ts'
import { reportWords } from './reportWords.ts'
import type { ReportRow, ReportTexts } from './strategyReport.ts'

export const productKinds: Record<ReportKind, string> = {
  quarter: 'strategy-report',
  month: 'monthly-situation',
  donor: 'donor-report',
  focus_area: 'focus-area-report',
  profile: 'migration-profile',
}
export type PublicReport = ReportFigures & { texts: ReportTexts; licence: string; credit: string }

/** The same address for every edition. A project is told apart by the beginning of its id: its code may change. */
export function slugOfReport({ country: { iso3 } }: Pick<ReportFigures, 'country'>, { kind, subject, fromDay, toDay }: ReportRow): string {
  const names: Record<ReportKind, string> = {
    quarter: `strategy ${fromDay}`,
    month: `situation ${fromDay.slice(0, 7)}`,
    donor: `project ${subject?.slice(0, 8)} ${fromDay} ${toDay}`,
    focus_area: `area ${subject} ${fromDay.slice(0, 4)}`,
    profile: `migration profile ${fromDay.slice(0, 4)}`,
  }
  return slugOf(`${iso3} ${names[kind]}`)
}

function howMade({ areas, schema }: PublicReport): MethodFacts {
  const { defined, known } = countsOf(areas)
  return {
    method: reportWords.pt.notes.map((pt, at) => ({ pt, en: reportWords.en.notes[at]! })),
    coverage: [
      {
        pt: `Conhecidos: ${printNumber(known, 'pt')} de ${printNumber(defined, 'pt')} números.`,
        en: `Known: ${printNumber(known, 'en')} of ${printNumber(defined, 'en')} figures.`,
      },
    ],
    limits: [],
    version: schema,
  }
}

export const reportProducts: ProductKind[] = reportKinds.map((kind) => ({
  kind: productKinds[kind],
  tables: [{ name: 'indicators', title: { pt: 'Indicadores', en: 'Indicators' }, files: ['-indicators.csv'], columns: figureColumns }],
  method: howMade,
  facts: reportFacts,
}))
