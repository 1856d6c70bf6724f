/** Each time that an organisation was joined to another: why, what moved, and whether it was undone. */
import { json, optional, record, ref, text, timestamp } from '../../kernel/index.ts'
import { organisationAccess } from './organisation.ts'

/** Rows by their ids; of lists of organisations what stood before and after as well. */
export type Moved = { table: string; column: string; rows: string[] }
export type MovedList = { table: string; column: string; row: string; before: unknown; after: unknown }

export const OrganisationMerge = record(
  'organisations.merge',
  {
    merged: ref('organisations.organisation', 'Junta', 'Joined'),
    joinedTo: ref('organisations.organisation', 'A', 'To'),
    reason: text('Razão', 'Reason', { letters: 500 }),
    moved: json<Moved[]>('O que mudou', 'What moved', { large: true }),
    lists: json<MovedList[]>('Listas que mudaram', 'Lists that changed', { large: true }),
    /** Ids of the partners' accounts that followed. */
    accounts: json<string[]>('Contas', 'Accounts', { large: true }),
    undoneAt: optional(timestamp('Desfeita em', 'Undone at')),
    undoneReason: optional(text('Porque foi desfeita', 'Why it was undone', { letters: 500 })),
    undoneBy: optional(text('Desfeita por', 'Undone by', { letters: 36 })),
  },
  {
    labels: { one: { pt: 'Junção de organizações', en: 'Joining of organisations' }, many: { pt: 'Junções de organizações', en: 'Joinings of organisations' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['merged'], ['joinedTo']],
    access: {
      ...organisationAccess,
      read: { admin: 'all', dataOfficer: 'all', clusterCoordinator: 'all', coordinator: 'all', chief: 'all', monitoring: 'all' },
    },
  },
)
