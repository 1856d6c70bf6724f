/** What a file does not say: areas of the same parents without a row, and round numbers left out. Shown, so that a gap never looks like a return. */
import type { Finding } from '../../../kernel/tables.ts'
import { groupBy } from './grouping.ts'
import type { Gazetteer, ProposedAssessment, ProposedRound } from './proposal.ts'

const namedAtMost = 20

/** Areas of the level that the round counts by, under the parents that it touches. Held rows may be some of them, so their number is told too. */
export function missingPlaces(assessments: ProposedAssessment[], round: number, held: number, gazetteer: Gazetteer): Finding[] {
  const met = new Set(assessments.map(({ placeKey }) => placeKey))
  const places = [...met].flatMap((code) => gazetteer.byCode(code) ?? [])
  const level = places.reduce((finest, place) => Math.max(finest, place.level), 0)
  const parents = new Set(places.filter((place) => place.level === level).flatMap(({ parent }) => parent ?? []))
  if (level < 2) return []
  const missing = [...parents].flatMap((parent) => gazetteer.children(parent)).filter(({ pcode }) => !met.has(pcode))
  if (missing.length === 0) return []
  const named = missing.slice(0, namedAtMost).map(({ name, pcode }) => `${name} (${pcode})`)
  return [
    { code: 'import.places-missing', severity: 'warning', facts: { round, count: missing.length, of: missing.length + places.length, places: named, held } },
  ]
}

export function roundGaps(rounds: ProposedRound[]): Finding[] {
  const series = groupBy(rounds, ({ country, operation, assessmentType }) => `${country}|${operation ?? ''}|${assessmentType}`)
  return [...series.values()].flatMap((own): Finding[] => {
    const numbers = new Set(own.flatMap(({ number }) => number ?? []))
    const missing: number[] = []
    for (let number = Math.min(...numbers); number < Math.max(...numbers); number++) if (!numbers.has(number)) missing.push(number)
    const { operation, country, assessmentType } = own[0]!
    return missing.length ? [{ code: 'import.round-gap', severity: 'note', facts: { operation: operation ?? country, assessmentType, missing } }] : []
  })
}
