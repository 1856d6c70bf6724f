/**
 * Fingerprints are off. Two people switch them on for one exercise, with an impact assessment, a purpose, an age and a day on which they end; whoever is registered
 * without a finger is registered just the same. Strategy: focus area 15, activity H.
 */
import { date, integer, json, oneOf, optional, record, ref, text, timestamp } from '../../../../kernel/index.ts'

const office = { registrar: 'all', duplicateReviewer: 'all', dataOfficer: 'all', coordinator: 'all', chief: 'all', monitoring: 'all' } as const

/** Why it ended: a person ended it, its day came, or the exercise was closed. */
export const endings = ['person', 'sunset', 'exercise'] as const

/** Asked for by whoever recorded the row, granted by somebody else. A row that ended stays; switching on again is a new request. */
export const BiometricSwitch = record(
  'displacement.biometric_switch',
  {
    exercise: ref('displacement.registration_exercise', 'Exercício', 'Exercise'),
    assessment: text('Avaliação de impacto', 'Impact assessment', { letters: 300 }),
    purpose: text('Fim', 'Purpose', { letters: 1000 }),
    sunset: date('Último dia', 'Last day'),
    minimumAge: integer('Idade mínima', 'Minimum age', { min: 0, max: 120 }),
    state: oneOf('Estado', 'State', ['asked', 'on', 'ended'], { computed: true }),
    grantedBy: optional(ref('kernel.person', 'Concedido por', 'Granted by', { computed: true })),
    grantedAt: optional(timestamp('Concedido em', 'Granted at', { computed: true })),
    endedBy: optional(ref('kernel.person', 'Terminado por', 'Ended by', { computed: true })),
    endedAt: optional(timestamp('Terminado em', 'Ended at', { computed: true })),
    endedBecause: optional(oneOf('Porque terminou', 'Why it ended', endings, { computed: true })),
  },
  {
    labels: {
      one: { pt: 'Interruptor de impressões digitais', en: 'Fingerprint switch' },
      many: { pt: 'Interruptores de impressões digitais', en: 'Fingerprint switches' },
    },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['exercise']],
    access: { read: office, create: ['registrar'], update: ['registrar', 'chief'] },
  },
)

/** The name of the finger's line in the evidence of a pair. */
export const fingerEvidence = 'fingers'

/** Two fingers are enough to compare, and few enough to lose. */
export const mostFingers = 2

/**
 * One finger of one person, in a schema of its own that nothing points into or out of. The points lie sealed under a key of this row; no role reads it, only the house
 * while it compares. A row whose key is destroyed goes, and its tombstone stays.
 */
export const FingerTemplate = record(
  'biometrics.template',
  {
    exercise: text('Exercício', 'Exercise', { letters: 36 }),
    person: text('Pessoa', 'Person', { letters: 36 }),
    /** As ISO/IEC 19794-2 counts them: 1 right thumb … 10 left little finger. */
    finger: integer('Dedo', 'Finger', { min: 1, max: 10 }),
    sealed: text('Selado', 'Sealed', { letters: 40_000, large: true }),
  },
  {
    labels: {
      one: { pt: 'Modelo de impressão digital', en: 'Fingerprint template' },
      many: { pt: 'Modelos de impressões digitais', en: 'Fingerprint templates' },
    },
    class: 4,
    byDeeds: true,
    closed: true,
    unique: [['exercise', 'person', 'finger']],
    index: [['person']],
    access: { read: { system: 'all' } },
  },
)

export const destructions = ['consent-withdrawn', 'person-erased', 'switched-off', 'sunset', 'exercise-closed', 'replaced'] as const
export type Destruction = (typeof destructions)[number]

/** A certificate of destruction: when, by whom (nobody: the house, on the promised day), how many, and the hashes of the keys' ids as the tombstones have them. */
export const BiometricDestruction = record(
  'displacement.biometric_destruction',
  {
    exercise: ref('displacement.registration_exercise', 'Exercício', 'Exercise'),
    reason: oneOf('Motivo', 'Reason', destructions),
    templates: integer('Modelos', 'Templates', { min: 1 }),
    keys: json<string[]>('Chaves (só o resumo)', 'Keys (hashed)'),
  },
  {
    labels: {
      one: { pt: 'Certificado de destruição', en: 'Certificate of destruction' },
      many: { pt: 'Certificados de destruição', en: 'Certificates of destruction' },
    },
    class: 2,
    byDeeds: true,
    closed: true,
    appendOnly: true,
    index: [['exercise']],
    access: { read: office, create: [] },
  },
)
