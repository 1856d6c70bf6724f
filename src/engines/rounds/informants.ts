/**
 * Several informants for one place. What was said is kept; a rule declared for the round picks one statement; nothing is summed or averaged in silence,
 * and the spread is shown.
 */
import { type Count, isKnown } from '../count.ts'

export type Statement = {
  informant: string
  individuals: Count
  households: Count
  /** How near to the ground the informant stands: 3 is nearer than 2. */
  level: number
  confidence: number
}

export type InformantRule = 'median' | 'lowest_level' | 'highest_confidence'

export type Combined = {
  rule: InformantRule
  /** The statement that stands, whole: people and households come from one mouth. Null when nobody knew the people. */
  chosen: Statement | null
  spread: { lowest: number; highest: number } | null
  heard: number
}

/** `median` is a figure that somebody gave: with an even number of statements the lower of the middle two. Ties of the other rules go to that median. */
export function combineInformants(statements: readonly Statement[], rule: InformantRule): Combined {
  const known = statements.filter((one): one is Statement & { individuals: number } => isKnown(one.individuals)).sort((a, b) => a.individuals - b.individuals)
  if (known.length === 0) return { rule, chosen: null, spread: null, heard: statements.length }
  const measure = rule === 'lowest_level' ? 'level' : 'confidence'
  const best = Math.max(...known.map((one) => one[measure]))
  const eligible = rule === 'median' ? known : known.filter((one) => one[measure] === best)
  const chosen = eligible[Math.floor((eligible.length - 1) / 2)]!
  return { rule, chosen, spread: { lowest: known[0]!.individuals, highest: known.at(-1)!.individuals }, heard: statements.length }
}
