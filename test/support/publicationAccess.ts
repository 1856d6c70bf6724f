/** Who sees and writes what of products, pictures, requests, messages, campaigns and materials; the letters and columns of accessTables.ts. */
const office = '- - A A A - A A - - - - - A A'
const writer = '- - - - - - - - - - - - - A A'
const writerAndMonitoring = '- - - - - - - A - - - - - A A'
const clearers = '- - - A - - A - - - - - - A A'
const nobody = '- - - - - - - - - - - - - - -'

// Of each record: who reads, who creates, who changes.
const lines: Record<string, readonly [string, string, string]> = {
  'publications.data_request': ['- I - - - - - - - - - - - A', '- - - - - - - - - - - - - A', '- I - - - - - - - - - - - A'],
  'publications.product': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A A - - A A - - - - - A A'],
  'publications.asset': ['- A A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - A - - - - - - A A'],
  'publications.picture_consent': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - - - - - - - - A A'],
  'publications.media_request': ['- - A A - - A A - - - - - A A', '- - A - - - - - - - - - - A A', '- - A - - - A - - - - - - A A'],
  'publications.message': [office, writer, clearers],
  'publications.message_text': [office, writer, writer],
  'publications.message_trial': [office, writer, nobody],
  'publications.iec_item': [office, writer, writer],
  'publications.campaign': [office, writer, '- - - - - - A - - - - - - A A'],
  'publications.delivery': [office, writer, clearers],
  'publications.main_language': [office, writerAndMonitoring, writerAndMonitoring],
  'publications.visibility_rule': [office, writer, writer],
}
const column = (at: 0 | 1 | 2) => Object.fromEntries(Object.entries(lines).map(([name, letters]) => [name, letters[at]]))

export const publicationReads = column(0)
export const publicationCreates = column(1)
export const publicationChanges = column(2)
