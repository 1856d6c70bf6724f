/** Twelve months after the keys: is the house sound, is the household in it, is the ground in peace (specification, 4.9). */
import { yearOutcomes } from '../../../engines/solutions/index.ts'
import { date, oneOf, record, ref } from '../../../kernel/index.ts'
import { officers, openReads } from '../office.ts'
import { yesNoUnknown } from './house.ts'

export const YearCheck = record(
  'solutions.year_check',
  {
    house: ref('solutions.house', 'Casa', 'House'),
    checkedOn: date('Verificada em', 'Checked on'),
    outcome: oneOf('O que se encontrou', 'What was found', yearOutcomes),
    tenureConflict: oneOf('Conflito pela terra', 'Conflict over the land', yesNoUnknown),
  },
  {
    labels: { one: { pt: 'Verificação aos 12 meses', en: 'Check after 12 months' }, many: { pt: 'Verificações aos 12 meses', en: 'Checks after 12 months' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['house']],
    access: { read: openReads, create: officers, update: [] },
  },
)
