/**
 * What was sent, as it was sent, for ever: every instance is a row that is written once. An edit is a new instance that names the one it replaces; where a
 * submission stands (state, current instance, missing files) is kept beside it. A receipt is given for each outcome; what cannot be taken is kept in quarantine.
 */
import { integer, json, oneOf, optional, ref, text, timestamp } from '../record/fields.ts'
import { record } from '../record/record.ts'

/** Answers belong to their area, and whoever sent them sees them; rows about a submission carry its area and its author. */
const readers = { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all', enumerator: 'own' } as const

/** Whoever registers people works with sealed forms and no others. */
const ofSealedForm = { condition: 'exists (select 1 from forms.form f where f.id = r.form and f.sealed)', inArea: true } as const

/** As OpenRosa and OData say them. */
const submissionStates = ['received', 'hasIssues', 'edited', 'approved', 'rejected', 'withdrawn'] as const
const outcomes = ['stored', 'complete', 'quarantined', 'withdrawn'] as const

export const Submission = record(
  'forms.submission',
  {
    form: ref('forms.form', 'Formulário', 'Form'),
    formVersion: ref('forms.form_version', 'Versão', 'Version'),
    instanceId: text('Instância', 'Instance', { letters: 300 }),
    serverSeq: integer('Número do servidor', 'Server number', { computed: true }),
    /** The document as it came; empty where the form is sealed. */
    xml: text('XML', 'XML', { letters: 10_000_000, large: true }),
    /** Document and answers of a sealed form, closed under the key that the vault holds for this row. */
    sealed: optional(text('Selado', 'Sealed', { letters: 20_000_000, large: true })),
    payloadHash: text('Impressão digital', 'Payload hash', { letters: 64 }),
    filesHash: text('Impressão dos ficheiros', 'Files hash', { letters: 64 }),
    /** The first instance of this submission; none: this is it. */
    root: optional(ref('forms.submission', 'Primeira instância', 'First instance')),
    replaces: optional(ref('forms.submission', 'Substitui', 'Replaces')),
    device: optional(ref('forms.device', 'Telefone', 'Phone')),
    deviceSeq: optional(integer('Número no telefone', 'Number on the phone', { min: 0 })),
    client: optional(text('Aplicação', 'Application', { letters: 300 })),
    /** As the phone claims: when it was opened, when it was finished. */
    startedAt: optional(timestamp('Começado em', 'Started at')),
    finishedAt: optional(timestamp('Terminado em', 'Finished at')),
    elapsedMs: optional(integer('Duração (ms)', 'Duration (ms)', { min: 0 })),
    instanceName: optional(text('Nome da instância', 'Instance name', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Submissão', en: 'Submission' }, many: { pt: 'Submissões', en: 'Submissions' } },
    class: 2,
    title: 'instanceId',
    byDeeds: true,
    appendOnly: true,
    unique: [['form', 'instanceId']],
    index: [['form', 'recordedAt'], ['form', 'serverSeq'], ['root'], ['serverSeq']],
    access: { read: { ...readers, registrar: ofSealedForm }, create: [] },
  },
)

/** Where a submission stands; one line for all its instances. */
export const Standing = record(
  'forms.standing',
  {
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    form: ref('forms.form', 'Formulário', 'Form'),
    current: ref('forms.submission', 'Instância atual', 'Current instance'),
    state: oneOf('Estado', 'State', submissionStates),
    filesMissing: integer('Ficheiros em falta', 'Files missing', { min: 0 }),
    openFindings: integer('Dúvidas em aberto', 'Open findings', { min: 0 }),
    /** When the form engine went over it again; null: it waits. */
    checkedAt: optional(timestamp('Verificada em', 'Checked at')),
    decidedBy: optional(ref('kernel.person', 'Decidida por', 'Decided by')),
    decidedAt: optional(timestamp('Decidida em', 'Decided at')),
    reason: optional(text('Razão', 'Reason')),
  },
  {
    labels: { one: { pt: 'Estado da submissão', en: 'Standing' }, many: { pt: 'Estados das submissões', en: 'Standings' } },
    class: 2,
    byDeeds: true,
    unique: [['submission']],
    index: [['form', 'state'], ['current']],
    access: { read: { ...readers, registrar: ofSealedForm }, create: [], update: ['dataOfficer', 'coordinator', 'registrar'] },
  },
)

export const SubmissionFile = record(
  'forms.submission_file',
  {
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    /** Two files may have one name, or the same bytes: both are kept. */
    ordinal: integer('Posição', 'Position', { min: 0 }),
    name: text('Nome', 'Name', { letters: 300 }),
    /** None: it was announced and has not come. */
    sha256: optional(text('Conteúdo (SHA-256)', 'Content (SHA-256)', { letters: 64 })),
    bytes: optional(integer('Bytes', 'Bytes', { min: 0 })),
  },
  {
    labels: { one: { pt: 'Ficheiro de submissão', en: 'Submission file' }, many: { pt: 'Ficheiros de submissões', en: 'Submission files' } },
    class: 2,
    byDeeds: true,
    title: 'name',
    unique: [['submission', 'ordinal']],
    index: [['sha256']],
    access: { read: readers, create: [] },
  },
)

export const Receipt = record(
  'forms.receipt',
  {
    formCode: text('Formulário', 'Form', { letters: 200 }),
    instanceId: text('Instância', 'Instance', { letters: 300 }),
    payloadHash: text('Impressão digital', 'Payload hash', { letters: 64 }),
    outcome: oneOf('Resultado', 'Outcome', outcomes),
    /** The signed text, line by line, and its signature. */
    text: text('Texto', 'Text', { letters: 2000 }),
    keyId: text('Chave', 'Key', { letters: 64 }),
    signature: text('Assinatura', 'Signature', { letters: 200 }),
    submission: optional(ref('forms.submission', 'Submissão', 'Submission')),
  },
  {
    labels: { one: { pt: 'Recibo', en: 'Receipt' }, many: { pt: 'Recibos', en: 'Receipts' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['formCode', 'instanceId', 'payloadHash', 'outcome']],
    index: [['submission']],
    access: { read: readers, create: [] },
  },
)

export const Quarantine = record(
  'forms.quarantine',
  {
    project: optional(ref('forms.project', 'Projeto', 'Project')),
    formCode: text('Formulário', 'Form', { letters: 200 }),
    formVersionName: optional(text('Versão', 'Version', { letters: 200 })),
    instanceId: text('Instância', 'Instance', { letters: 300 }),
    reason: text('Motivo', 'Reason', { letters: 100 }),
    sibling: optional(ref('forms.submission', 'A outra versão', 'The other one')),
    xml: text('XML', 'XML', { letters: 10_000_000, large: true }),
    /** The document, where its form is sealed. */
    sealed: optional(text('Selado', 'Sealed', { letters: 20_000_000, large: true })),
    payloadHash: text('Impressão digital', 'Payload hash', { letters: 64 }),
    filesHash: text('Impressão dos ficheiros', 'Files hash', { letters: 64 }),
    files: json<{ name: string; sha256: string | null; bytes: number | null }[]>('Ficheiros', 'Files'),
    device: optional(ref('forms.device', 'Telefone', 'Phone')),
    deviceSeq: optional(integer('Número no telefone', 'Number on the phone', { min: 0 })),
    decision: optional(oneOf('Decisão', 'Decision', ['kept-other', 'taken', 'withdrawn'])),
    decidedBy: optional(ref('kernel.person', 'Decidida por', 'Decided by')),
    decidedAt: optional(timestamp('Decidida em', 'Decided at')),
    note: optional(text('Nota', 'Note')),
  },
  {
    labels: { one: { pt: 'Quarentena', en: 'Quarantined form' }, many: { pt: 'Quarentena', en: 'Quarantine' } },
    class: 2,
    byDeeds: true,
    title: 'instanceId',
    unique: [['formCode', 'instanceId', 'payloadHash']],
    index: [['device', 'deviceSeq']],
    access: {
      read: { ...readers, registrar: { condition: 'r.sealed is not null', inArea: true } },
      create: [],
      update: ['dataOfficer', 'coordinator', 'registrar'],
    },
  },
)
