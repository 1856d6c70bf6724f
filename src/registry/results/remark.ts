/** What colleagues say about an indicator and its figures, under their names and in the order in which they said it; nothing is taken back (specification: results, section 6). */
import { sql } from 'kysely'
import { type Db, type RowOf, record, text } from '../../kernel/index.ts'
import { resultsReaders } from './readers.ts'

export const speakers = ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const

export const Remark = record(
  'results.remark',
  {
    indicator: text('Indicador', 'Indicator', { letters: 10, hxl: '#indicator+code' }),
    words: text('O que se diz', 'What is said', { letters: 2000 }),
  },
  {
    labels: { one: { pt: 'Comentário a um indicador', en: 'Remark on an indicator' }, many: { pt: 'Comentários a indicadores', en: 'Remarks on indicators' } },
    class: 2,
    title: 'words',
    appendOnly: true,
    byDeeds: true,
    index: [['indicator']],
    access: { read: resultsReaders, create: speakers, update: [] },
  },
)

export const remarksOf = (db: Db, indicator: string) =>
  db.rows<Pick<RowOf<typeof Remark>, 'id' | 'words' | 'recordedAt'> & { by: string | null }>(sql`
    select r.id, r.words, r.recorded_at, k.name as by from results.remark r left join kernel.person k on k.id = r.recorded_by
    where r.indicator = ${indicator} order by r.recorded_at, r.id`)
