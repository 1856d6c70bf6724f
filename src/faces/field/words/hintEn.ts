/** Words of "may already be registered". */
import type { hintWords as pt } from './hintPt.ts'

export const hintWords: typeof pt = {
  'hint.title': 'May already be registered',
  'hint.household': 'household {number}',
  'hint.here': 'registered on this phone, {when}',
  'hint.goOn': 'This is a hint only. Ask the person; if it is another, go on.',
  'hint.same': 'It is the same person',
  'hint.another': 'It is another person',
  'hint.names.same': 'same name',
  'hint.names.swapped': 'same names, other order',
  'hint.names.alike': 'similar name',
  'hint.names.differs': 'another name',
  'hint.birth.same': 'same year of birth',
  'hint.birth.near': 'year of birth close by',
  'hint.birth.differs': 'another year of birth',
  'hint.sex.same': 'same sex',
  'hint.sex.differs': 'another sex',
}
