/** Words of public files of single answers. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { microdataWords as pt } from '../pt/microdata.ts'

export const microdataWords: Record<keyof typeof pt, Phrase> = {
  'microdata.title': 'Single answers, in public',
  'microdata.note':
    'A file without names, days, places or codes, for those who want to work things out themselves. It goes out only when the risk that somebody is recognised is below {limit} %, and when two people say so.',
  'microdata.forbidden': 'This survey asks about security or police: single answers do not go out in public.',
  'microdata.state.proposed': 'Proposed.',
  'microdata.state.published': 'Published.',
  'microdata.proposedBy': 'Proposed by {who}, {day}.',
  'microdata.columns': 'Columns: {columns}.',
  'microdata.weightsToo': 'With weights.',
  'microdata.reasonSaid': 'Why the other columns do not identify: {reason}',
  'microdata.page': 'Public page',
  'microdata.waitForOther': 'The proposal is yours: another person checks and publishes it.',
  'microdata.publish': 'Publish this file',
  'microdata.records': 'Records',
  'microdata.global': 'Global risk',
  'microdata.highest': 'Highest individual risk',
  'microdata.k': 'k-anonymity',
  'microdata.unique': 'Records without their like',
  'microdata.propose': 'Propose a file',
  'microdata.proposeNow': 'Propose for publication',
  'microdata.measure': 'Measure the risk',
  'microdata.withWeights': 'With weights',
  'microdata.withWeightsNote': 'A weight can tell which cluster an answer is of; it counts as a column that others know.',
  'microdata.reason': 'Why the other columns do not identify',
  'microdata.reasonNote': 'Those that you leave without the mark "others may know it". It is written in the file.',
  'microdata.isKey': 'Others may know this answer',
  'microdata.alwaysKey': 'Always: it is seen from outside, or is a group of the published figures.',
  'microdata.bands': 'Bands',
  'microdata.bandsNote': 'Where each begins: 1, 3, 6.',
  'microdata.merge': 'Merge as rare answers',
  'microdata.mergeNote': 'Codes: {codes}.',
}
