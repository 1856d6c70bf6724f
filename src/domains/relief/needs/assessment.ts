/**
 * A needs assessment: what households of one place lack, seen on one day by one team. A request stands on one, and a purchase cites one. It holds shares and
 * counts of a place, never a person. Strategy: focus area 12, activities A and F; relief specification, 2.3.
 */
import { date, integer, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { stockReads } from '../office.ts'

export const assessmentMethods = ['household_survey', 'key_informants', 'observation', 'group_discussion'] as const

/** `code`: of an item or a kit; percent of the assessed households that lack it. */
export type Lacking = { code: string; percent: number }
/** Households by what happened to their shelter; null: nobody looked. */
export type ShelterDamage = { none: number | null; partly: number | null; destroyed: number | null }

export const Assessment = record(
  'relief.assessment',
  {
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    assessedOn: date('Data', 'Date', { hxl: '#date' }),
    method: oneOf('Método', 'Method', assessmentMethods),
    /** Who went there; empty: the mission itself. */
    organisation: optional(ref('organisations.organisation', 'Organização', 'Organisation')),
    householdsAssessed: integer('Agregados avaliados', 'Households assessed', { min: 1, max: 10_000_000, hxl: '#affected+hh' }),
    lacking: json<Lacking[]>('O que falta', 'What is lacking'),
    damage: json<ShelterDamage>('Danos nos abrigos', 'Shelter damage'),
    teamSize: integer('Pessoas na equipa', 'People in the team', { min: 1, max: 500 }),
    words: optional(text('Nota', 'Note', { letters: 2000 })),
  },
  {
    labels: { one: { pt: 'Avaliação de necessidades', en: 'Needs assessment' }, many: { pt: 'Avaliações de necessidades', en: 'Needs assessments' } },
    class: 2,
    title: 'place',
    byDeeds: true,
    appendOnly: true,
    index: [['place', 'assessedOn']],
    // What a place lacks is shared with all who may serve it.
    access: {
      read: { ...stockReads, partner: 'all', coordinator: 'all' },
      create: ['partner', 'clusterCoordinator', 'pipeline', 'monitoring'],
      update: [],
    },
  },
)

export type AssessmentRow = RowOf<typeof Assessment>
