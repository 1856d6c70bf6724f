/**
 * Lists on phones (ODK calls them entity lists): either a view of a register that a domain declares, never a copy of it, or items that forms themselves make
 * and change. Two phones that change the same item offline leave a proposal that a person decides; nothing is overwritten.
 */
import { boolean, integer, json, oneOf, optional, ref, text, timestamp } from '../record/fields.ts'
import { record } from '../record/record.ts'

const readers = { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all', enumerator: 'area' } as const

export const FieldList = record(
  'forms.list',
  {
    project: ref('forms.project', 'Projeto', 'Project'),
    code: text('Código', 'Code', { letters: 100 }),
    properties: json<string[]>('Propriedades', 'Properties'),
    /** Items made by forms come in at once, or only when the submission is approved. */
    approvalNeeded: boolean('Precisa de aprovação', 'Approval needed'),
  },
  {
    labels: { one: { pt: 'Lista', en: 'List' }, many: { pt: 'Listas', en: 'Lists' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['project', 'code']],
    access: {
      read: {
        dataOfficer: 'all',
        coordinator: 'all',
        chief: 'all',
        monitoring: 'all',
        enumerator: { condition: 'exists (select 1 from forms.project p where p.id = r.project)' },
      },
      create: ['dataOfficer'],
      update: ['dataOfficer'],
    },
  },
)

export const ListItem = record(
  'forms.list_item',
  {
    list: ref('forms.list', 'Lista', 'List'),
    /** The uuid that phones know it by. */
    entity: text('Identificador', 'Identifier', { letters: 100 }),
    label: text('Nome', 'Label', { letters: 500 }),
    properties: json<Record<string, string>>('Propriedades', 'Properties'),
    itemVersion: integer('Versão', 'Version', { min: 1 }),
    /** Where a chain of offline changes began, and its name (entities 2024.1). */
    trunkVersion: optional(integer('Versão de partida', 'Trunk version', { min: 1 })),
    branch: optional(text('Ramo', 'Branch', { letters: 100 })),
    submission: optional(ref('forms.submission', 'Veio de', 'Came from')),
    deletedAt: optional(timestamp('Retirado em', 'Removed at')),
  },
  {
    labels: { one: { pt: 'Item de lista', en: 'List item' }, many: { pt: 'Itens de listas', en: 'List items' } },
    class: 2,
    title: 'label',
    byDeeds: true,
    unique: [['list', 'entity']],
    access: { read: readers, create: ['dataOfficer'], update: ['dataOfficer'] },
  },
)

/** Every state that an item was in: what a stale change is compared with, and what a dispute is settled by. */
export const ItemVersion = record(
  'forms.item_version',
  {
    list: ref('forms.list', 'Lista', 'List'),
    entity: text('Identificador', 'Identifier', { letters: 100 }),
    itemVersion: integer('Versão', 'Version', { min: 1 }),
    label: text('Nome', 'Label', { letters: 500 }),
    properties: json<Record<string, string>>('Propriedades', 'Properties'),
    deed: oneOf('Ato', 'Deed', ['created', 'updated', 'decided', 'forced', 'removed']),
    trunkVersion: optional(integer('Versão de partida', 'Trunk version', { min: 0 })),
    branch: optional(text('Ramo', 'Branch', { letters: 100 })),
    /** The version that the phone had when it made this link of its chain. */
    branchBase: optional(integer('Versão no ramo', 'Version in the branch', { min: 0 })),
    submission: optional(ref('forms.submission', 'Veio de', 'Came from')),
  },
  {
    labels: { one: { pt: 'Versão de item', en: 'Item version' }, many: { pt: 'Versões de itens', en: 'Item versions' } },
    class: 2,
    title: 'label',
    byDeeds: true,
    appendOnly: true,
    unique: [['list', 'entity', 'itemVersion']],
    access: { read: { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all' }, create: [] },
  },
)

/** A change of an item that met another one, or that came before the link it builds on: kept with all three values until somebody decides or it fits. */
export const ItemProposal = record(
  'forms.item_proposal',
  {
    list: ref('forms.list', 'Lista', 'List'),
    entity: text('Identificador', 'Identifier', { letters: 100 }),
    kind: oneOf('Tipo', 'Kind', ['hard', 'soft', 'held', 'unknown']),
    baseVersion: optional(integer('Versão de base', 'Base version', { min: 0 })),
    trunkVersion: optional(integer('Versão de partida', 'Trunk version', { min: 0 })),
    branch: optional(text('Ramo', 'Branch', { letters: 100 })),
    base: json<Record<string, string>>('Era', 'Base'),
    theirs: json<Record<string, string>>('Está', 'Current'),
    ours: json<Record<string, string>>('Propõe', 'Proposed'),
    submission: ref('forms.submission', 'Submissão', 'Submission'),
    decision: optional(oneOf('Decisão', 'Decision', ['applied', 'kept-current', 'merged', 'forced'])),
    decidedBy: optional(ref('kernel.person', 'Decidida por', 'Decided by')),
    decidedAt: optional(timestamp('Decidida em', 'Decided at')),
  },
  {
    labels: { one: { pt: 'Proposta', en: 'Proposal' }, many: { pt: 'Propostas', en: 'Proposals' } },
    class: 2,
    byDeeds: true,
    index: [['list', 'entity'], ['submission']],
    access: { read: { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all' }, create: [], update: ['dataOfficer', 'coordinator'] },
  },
)
