/**
 * Somebody outside asks for data that are not public: the places of a round, with the terms that go with them. Who asks and why lies sealed under a key of its
 * own; the row says only what is asked for and how far the answer is. Strategy: focus area 15, activity E.
 */
import { date, integer, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../kernel/index.ts'

const requestStates = ['received', 'asked_back', 'prepared', 'granted', 'refused'] as const

export const DataRequest = record(
  'publications.data_request',
  {
    number: text('Número', 'Number', { letters: 20 }),
    product: text('Publicação', 'Publication', { letters: 200 }),
    productVersion: integer('Versão', 'Version', { min: 1 }),
    state: oneOf('Estado', 'State', requestStates),
    language: oneOf('Língua', 'Language', ['pt', 'en']),
    useUntil: date('Usar até', 'Use until'),
    /** Name, organisation, e-mail, purpose and everything written about them; null once erased. */
    sealed: optional(text('Conteúdo selado', 'Sealed content', { letters: 40_000, large: true })),
    preparedBy: optional(ref('kernel.person', 'Preparado por', 'Prepared by')),
    decidedBy: optional(ref('kernel.person', 'Decidido por', 'Decided by')),
    decidedAt: optional(timestamp('Decidido em', 'Decided at')),
    grantedUntil: optional(date('Acesso até', 'Access until')),
    revokedAt: optional(timestamp('Retirado em', 'Revoked at')),
    /** Of the link only its hash: who reads the database cannot open the file. */
    linkHash: optional(text('Ligação', 'Link', { letters: 64 })),
    openings: integer('Aberturas', 'Openings', { min: 0 }),
    lastOpenedAt: optional(timestamp('Última abertura', 'Last opened')),
    erasedAt: optional(timestamp('Apagado em', 'Erased at')),
  },
  {
    labels: { one: { pt: 'Pedido de dados', en: 'Data request' }, many: { pt: 'Pedidos de dados', en: 'Data requests' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['number']],
    index: [['state'], ['linkHash']],
    access: { read: { dataOfficer: 'area' }, create: [], update: ['dataOfficer'] },
  },
)

export type DataRequestRow = RowOf<typeof DataRequest>

export type Note = { at: string; by: string | null; kind: 'prepared' | 'asked' | 'answered' | 'refused' | 'granted' | 'revoked'; text: string }
export type Sealed = { name: string; organisation: string; email: string; purpose: string; notes: Note[] }
