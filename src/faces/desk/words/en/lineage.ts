/** Words of the way between a record and the figures made from it, in both directions. */
export const lineageWords = {
  'results.usedIn': 'Figures made from this record',
  'results.figureOf': 'Indicator {indicator}',
  'results.notPublished': 'not in any published report yet',
  'results.differences': 'What was typed and what was computed do not agree',
  'results.differencesNote': 'Somebody typed a figure and the records say another. Both stay; explain the difference in a note.',
  'results.apart': 'Difference',
  'breakdown.sex': 'By sex',
  'breakdown.ageBand': 'By age',
  'breakdown.disability': 'By disability',
  'breakdown.stage': 'By stage',
  'breakdown.unit': 'By unit',
  'part.female': 'women',
  'part.male': 'men',
  'part.unknown': 'not known',
}
