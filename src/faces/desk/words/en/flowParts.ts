/** Words of the map of flows, of the season and of the interviews. */
import type { flowPartWords as pt } from '../pt/flowParts.ts'

export const flowPartWords: Record<keyof typeof pt, string> = {
  'flows.map': 'Map of the flows',
  'flows.mapNote':
    'The width is the number of passages; “?” is an end that nobody could say, with its number. The public bulletin draws only what is not withheld.',
  'flows.mapOutside': 'Without a place on the map: {list}.',
  'flows.season': 'Time of the year',
  'flows.season.shown':
    'From {years} whole {years|year|years}; {known} of {steps} {steps|period|periods} were watched. 100 % is the usual, in passages per hour watched, without the trend.',
  'flows.season.notYet':
    'Not enough yet: two whole years ({needed} {needed|period|periods}) are needed and {known} were watched. Before that a harvest could look like a crisis.',
  'flows.season.gaps': 'There are gaps: {known} of {steps} {steps|period|periods} were watched, and one time of the year never enough to compare it.',
  'flows.season.time': 'Month or week of the year',
  'flows.season.percent': 'Of the usual (%)',
  'flows.interviews': 'What travellers said',
  'flows.interviews.none': 'Nobody was interviewed in this period.',
  'flows.interviews.few': 'So few people answered that nothing is shown.',
  'flows.interviews.note': 'n = {n}. Small counts are withheld, as in the bulletin. They are no sample: they are those who passed and wished to speak.',
  'flows.interviews.answers': 'Answers',
  'flows.rate': '{rate} {rate|passage|passages} per hour watched, in {hours} {hours|hour|hours} at the points that are added.',
}
