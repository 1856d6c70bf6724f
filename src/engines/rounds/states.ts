/** The states of a round, in the order of its life: for the record that keeps them and for the screens that show them. */
export const roundStates = [
  'draft',
  'planned',
  'training',
  'collecting',
  'cleaning',
  'technical_review',
  'government_review',
  'endorsed',
  'published',
  'superseded',
  'withdrawn',
] as const

export type RoundState = (typeof roundStates)[number]

/** While figures come in and are looked at, findings are decided and places corrected. */
export const isBeingChecked = (state: RoundState): boolean => state === 'collecting' || state === 'cleaning' || state === 'technical_review'
