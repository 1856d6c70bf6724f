/**
 * What the answers say, typed and open to questions; and everything that people and checks say about them. Answers are made from the stored document and may
 * be made anew; a correction is a row of its own with its reason, so that the cleaning log is a query and replays.
 */
import { integer, json, oneOf, optional, ref, text, timestamp } from '../record/fields.ts'
import { record } from '../record/record.ts'

/** Each row carries the area and the author of its submission. */
const readers = { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all', enumerator: 'own' } as const
/** What is said about a submission is read by whoever may see the submission itself. */
const ofSeenSubmission = { condition: 'exists (select 1 from forms.submission s where s.id = r.submission)', inArea: true } as const
const office = { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all', registrar: ofSeenSubmission } as const

/** One row for the top of the form, one for each turn of a repeat. Keys of `answers` are the paths of its questions below the repeat. */
export const Answers = record(
  'forms.answers',
  {
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    form: ref('forms.form', 'Formulário', 'Form'),
    /** Path of the repeat; empty for the top. */
    repeat: text('Repetição', 'Repeat', { letters: 500 }),
    /** Which turn, counted through the whole submission, and the turn of the repeat around it. */
    turn: integer('Volta', 'Turn', { min: 0 }),
    parentTurn: integer('Volta exterior', 'Outer turn', { min: 0 }),
    answers: json<Record<string, unknown>>('Respostas', 'Answers'),
    /** The same with the corrections in them; none: nothing was corrected. */
    corrected: optional(json<Record<string, unknown>>('Respostas corrigidas', 'Corrected answers')),
  },
  {
    labels: { one: { pt: 'Respostas', en: 'Answers' }, many: { pt: 'Respostas', en: 'Answers' } },
    class: 2,
    byDeeds: true,
    derived: true,
    unique: [['submission', 'repeat', 'turn']],
    index: [['form', 'repeat']],
    access: { read: readers, create: [] },
  },
)

export const SubmissionFinding = record(
  'forms.finding',
  {
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    path: text('Pergunta', 'Question', { letters: 500 }),
    code: text('Código', 'Code', { letters: 100 }),
    severity: oneOf('Gravidade', 'Severity', ['error', 'warning', 'note']),
    facts: json<Record<string, unknown>>('Factos', 'Facts'),
    state: oneOf('Estado', 'State', ['open', 'confirmed', 'corrected', 'returned']),
    answer: optional(text('Resposta', 'Answer')),
    answeredBy: optional(ref('kernel.person', 'Por', 'By')),
    answeredAt: optional(timestamp('Em', 'At')),
  },
  {
    labels: { one: { pt: 'Dúvida', en: 'Finding' }, many: { pt: 'Dúvidas', en: 'Findings' } },
    class: 2,
    byDeeds: true,
    derived: true,
    unique: [['submission', 'path', 'code']],
    access: { read: office, create: [], update: ['dataOfficer', 'coordinator', 'registrar'] },
  },
)

export const AnswerCorrection = record(
  'forms.correction',
  {
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    path: text('Pergunta', 'Question', { letters: 500 }),
    turn: integer('Volta', 'Turn', { min: 0 }),
    before: optional(json<unknown>('Antes', 'Before')),
    after: optional(json<unknown>('Depois', 'After')),
    changeType: oneOf('Tipo', 'Change type', ['change_response', 'blank_response', 'remove_survey', 'no_action']),
    issue: optional(text('Questão', 'Issue', { letters: 1000 })),
    reason: text('Razão', 'Reason', { letters: 1000 }),
    rule: optional(text('Regra', 'Rule', { letters: 200 })),
  },
  {
    labels: { one: { pt: 'Correção de resposta', en: 'Answer correction' }, many: { pt: 'Correções de respostas', en: 'Answer corrections' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['submission']],
    access: { read: office, create: ['dataOfficer', 'coordinator', 'registrar'] },
  },
)

export const ReviewNote = record(
  'forms.note',
  {
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    path: optional(text('Pergunta', 'Question', { letters: 500 })),
    words: text('Nota', 'Note', { letters: 2000 }),
    resolvedAt: optional(timestamp('Resolvida em', 'Resolved at')),
  },
  {
    labels: { one: { pt: 'Nota de revisão', en: 'Review note' }, many: { pt: 'Notas de revisão', en: 'Review notes' } },
    class: 2,
    byDeeds: true,
    index: [['submission']],
    access: {
      read: { ...readers, registrar: ofSeenSubmission },
      create: ['dataOfficer', 'coordinator', 'registrar'],
      update: ['dataOfficer', 'coordinator', 'registrar'],
    },
  },
)

/** Which rows of which record a submission became, and from which instance and version: a second approval finds them and changes them. */
export const Origin = record(
  'forms.origin',
  {
    /** The first instance: the identity of the submission. */
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    instance: ref('forms.submission', 'Instância', 'Instance'),
    formVersion: ref('forms.form_version', 'Versão', 'Version'),
    record: text('Registo', 'Record', { letters: 100 }),
    recordId: text('Linha', 'Row', { letters: 100 }),
    /** Which question each field came from. */
    paths: json<Record<string, string>>('Perguntas', 'Questions'),
    times: integer('Vezes', 'Times', { min: 1 }),
    /** The submission was rejected or withdrawn afterwards, and these rows no longer hold what it said. */
    takenBackAt: optional(timestamp('Retirado em', 'Taken back at')),
  },
  {
    labels: { one: { pt: 'Proveniência', en: 'Origin' }, many: { pt: 'Proveniências', en: 'Origins' } },
    class: 2,
    byDeeds: true,
    unique: [['submission', 'record', 'recordId']],
    index: [['record', 'recordId']],
    access: { read: office, create: [] },
  },
)
