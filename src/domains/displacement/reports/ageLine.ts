/** One sentence that says how the ages of a round are known, for the report, the README of the files and the public page. */

import { isKnown } from '../../../engines/count.ts'
import { printCount } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import type { PublicRound } from '../publicRound.ts'
import { reportWords } from './words.ts'

export function ageLine({ ageBands, ageSample }: PublicRound, lang: Language): string {
  const words = reportWords[lang]
  if (ageBands.length === 0) return words.agesUnknown
  if (!ageSample) return words.agesOfUnknownMethod
  const { method, individuals, places, placesOf } = ageSample
  const facts = { people: isKnown(individuals) ? individuals : printCount(individuals, lang), places, placesOf }
  return method === 'counted' ? words.agesCounted(facts) : words.agesApplied(facts)
}
