/** Texts that journalists may take as they stand: what the mission is, what a project does, whom to ask. Cleared by somebody else, and good until a day. Strategy: chapter on communications and visibility. */
import { bilingual, date, oneOf, optional, type RowOf, record, ref, timestamp } from '../../../kernel/index.ts'
import { clearers, makers, readByOffice } from '../office.ts'

export const pressTextKinds = ['mission', 'project', 'quote', 'contact'] as const

export const PressText = record(
  'publications.press_text',
  {
    kind: oneOf('Tipo', 'Kind', pressTextKinds),
    title: bilingual('Título', 'Title'),
    text: bilingual('Texto', 'Text'),
    validUntil: date('Válido até', 'Valid until'),
    writtenBy: optional(ref('kernel.person', 'Escrito por', 'Written by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Autorizado por', 'Cleared by', { computed: true })),
    clearedAt: optional(timestamp('Autorizado em', 'Cleared at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Texto para a imprensa', en: 'Press text' }, many: { pt: 'Textos para a imprensa', en: 'Press texts' } },
    class: 2,
    byDeeds: true,
    title: 'title',
    access: { read: readByOffice, create: makers, update: [...makers, ...clearers] },
  },
)
export type PressTextRow = RowOf<typeof PressText>
