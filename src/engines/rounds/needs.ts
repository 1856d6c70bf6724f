/** What localities say they need most: the weighted 3-2-1 score beside the share of localities that name it first. The unit is localities, not people. */
import { percentOf } from './percent.ts'

export type RankedNeed = { need: string; score: number; namedFirst: number; percentFirst: number; unit: 'localities'; localities: number }

const weights = [3, 2, 1]

/** Each locality gives up to three needs, the most urgent first; one without an answer is not counted. Equal scores go by the share naming it first, then by name. */
export function rankNeeds(answers: readonly (readonly string[])[]): RankedNeed[] {
  const answered = answers.filter((needs) => needs.length > 0)
  const found = new Map<string, { score: number; namedFirst: number }>()
  for (const needs of answered) {
    for (const [rank, need] of [...new Set(needs)].slice(0, weights.length).entries()) {
      const held = found.get(need) ?? { score: 0, namedFirst: 0 }
      found.set(need, { score: held.score + weights[rank]!, namedFirst: held.namedFirst + (rank === 0 ? 1 : 0) })
    }
  }
  return [...found]
    .map(([need, held]) => ({
      need,
      ...held,
      percentFirst: percentOf(held.namedFirst, answered.length) ?? 0,
      unit: 'localities' as const,
      localities: answered.length,
    }))
    .sort((a, b) => b.score - a.score || b.namedFirst - a.namedFirst || (a.need < b.need ? -1 : 1))
}
