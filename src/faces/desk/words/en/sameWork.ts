/** Words of work that two organisations tell of. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { sameWorkWords as pt } from '../pt/sameWork.ts'

export const sameWorkWords: Record<keyof typeof pt, Phrase> = {
  'sameWork.title': 'Work that looks the same',
  'sameWork.note':
    'Two organisations tell of the same type of activity, in the same place, on days that meet. Say whether it is the same work or not: it is kept, and the notice rests when both have answered, or when coordination has decided.',
  'sameWork.organisations': 'Organisations',
  'sameWork.side': '{name} ({from} to {to})',
  'sameWork.sideOpen': '{name} (since {from}, no end told)',
  'sameWork.provinceOnly': '{place} (the province alone is compared)',
  'sameWork.answers': 'What was said',
  'sameWork.nobody': 'Nobody has answered yet',
  'sameWork.said.different': '{who}, {day}: not the same work, because {because}',
  'sameWork.said.shared': '{who}, {day}: the same, and we share it: {because}',
  'sameWork.coordination': 'Coordination',
  'sameWork.answer': 'Answer',
  'sameWork.again': 'Change the answer',
  'sameWork.because': 'Why, or how you share it',
  'sameWork.different': 'Not the same work',
  'sameWork.shared': 'The same: we share it',
  'sameWork.resting': { one: '1 notice that rests', other: '{n} notices that rest' },
  'sameWork.waiting': { one: '1 notice waits for an answer.', other: '{n} notices wait for an answer.' },
  'sameWork.first': 'The first {shown} are shown.',
  'sameWork.showAll': 'Show all',
  'workLinks.title': 'Sent by who pays and by who does it',
  'workLinks.note': "Both rows stay, and only the implementing partner's counts: in people reached, in presence and in coverage.",
  'workLinks.donor': 'Who pays (does not count)',
  'workLinks.implementer': 'Who does it (counts)',
  'workLinks.separate': 'Separate the two',
  'workLinks.because': 'Why it is not the same work',
  'workLinks.countedWith': "counted in {name}'s row",
}
