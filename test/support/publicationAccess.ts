/** Who sees and writes what of products, pictures, requests, messages, campaigns and materials; the letters and columns of accessTables.ts. */
import { type Letters, tablesOf } from './letters.ts'

const office = '- - A A A - A A - - - - - A A'
const writer = '- - - - - - - - - - - - - A A'
const writerAndMonitoring = '- - - - - - - A - - - - - A A'
const clearers = '- - - A - - A - - - - - - A A'
const nobody = '- - - - - - - - - - - - - - -'

const lines: Letters = {
  'publications.data_request': ['- I - - - - - - - - - - - A', '- - - - - - - - - - - - - A', '- I - - - - - - - - - - - A'],
  'publications.product': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A A - - A A - - - - - A A'],
  'publications.asset': ['- A A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - A - - - - - - A A'],
  'publications.event': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - A - - - - - - A A'],
  'publications.press_text': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - A - - - - - - A A'],
  'publications.picture_consent': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - - - - - - - - A A'],
  'publications.media_request': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - A - - - - - - A A'],
  'publications.message': [office, writer, clearers],
  'publications.message_text': [office, writer, writer],
  'publications.term': [office, writer, writer],
  'publications.message_trial': [office, writer, nobody],
  'publications.iec_item': [office, writer, writer],
  'publications.campaign': [office, writer, '- - - - - - A - - - - - - A A'],
  'publications.delivery': [office, writer, clearers],
  'publications.opt_in': ['- I - - - - - - - - - - - A', '- - - - - - - - - - - - - A', '- - - - - - - - - - - - - A'],
  'publications.subscription': ['- I - - - - - - - - - - - A', '- - - - - - - - - - - - - A', '- - - - - - - - - - - - - A'],
  'publications.sending': [office, writer, writer],
  'publications.sending_batch': [office, writer, writer],
  'publications.listening': [office, writer, writer],
  'publications.heard': [office, writer, clearers],
  'publications.main_language': [office, writerAndMonitoring, writerAndMonitoring],
  'publications.visibility_rule': [office, writer, writer],
}
export const publicationAccess = tablesOf(lines)
