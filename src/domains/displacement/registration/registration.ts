/**
 * Registration of displaced people: an exercise with its purpose, legal basis and the day on which everything about its people is erased; and one line for each
 * household that was met, also for those who did not agree: they are counted and nothing else of them is kept. Strategy: focus area 15, activities D and H.
 */
import { codes, date, json, oneOf, optional, record, ref, text, timestamp } from '../../../kernel/index.ts'

/** People who did not agree, by sex and age band. */
export type CountedOnly = { sex: string; ageBand: string | null; people: number }[]

const office = {
  registrar: 'all',
  duplicateReviewer: 'all',
  dataOfficer: 'all',
  coordinator: 'all',
  enumerator: 'all',
  chief: 'all',
  monitoring: 'all',
} as const

export const RegistrationExercise = record(
  'displacement.registration_exercise',
  {
    operation: ref('displacement.operation', 'Operação', 'Operation'),
    name: text('Nome', 'Name', { letters: 200 }),
    /** P-codes of the sites and places where people are registered. */
    sites: json<string[]>('Lugares', 'Sites'),
    purpose: text('Fim', 'Purpose', { letters: 1000 }),
    legalBasis: text('Base legal', 'Legal basis', { letters: 500 }),
    retainUntil: date('Guardar até', 'Retain until'),
    /** Who set it aside; somebody else erases. */
    retainedBy: optional(ref('kernel.person', 'Posto de lado por', 'Set aside by', { computed: true })),
    state: oneOf('Estado', 'State', ['collecting', 'verifying', 'closed', 'retained', 'erased'], { computed: true }),
  },
  {
    labels: { one: { pt: 'Exercício de registo', en: 'Registration exercise' }, many: { pt: 'Exercícios de registo', en: 'Registration exercises' } },
    class: 2,
    title: 'name',
    byDeeds: true,
    unique: [['operation', 'name']],
    access: { read: office, create: ['registrar'], update: ['registrar'] },
  },
)

export const RegistrationLine = record(
  'displacement.registration_line',
  {
    exercise: ref('displacement.registration_exercise', 'Exercício', 'Exercise'),
    /** Id of the household in the register of people, which nothing outside points into; empty: it did not agree, or was erased. */
    household: optional(text('Agregado', 'Household', { letters: 36 })),
    place: text('Lugar', 'Place', { letters: 60 }),
    day: date('Dia', 'Day'),
    team: optional(text('Equipa', 'Team', { letters: 100 })),
    consent: oneOf('Consentimento', 'Consent', ['given', 'refused']),
    verification: oneOf('Verificação', 'Verification', ['unverified', 'verified', 'rejected']),
    verificationReason: optional(text('Porque foi rejeitada', 'Why it was rejected', { letters: 500 })),
    verifiedAt: optional(timestamp('Verificada em', 'Verified at')),
    verifiedBy: optional(ref('kernel.person', 'Verificada por', 'Verified by')),
    /** What is left of people who did not agree or were erased. */
    counted: optional(json<CountedOnly>('Contados sem nome', 'Counted without a name')),
    needs: codes('need', 'Necessidades', 'Needs'),
  },
  {
    labels: { one: { pt: 'Linha de registo', en: 'Registration line' }, many: { pt: 'Linhas de registo', en: 'Registration lines' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['exercise'], ['household']],
    access: { read: { registrar: 'area' }, create: ['registrar'], update: ['registrar'] },
  },
)
