/**
 * Which localities are built in, and why: agreed criteria with evidence, hazards with what is done against them, minutes of the consultations and the signatures of district
 * and province. Strategy: focus area 7, activity A.
 */
import type { Criterion } from '../../../engines/scoring/index.ts'
import { integer, json, oneOf, optional, type RowOf, record, text } from '../../../kernel/index.ts'
import { officers, openReads } from '../office.ts'

export type LocalityAnswer = { code: string; answer: number | boolean | null; evidence: string | null }
export type Hazard = { kind: 'flood' | 'erosion' | 'wind' | 'fire' | 'landslide'; mitigation: string | null; districtSigned: string | null }
/** `present`: how many, never who. */
export type Minutes = { on: string; with: 'community' | 'district' | 'province'; present: number | null; words: string }

export const LocalitySelection = record(
  'solutions.locality_selection',
  {
    programme: text('Programa', 'Programme', { letters: 60 }),
    /** P-code. */
    place: text('Localidade', 'Locality', { letters: 60, hxl: '#loc+code' }),
    choice: integer('Ronda de escolha', 'Round of choice', { min: 1 }),
    criteria: json<Criterion[]>('Critérios', 'Criteria'),
    criteriaSource: text('De onde vêm os critérios', 'Where the criteria come from', { letters: 300 }),
    answers: json<LocalityAnswer[]>('Respostas', 'Answers', { computed: true }),
    hazards: json<Hazard[]>('Perigos', 'Hazards', { computed: true }),
    minutes: json<Minutes[]>('Actas', 'Minutes', { computed: true }),
    landConflict: oneOf('Conflito pela terra', 'Conflict over land', ['yes', 'no', 'unknown'], { computed: true }),
    state: oneOf('Estado', 'State', ['proposed', 'scored', 'consulted', 'agreed', 'active', 'closed', 'declined'], { computed: true }),
    declinedBecause: optional(text('Porque não', 'Why not', { letters: 500, computed: true })),
  },
  {
    labels: { one: { pt: 'Escolha de localidade', en: 'Choice of locality' }, many: { pt: 'Escolhas de localidades', en: 'Choices of localities' } },
    class: 2,
    title: 'place',
    byDeeds: true,
    unique: [['programme', 'place', 'choice']],
    access: { read: openReads, create: officers, update: [...officers, 'governmentReviewer'] },
  },
)
export type LocalityRow = RowOf<typeof LocalitySelection>
