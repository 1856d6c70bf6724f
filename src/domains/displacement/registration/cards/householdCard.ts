/** Each card that was printed: for which household, which print it was, and why again. Only the newest print of a household is valid. Strategy: focus area 15, activity G. */
import { date, integer, oneOf, record, ref, text } from '../../../../kernel/index.ts'

export const reasonsAgain = ['lost', 'damaged', 'changed'] as const

export const HouseholdCard = record(
  'displacement.household_card',
  {
    exercise: ref('displacement.registration_exercise', 'Exercício', 'Exercise'),
    /** Of the household, which nothing points into; it stays when the household was erased, because its card may still be shown. */
    number: text('Número do agregado', 'Household number', { letters: 20 }),
    print: integer('Via', 'Print', { min: 1 }),
    printedOn: date('Impresso em', 'Printed on'),
    reason: oneOf('Motivo', 'Reason', ['first', ...reasonsAgain]),
  },
  {
    labels: { one: { pt: 'Cartão de agregado', en: 'Household card' }, many: { pt: 'Cartões de agregado', en: 'Household cards' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['number', 'print']],
    index: [['exercise']],
    access: { read: { registrar: 'area' }, create: ['registrar'] },
  },
)
