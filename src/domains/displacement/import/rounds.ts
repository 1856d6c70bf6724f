/** What the assessments of a round add up to, as the preview shows it; and which figures an earlier import already holds. */
import type { Count } from '../../../engines/count.ts'
import { isKnown, sumCounts } from '../../../engines/count.ts'
import type { Finding } from '../../../kernel/import/table.ts'
import { groupBy } from './grouping.ts'
import type { ImportContext, ProposedAssessment, ProposedRound } from './proposal.ts'

type RoundFrame = Omit<ProposedRound, 'lines' | 'places' | 'households' | 'individuals' | 'asWritten' | 'carriedForward'>

/** `written` are the plain figures of the file where they differ from what the assessments hold. */
export function roundOf(
  frame: RoundFrame,
  assessments: ProposedAssessment[],
  written = assessments as { households: Count; individuals: Count }[],
): ProposedRound {
  const carried = assessments.filter(({ outcome }) => outcome === 'carried_forward')
  return {
    ...frame,
    lines: assessments.map(({ line }) => line),
    places: placesIn(assessments),
    households: sumCounts(assessments.map(({ households }) => households)),
    individuals: sumCounts(assessments.map(({ individuals }) => individuals)),
    asWritten: { households: sumOfKnown(written.map(({ households }) => households)), individuals: sumOfKnown(written.map(({ individuals }) => individuals)) },
    carriedForward: { places: placesIn(carried), individuals: sumCounts(carried.map(({ individuals }) => individuals)) },
  }
}

const placesIn = (assessments: ProposedAssessment[]): number => new Set(assessments.map(({ placeKey }) => placeKey)).size
const sumOfKnown = (counts: Count[]): number => counts.filter(isKnown).reduce((sum, count) => sum + count, 0)

/** One cell of a round: the same place, reasons, origin, setting and arrival period may stand only once. */
export const assessmentKey = (roundKey: string, placeKey: string, rest: (string | null)[]): string =>
  [roundKey, placeKey, ...rest.map((part) => part ?? '')].join('|')

export type Sorted = { fresh: ProposedAssessment[]; clashing: ProposedAssessment[]; duplicates: ProposedAssessment[]; findings: Finding[] }

/**
 * The same cell twice: an identical second row is dropped with a note; different figures hold all of them back, because taking one, or adding them up,
 * would be a guess.
 */
export function setApartRepeats(assessments: ProposedAssessment[]): Sorted {
  const sorted: Sorted = { fresh: [], clashing: [], duplicates: [], findings: [] }
  for (const same of groupBy(assessments, ({ key }) => key).values()) {
    const [first, ...others] = same
    if (others.length === 0) {
      sorted.fresh.push(first!)
      continue
    }
    const facts = { name: first!.writtenName, lines: same.map(({ line }) => line), line: first!.line }
    const at = { line: first!.line, ...(first!.sheet ? { sheet: first!.sheet } : {}) }
    if (others.every((other) => other.households === first!.households && other.individuals === first!.individuals)) {
      sorted.fresh.push(first!)
      sorted.duplicates.push(...others)
      sorted.findings.push({ code: 'import.duplicate-row', severity: 'warning', ...at, facts })
    } else {
      sorted.clashing.push(...same)
      sorted.findings.push({ code: 'import.place-twice-in-round', severity: 'error', ...at, facts })
    }
  }
  return sorted
}

/** Importing twice adds nothing; a figure that changed since is shown, and the earlier one stays until a person corrects it. */
export function comparedWithEarlier(assessments: ProposedAssessment[], earlier: ImportContext['previouslyImported']): Finding[] {
  if (earlier.size === 0) return []
  const known = assessments.filter(({ key }) => earlier.has(key))
  const changed = known.filter(
    ({ key, households, individuals }) => earlier.get(key)!.households !== households || earlier.get(key)!.individuals !== individuals,
  )
  const findings: Finding[] = changed.map(({ key, line, sheet, writtenName, individuals }) => ({
    code: 'import.figure-differs-from-earlier',
    severity: 'warning',
    line,
    ...(sheet ? { sheet } : {}),
    facts: { line, name: writtenName, before: earlier.get(key)!.individuals, now: individuals },
  }))
  if (known.length > 0) findings.push({ code: 'import.already-imported', severity: 'note', facts: { rows: known.length, of: assessments.length } })
  return findings
}
