/**
 * What a project does, where, with whom and when, under one lettered activity of the strategy; its cross-cutting themes and approaches each say how, so that
 * a mark is never a tick in a box. Progress is told in dated notes that nobody rewrites (specification: results, sections 1 and 3).
 */
import { bilingual, date, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { hazards, modalities } from '../learning/lesson.ts'
import { resultsReaders } from '../readers.ts'

/** A theme or approach of the strategy, and how this activity lives up to it. */
export type Marker = { code: string; how: string }

const activityStates = ['planned', 'underWay', 'done', 'cancelled'] as const

export const PlannedActivity = record(
  'results.planned_activity',
  {
    project: ref('results.project', 'Projecto', 'Project'),
    result: optional(ref('results.project_result', 'Resultado', 'Result')),
    /** Area and letter: FA12.C. */
    activity: text('Actividade da estratégia', 'Activity of the strategy', { letters: 8 }),
    name: bilingual('Nome', 'Name'),
    places: json<string[]>('Lugares', 'Places'),
    partners: json<string[]>('Parceiros', 'Partners'),
    fromDay: date('De', 'From', { hxl: '#date+start' }),
    toDay: date('Até', 'To', { hxl: '#date+end' }),
    budgetLine: optional(text('Linha do orçamento', 'Budget line', { letters: 100 })),
    markers: json<Marker[]>('Temas e abordagens', 'Themes and approaches'),
    nexusPart: optional(oneOf('Parte do nexo', 'Part of the nexus', ['humanitarian', 'development', 'peace'])),
    hazard: optional(oneOf('Perigo', 'Hazard', hazards)),
    modality: optional(oneOf('Modalidade', 'Modality', modalities)),
    state: oneOf('Estado', 'State', activityStates, { computed: true }),
    cancelledBecause: optional(text('Porque se cancelou', 'Why it was cancelled', { letters: 1000, computed: true })),
  },
  {
    labels: { one: { pt: 'Actividade planeada', en: 'Planned activity' }, many: { pt: 'Actividades planeadas', en: 'Planned activities' } },
    class: 2,
    byDeeds: true,
    title: 'activity',
    index: [['project'], ['activity']],
    access: { read: resultsReaders, create: ['monitoring'], update: ['monitoring', 'coordinator'] },
  },
)
export type PlannedActivityRow = RowOf<typeof PlannedActivity>

export const ProgressNote = record(
  'results.progress_note',
  {
    activity: ref('results.planned_activity', 'Actividade', 'Activity'),
    day: date('Data', 'Day', { hxl: '#date' }),
    words: text('O que avançou', 'What moved', { letters: 4000 }),
  },
  {
    labels: { one: { pt: 'Nota de progresso', en: 'Progress note' }, many: { pt: 'Notas de progresso', en: 'Progress notes' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['activity']],
    access: { read: resultsReaders, create: ['monitoring', 'coordinator'] },
  },
)
export type ProgressNoteRow = RowOf<typeof ProgressNote>
