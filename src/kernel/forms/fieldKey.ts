/**
 * Who may fill what: the key of a phone (one person's, or shared by a team), and the assignments that give forms to phones, people and roles for some days
 * and an area. A key is narrow, runs out, is revoked alone, and only its hash is kept (in `kernel.device_secret`).
 */
import { boolean, date, integer, json, oneOf, optional, ref, text, timestamp } from '../record/fields.ts'
import { record } from '../record/record.ts'

const keepers = { dataOfficer: 'all', coordinator: 'all', admin: 'all' } as const

export const Device = record(
  'forms.device',
  {
    project: ref('forms.project', 'Projeto', 'Project'),
    label: text('Nome do telefone', 'Name of the phone', { letters: 200 }),
    kind: oneOf('De quem', 'Whose', ['person', 'shared']),
    person: optional(ref('kernel.person', 'Pessoa', 'Person')),
    areas: json<string[]>('Áreas', 'Areas'),
    expiresAt: timestamp('Válida até', 'Valid until'),
    lastUsedAt: optional(timestamp('Usada em', 'Last used')),
    revokedAt: optional(timestamp('Revogada em', 'Revoked at')),
    revokedBy: optional(ref('kernel.person', 'Revogada por', 'Revoked by')),
    /** Seconds that the phone's clock is ahead of ours, at the last greeting. */
    skewSeconds: optional(integer('Desvio do relógio (s)', 'Clock skew (s)')),
    persistentStorage: optional(boolean('Armazenamento seguro', 'Storage kept')),
    /** The highest number that the phone says it has given to a finished form: a gap below it is work that never arrived. */
    announcedSeq: integer('Formulários anunciados', 'Forms announced', { min: 0 }),
    client: optional(text('Aplicação', 'Application', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Telefone', en: 'Phone' }, many: { pt: 'Telefones', en: 'Phones' } },
    class: 2,
    title: 'label',
    byDeeds: true,
    access: {
      read: {
        ...keepers,
        enumerator: {
          condition:
            "(r.id::text = any ((select current_setting('app.targets'))::text[]) or r.person::text = any ((select current_setting('app.targets'))::text[]))",
        },
      },
      create: ['dataOfficer', 'coordinator', 'admin'],
      update: ['dataOfficer', 'coordinator', 'admin'],
    },
  },
)

export const Assignment = record(
  'forms.assignment',
  {
    ofProject: ref('forms.project', 'Projeto', 'Project'),
    /** None: every form of the project. */
    ofForm: optional(ref('forms.form', 'Formulário', 'Form')),
    targetKind: oneOf('A quem', 'To whom', ['device', 'person', 'role']),
    /** The id of a phone or person, or the name of a role. */
    target: text('Destinatário', 'Target', { letters: 100 }),
    fromDay: optional(date('De', 'From')),
    untilDay: optional(date('Até', 'Until')),
  },
  {
    labels: { one: { pt: 'Atribuição', en: 'Assignment' }, many: { pt: 'Atribuições', en: 'Assignments' } },
    class: 2,
    unique: [['ofProject', 'ofForm', 'targetKind', 'target']],
    index: [['target']],
    derived: true,
    byDeeds: true,
    access: {
      read: { ...keepers, chief: 'all', monitoring: 'all', enumerator: { condition: "r.target = any ((select current_setting('app.targets'))::text[])" } },
      create: ['dataOfficer', 'coordinator', 'admin'],
      update: ['dataOfficer', 'coordinator', 'admin'],
    },
  },
)
