/** The least that each record of messages, campaigns and materials asks for, for the access tables. */
import { Delivery } from '../../src/domains/publications/campaigns/campaign.ts'
import { Listening } from '../../src/domains/publications/listening/listening.ts'
import { Message } from '../../src/domains/publications/messages/message.ts'
import { Sending } from '../../src/domains/publications/sending/sending.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'

export type PublicationGround = { message: string; donor: string; delivery: string; sending: string; listening: string }

const messageOf = (key: string) => ({
  ...{ key, topic: 'flood', sourceLanguage: 'por', sourceEdition: 1, factSource: 'Ground', validUntil: '2099-01-01' },
})

const deliveryOf = (message: string, deliverer: string) => ({
  ...{ message, channel: 'sms' as const, place: 'MZ0109', day: '2021-06-01', deliverer, emergency: false },
})
const listeningOf = (team: string) => ({ channel: 'meeting' as const, place: 'MZ0109', day: '2021-06-01', language: 'por', team })
const sendingOf = (message: string, delivery: string, number: string) => ({
  ...{
    message,
    delivery,
    number,
    language: 'por',
    edition: 1,
    text: 'Text',
    channel: 'sms' as const,
    place: 'MZ0109',
    recipients: 1,
    state: 'waiting' as const,
  },
})

/** Of the vault's class, which nobody here may see. */
export async function layPublications(db: Db): Promise<PublicationGround> {
  const common = { scope: 'MZ', class: 4 }
  const message = (await insertRow(db, Message, { ...common, ...messageOf('Ground') })).id
  const donor = (await insertRow(db, Organisation, { ...common, name: 'Donor', kind: 'donor' })).id
  const delivery = (await insertRow(db, Delivery, { ...common, ...deliveryOf(message, 'Ground') })).id
  const sending = (await insertRow(db, Sending, { ...common, ...sendingOf(message, delivery, 'SM-G') })).id
  const listening = (await insertRow(db, Listening, { ...common, ...listeningOf('Ground') })).id
  return { message, donor, delivery, sending, listening }
}

export const publicationAnswers = (
  { message, donor, delivery, sending, listening }: PublicationGround,
  n: number,
): Record<string, Record<string, unknown>> => ({
  'publications.message': messageOf(`Message ${n}`),
  'publications.message_text': { message, language: 'por', edition: n + 1, text: 'Text', saysEdition: 1 },
  'publications.message_trial': { message, language: 'por', edition: 1, day: '2021-06-01', place: 'MZ0109', people: 'Somebody', asked: 1, understood: 1 },
  'publications.term': { concept: `Thing ${n}`, language: 'por', preferred: 'Word', definition: 'a', source: 'a' },
  'publications.iec_item': { code: `ITEM ${n}`, title: { pt: 'a', en: 'a' }, kind: 'poster', topic: 'flood', languages: ['por'], consent: 'no_people' },
  'publications.campaign': {
    ...{ name: { pt: 'a', en: 'a' }, objective: 'a', audience: 'a', literacy: 'both', languages: ['por'], places: [], messages: [], channels: [] },
    ...{ fromDay: '2021-06-01', toDay: '2021-06-30', indicators: [], government: 'waiting', state: 'planned' },
  },
  'publications.delivery': { message, channel: 'meeting', place: 'MZ0109', day: '2021-06-01', deliverer: `Somebody ${n}`, emergency: false },
  'publications.opt_in': {
    ...{ numberHash: String(n), channels: ['sms'], language: 'por', place: 'MZ0109', topics: [], how: 'sms', askedAt: '2021-06-01T08:00:00Z' },
  },
  'publications.subscription': { state: 'asked', language: 'pt', areas: [], places: [], linkHash: String(n), refusals: 0 },
  'publications.sending': sendingOf(message, delivery, `SM-${n}`),
  'publications.sending_batch': { sending, part: n + 1, recipients: [], state: 'waiting', tries: 0, nextTryAt: '2021-06-01T08:00:00Z' },
  'publications.listening': listeningOf(`Team ${n}`),
  'publications.heard': { listening, topic: 'flood', kind: 'rumour', wording: 'a', times: 1 },
  'publications.main_language': { place: `Place ${n}`, language: 'vmw', percent: 50, survey: 'Survey', asOf: '2021-06-01' },
  'publications.visibility_rule': { donor, marks: 'Mark', wording: { pt: 'a', en: 'a' }, materials: 'All', leftOffAt: [] },
})
