/**
 * A check of the data behind an indicator: five marks, each with the sentence that stands for it, and a recount of a sample. The lowest mark speaks; nobody
 * averages what cannot make up for another (specification: results, sections 3 and 5.9).
 */
import { date, integer, optional, type RowOf, record, text } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'

const mark = (pt: string, en: string) => integer(`${pt} (1 a 5)`, `${en} (1 to 5)`, { min: 1, max: 5 })
const because = (pt: string, en: string) => text(`${pt}: porquê`, `${en}: why`, { letters: 500 })

export const QualityCheck = record(
  'results.quality_check',
  {
    indicator: text('Indicador', 'Indicator', { letters: 10, hxl: '#indicator+code' }),
    day: date('Data', 'Day', { hxl: '#date' }),
    validityMark: mark('Validade', 'Validity'),
    validityWords: because('Validade', 'Validity'),
    reliabilityMark: mark('Fiabilidade', 'Reliability'),
    reliabilityWords: because('Fiabilidade', 'Reliability'),
    timelinessMark: mark('Actualidade', 'Timeliness'),
    timelinessWords: because('Actualidade', 'Timeliness'),
    precisionMark: mark('Precisão', 'Precision'),
    precisionWords: because('Precisão', 'Precision'),
    integrityMark: mark('Integridade', 'Integrity'),
    integrityWords: because('Integridade', 'Integrity'),
    /** Records taken at random and looked up at their source; how many agreed. */
    sampleSize: optional(integer('Registos recontados', 'Records recounted', { min: 1 })),
    sampleAgreed: optional(integer('Que conferem', 'That agreed', { min: 0 })),
  },
  {
    labels: {
      one: { pt: 'Verificação da qualidade', en: 'Data quality check' },
      many: { pt: 'Verificações da qualidade', en: 'Data quality checks' },
    },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    title: 'indicator',
    index: [['indicator']],
    access: { read: resultsReaders, create: ['monitoring'] },
  },
)
export type QualityCheckRow = RowOf<typeof QualityCheck>

const qualityMarks = ['validity', 'reliability', 'timeliness', 'precision', 'integrity'] as const
type QualityMark = (typeof qualityMarks)[number]

/** The lowest mark, and every one that is as low. */
export function lowestMark(check: Record<`${QualityMark}Mark`, number>): { mark: number; of: QualityMark[] } {
  const mark = Math.min(...qualityMarks.map((name) => check[`${name}Mark`]))
  return { mark, of: qualityMarks.filter((name) => check[`${name}Mark`] === mark) }
}
