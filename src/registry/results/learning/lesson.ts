/**
 * What was learned, tagged by area, place, hazard and modality, so that it comes back when somebody plans something alike; and what the planner answered
 * (specification: results, sections 3 and 4; strategy: learning).
 */
import { integer, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { resultsReaders } from '../readers.ts'

export const hazards = ['cyclone', 'flood', 'drought', 'conflict', 'epidemic', 'other'] as const
export const modalities = ['inKind', 'cash', 'voucher', 'service', 'training', 'works'] as const
const answers = ['applied', 'notApplicable', 'notApplied'] as const

export const Lesson = record(
  'results.lesson',
  {
    kind: oneOf('Tipo', 'Kind', ['lesson', 'goodPractice']),
    title: text('Título', 'Title', { letters: 200 }),
    area: integer('Área da estratégia', 'Focus area', { min: 1, max: 99 }),
    /** P-code; it speaks for everything inside. */
    place: optional(text('Código do lugar', 'P-code of the place', { letters: 20 })),
    hazard: optional(oneOf('Perigo', 'Hazard', hazards)),
    modality: optional(oneOf('Modalidade', 'Modality', modalities)),
    happened: text('O que aconteceu', 'What happened', { letters: 2000 }),
    why: text('Porquê', 'Why', { letters: 2000 }),
    advice: text('Conselho', 'Advice', { letters: 2000 }),
    strength: oneOf('Em que assenta', 'What it rests on', ['oneObservation', 'severalObservations', 'evaluation']),
    source: optional(text('Onde se pode ler', 'Where it can be read', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Lição ou boa prática', en: 'Lesson or good practice' }, many: { pt: 'Lições e boas práticas', en: 'Lessons and good practices' } },
    class: 2,
    title: 'title',
    index: [['area']],
    access: { read: resultsReaders, create: ['monitoring', 'coordinator', 'reportOfficer'], update: ['monitoring'] },
  },
)
export type LessonRow = RowOf<typeof Lesson>

export const LessonAnswer = record(
  'results.lesson_answer',
  {
    lesson: ref('results.lesson', 'Lição', 'Lesson'),
    activity: ref('results.planned_activity', 'Actividade planeada', 'Planned activity'),
    answer: oneOf('Resposta', 'Answer', answers),
    words: text('Como, ou porque não', 'How, or why not', { letters: 1000 }),
  },
  {
    labels: { one: { pt: 'Resposta a uma lição', en: 'Answer to a lesson' }, many: { pt: 'Respostas a lições', en: 'Answers to lessons' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['activity']],
    access: { read: resultsReaders, create: ['monitoring', 'coordinator'] },
  },
)
export type LessonAnswerRow = RowOf<typeof LessonAnswer>
