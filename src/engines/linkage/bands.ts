/** Three bands, and none of them acts: above `suggest` a pair is shown as a likely duplicate, above `review` it waits for a look, below it is left alone. */
export type Thresholds = { reviewBits: number; suggestBits: number }
export type Band = 'suggest' | 'review' | 'no'

export const bandOf = (weightBits: number, { reviewBits, suggestBits }: Thresholds): Band => {
  if (weightBits >= suggestBits) return 'suggest'
  return weightBits >= reviewBits ? 'review' : 'no'
}
