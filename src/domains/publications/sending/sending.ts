/**
 * A message on its way to telephones: what is sent, in which language, to whom of those who asked, cut into batches that each have a number of their own. A batch that was
 * perhaps taken is offered again under the same number, so that nobody is written to twice (specification 7).
 */
import { code, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { messageEditors, officeReads } from '../messages/message.ts'
import { phoneChannels } from './optIn.ts'

const sendingFaults = ['unreachable', 'forbidden', 'unreadable', 'refused'] as const

export const Sending = record(
  'publications.sending',
  {
    number: text('Número', 'Number', { letters: 20, computed: true }),
    message: ref('publications.message', 'Mensagem', 'Message'),
    language: code('messageLanguage', 'Língua', 'Language'),
    edition: integer('Edição do texto', 'Edition of the text', { min: 1, computed: true }),
    text: text('Texto', 'Text', { letters: 4000, computed: true }),
    channel: oneOf('Canal', 'Channel', phoneChannels),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60 }),
    /** What went out by it, with its reach. */
    delivery: ref('publications.delivery', 'Entrega', 'Delivery', { computed: true }),
    recipients: integer('Inscritos', 'People on the list', { min: 1, computed: true }),
    state: oneOf('Estado', 'State', ['waiting', 'handed_over', 'done', 'stopped'], { computed: true }),
    stoppedBecause: optional(text('Porque parou', 'Why it stopped', { letters: 500, computed: true })),
  },
  {
    labels: { one: { pt: 'Envio', en: 'Sending' }, many: { pt: 'Envios', en: 'Sendings' } },
    class: 2,
    byDeeds: true,
    title: 'number',
    unique: [['number']],
    index: [['state']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)
export type SendingRow = RowOf<typeof Sending>

export const SendingBatch = record(
  'publications.sending_batch',
  {
    sending: ref('publications.sending', 'Envio', 'Sending'),
    part: integer('Lote', 'Batch', { min: 1, computed: true }),
    /** Opt-ins by their id; emptied when the last receipt is in. */
    recipients: json<string[]>('Inscrições', 'Opt-ins', { computed: true, large: true }),
    state: oneOf('Estado', 'State', ['waiting', 'handed_over', 'done', 'stopped'], { computed: true }),
    tries: integer('Tentativas', 'Tries', { min: 0, computed: true }),
    nextTryAt: timestamp('Próxima tentativa', 'Next try', { computed: true }),
    fault: optional(oneOf('Falha', 'Fault', sendingFaults, { computed: true })),
    faultStatus: optional(integer('Código da resposta', 'Code of the answer', { computed: true })),
    handedOverAt: optional(timestamp('Entregue à porta em', 'Handed over at', { computed: true })),
    /** As the gateway says: taken for sending, delivered to a phone, failed for good. */
    sent: optional(integer('Enviadas', 'Sent', { min: 0, computed: true })),
    delivered: optional(integer('Recebidas', 'Delivered', { min: 0, computed: true })),
    failed: optional(integer('Falhadas', 'Failed', { min: 0, computed: true })),
  },
  {
    labels: { one: { pt: 'Lote de um envio', en: 'Batch of a sending' }, many: { pt: 'Lotes de envios', en: 'Batches of sendings' } },
    class: 2,
    byDeeds: true,
    closed: true,
    unique: [['sending', 'part']],
    index: [['state']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)
export type BatchRow = RowOf<typeof SendingBatch>
