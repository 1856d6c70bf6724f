/** The library of materials: what is printed, recorded or drawn for people, for which topic and in which languages. Strategy: focus area 7, activities B and J. */
import { bilingual, code, codes, date, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { messageEditors, officeReads } from '../messages/message.ts'

export const itemKinds = ['poster', 'leaflet', 'audio', 'video', 'manual'] as const
/** Whether the people in its pictures agreed. */
export const consents = ['no_people', 'agreed', 'unknown'] as const

export type PrintSpecification = { format: string; pages: number | null; paper: string | null; colours: string | null }

export const IecItem = record(
  'publications.iec_item',
  {
    code: text('Código', 'Code', { letters: 40 }),
    title: bilingual('Título', 'Title'),
    kind: oneOf('Tipo', 'Kind', itemKinds),
    topic: code('messageTopic', 'Tema', 'Topic'),
    languages: codes('messageLanguage', 'Línguas', 'Languages'),
    /** The message that it carries: when that one is outdated, so is the stock. */
    message: optional(ref('publications.message', 'Mensagem', 'Message')),
    print: optional(json<PrintSpecification>('Impressão', 'Print')),
    consent: oneOf('Pessoas nas imagens', 'People in the pictures', consents),
    recalledOn: optional(date('Recolhido em', 'Recalled on', { computed: true })),
    recallReason: optional(text('Porque é recolhido', 'Why it is recalled', { letters: 500, computed: true })),
  },
  {
    labels: { one: { pt: 'Material', en: 'Material' }, many: { pt: 'Materiais', en: 'Materials' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)

export type IecItemRow = RowOf<typeof IecItem>
