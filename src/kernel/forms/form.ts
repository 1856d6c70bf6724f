/**
 * Questionnaires: a form, its versions, the files and lists that belong to a version. A published version never changes and is accepted for ever; a new one
 * stands beside it. Serves every line of the strategy that begins with somebody asking somebody: focus area 15 A, B, F, H, I first.
 */
import { boolean, date, integer, json, oneOf, optional, ref, text, timestamp } from '../record/fields.ts'
import { record } from '../record/record.ts'

/** Who works with forms in the office. What a phone may fill is decided by assignment. */
const office = { dataOfficer: 'all', reportOfficer: 'all', coordinator: 'all', chief: 'all', monitoring: 'all', registrar: 'all', admin: 'all' } as const

/** Assigned to me, to this phone, or to a role of mine, and today is one of its days. */
const assigned = (project: string, form: string) =>
  `exists (select 1 from forms.assignment a where a.of_project = ${project} and (a.of_form is null or a.of_form = ${form})
    and a.target = any ((select current_setting('app.targets'))::text[]) and coalesce(a.from_day, current_date) <= current_date and coalesce(a.until_day, current_date) >= current_date)`

/** What ODK calls a project: an operation's questionnaires, with an address of its own for phones. */
export const Project = record(
  'forms.project',
  {
    number: integer('Número', 'Number', { min: 1, max: 1_000_000 }),
    name: text('Nome', 'Name', { letters: 200 }),
    /** Answers of an exercise never mix with real ones. */
    training: boolean('Exercício', 'Training'),
    closedOn: optional(date('Fechado em', 'Closed on')),
  },
  {
    labels: { one: { pt: 'Projeto de formulários', en: 'Forms project' }, many: { pt: 'Projetos de formulários', en: 'Forms projects' } },
    class: 2,
    title: 'name',
    unique: [['number']],
    access: {
      read: {
        ...office,
        enumerator: {
          condition: `exists (select 1 from forms.assignment a where a.of_project = r.id and a.target = any ((select current_setting('app.targets'))::text[]))`,
        },
      },
      create: ['dataOfficer', 'admin'],
      update: ['dataOfficer', 'admin'],
    },
  },
)

/** Each one may be set apart for a form; what is not said has the usual value (checks/). */
export type FormChecks = { fastestSeconds?: number; farthestKm?: number; outliers?: string[]; skewMinutes?: number; duplicates?: boolean }

const formStates = ['draft', 'published', 'closed', 'retired'] as const

export const Form = record(
  'forms.form',
  {
    project: ref('forms.project', 'Projeto', 'Project'),
    /** The `form_id` of the workbook. */
    code: text('Código', 'Code', { letters: 200 }),
    title: text('Título', 'Title', { letters: 300 }),
    titles: json<Record<string, string>>('Títulos por língua', 'Titles by language', { computed: true }),
    state: oneOf('Estado', 'State', formStates, { computed: true }),
    /** The domain function that turns approved answers into records, by its name; none: answers stay answers. */
    taker: optional(text('Passa a registos de', 'Becomes records of', { letters: 100 })),
    /** The question whose answer is the P-code where this was true. */
    placeQuestion: optional(text('Pergunta do lugar', 'Question of the place', { letters: 300 })),
    /** The question whose answer is the day on which this was true. */
    dateQuestion: optional(text('Pergunta da data', 'Question of the date', { letters: 300 })),
    /** When its answers become records; not said: at approval. */
    takenAt: optional(oneOf('Passa a registos', 'Becomes records at', ['receipt', 'approval'])),
    /** What a reviewer should be told of, beside the rules inside the form. */
    checks: optional(json<FormChecks>('Verificações', 'Checks')),
    listsAt: oneOf('As listas mudam', 'Lists change at', ['receipt', 'approval']),
    /** Nobody approves what he sent himself. */
    makerChecker: boolean('Quatro olhos', 'Four eyes'),
    /** A phone sees nothing of it again after it was sent, and seals it when it is finished. */
    restricted: boolean('Restrito', 'Restricted'),
    /** Its answers are about named people: kept closed under a key of each submission, opened for registration officers alone, never exported. */
    sealed: boolean('Selado', 'Sealed'),
    retentionMonths: optional(integer('Guardar (meses)', 'Keep (months)', { min: 1, max: 1200 })),
  },
  {
    labels: { one: { pt: 'Formulário', en: 'Form' }, many: { pt: 'Formulários', en: 'Forms' } },
    class: 2,
    title: 'title',
    unique: [['project', 'code']],
    byDeeds: true,
    access: { read: { ...office, enumerator: { condition: assigned('r.project', 'r.id') } }, create: ['dataOfficer'], update: ['dataOfficer'] },
  },
)

export const FormVersion = record(
  'forms.form_version',
  {
    form: ref('forms.form', 'Formulário', 'Form'),
    /** As the author wrote it in the settings of the workbook. */
    name: text('Versão', 'Version', { letters: 200 }),
    state: oneOf('Estado', 'State', ['draft', 'published'], { computed: true }),
    workbook: optional(text('Ficheiro (SHA-256)', 'Workbook (SHA-256)', { letters: 64 })),
    workbookName: optional(text('Nome do ficheiro', 'File name', { letters: 300 })),
    /** The XForm and what was understood of it (questions, findings) are files by content: large, and never changed. */
    xform: optional(text('XForm (SHA-256)', 'XForm (SHA-256)', { letters: 64 })),
    md5: optional(text('MD5 do XForm', 'MD5 of the XForm', { letters: 32 })),
    understood: text('Perguntas (SHA-256)', 'Questions (SHA-256)', { letters: 64 }),
    refusals: integer('Erros', 'Errors', { min: 0 }),
    warnings: integer('Avisos', 'Warnings', { min: 0 }),
    languages: json<string[]>('Línguas', 'Languages'),
    compiler: text('Compilador', 'Compiler', { letters: 40 }),
    publishedAt: optional(timestamp('Publicada em', 'Published at')),
    publishedBy: optional(ref('kernel.person', 'Publicada por', 'Published by')),
    note: optional(text('Nota', 'Note')),
    drift: optional(json<Record<string, unknown>>('Diferenças', 'Differences')),
  },
  {
    labels: { one: { pt: 'Versão de formulário', en: 'Form version' }, many: { pt: 'Versões de formulários', en: 'Form versions' } },
    class: 2,
    title: 'name',
    byDeeds: true,
    unique: [['form', 'name', 'state']],
    access: {
      read: { ...office, enumerator: { condition: "(r.state = 'published' and exists (select 1 from forms.form f where f.id = r.form))" } },
      create: ['dataOfficer'],
      update: ['dataOfficer'],
    },
  },
)

/** A file or a list that a version shows: pictures and sounds of its labels, choices of its own registers. */
export const FormAttachment = record(
  'forms.attachment',
  {
    formVersion: ref('forms.form_version', 'Versão', 'Version'),
    fileName: text('Nome', 'Name', { letters: 300 }),
    kind: oneOf('Tipo', 'Kind', ['file', 'list']),
    sha256: optional(text('Conteúdo (SHA-256)', 'Content (SHA-256)', { letters: 64 })),
    bytes: optional(integer('Bytes', 'Bytes', { min: 0 })),
    list: optional(text('Lista', 'List', { letters: 100 })),
  },
  {
    labels: { one: { pt: 'Anexo de formulário', en: 'Form attachment' }, many: { pt: 'Anexos de formulários', en: 'Form attachments' } },
    class: 2,
    byDeeds: true,
    title: 'fileName',
    unique: [['formVersion', 'fileName']],
    access: {
      read: { ...office, enumerator: { condition: 'exists (select 1 from forms.form_version v where v.id = r.form_version)' } },
      create: ['dataOfficer'],
      update: ['dataOfficer'],
    },
  },
)
