/**
 * A public file of a survey's single answers: which columns, how coarse, how easily somebody could be recognised in it. One person proposes, another publishes, and
 * only below the country's limit of risk. Strategy: focus area 15, activities B and C.
 */
import { boolean, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../../kernel/index.ts'
import { officeReads } from '../../round.ts'

/** `stratum`, or the key of a question. `bands`: where bands of a number begin. `merge`: answers that become one. */
export type MicrodataColumn = { question: string; isKey: boolean; bands?: number[] | undefined; merge?: string[] | undefined }
/** Shares between 0 and 1. `unique`: records that nobody else in the file is like. */
export type MicrodataRisk = { global: number; highest: number; kAnonymity: number; unique: number; keys: string[] }

export const SurveyMicrodata = record(
  'displacement.survey_microdata',
  {
    survey: ref('displacement.survey', 'Inquérito', 'Survey'),
    columns: json<MicrodataColumn[]>('Colunas', 'Columns'),
    withWeights: boolean('Com ponderadores', 'With weights'),
    /** Why the columns that are no keys are not known to others of the person who answered. */
    reason: text('Porque as outras colunas não identificam', 'Why the other columns do not identify', { letters: 1000 }),
    records: integer('Registos', 'Records', { min: 1 }),
    risk: json<MicrodataRisk>('Risco', 'Risk'),
    /** Of the table as it was proposed: what is published is that and nothing else. */
    tableHash: text('Impressão digital', 'Hash', { letters: 64 }),
    state: oneOf('Estado', 'State', ['proposed', 'published'], { computed: true }),
    publishedBy: optional(ref('kernel.person', 'Publicado por', 'Published by', { computed: true })),
    publishedAt: optional(timestamp('Publicado em', 'Published at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Ficheiro de microdados', en: 'Microdata file' }, many: { pt: 'Ficheiros de microdados', en: 'Microdata files' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['survey']],
    access: { read: officeReads, create: ['dataOfficer'], update: ['reportOfficer'] },
  },
)

export type MicrodataRow = RowOf<typeof SurveyMicrodata>
