/** What the assessments of a round add up to, as the preview shows it; and which figures an earlier import already holds. */
import type { Count } from '../../../engines/count.ts'
import { isKnown, sumCounts } from '../../../engines/count.ts'
import type { Finding } from '../../../kernel/tables.ts'
import { groupBy } from './grouping.ts'
import { looksAlike } from './names.ts'
import type { ImportContext, ProposedAssessment, ProposedRound, Quarantined } from './proposal.ts'

/** A round before its rows are added up. */
export type RoundFrame = Omit<ProposedRound, 'lines' | 'places' | 'households' | 'individuals' | 'asWritten' | 'carriedForward'>

/** `written` are the plain figures of the file where they differ from what the assessments hold. */
export function roundOf(
  frame: RoundFrame,
  assessments: ProposedAssessment[],
  written = assessments as { households: Count; individuals: Count }[],
): ProposedRound {
  // A place that nobody visited is a gap in coverage, shown by its outcome; it does not make the counted rest unknown.
  const counted = assessments.filter(({ outcome }) => outcome !== 'not_assessed' && outcome !== 'merged')
  const carried = assessments.filter(({ outcome }) => outcome === 'carried_forward')
  return {
    ...frame,
    lines: assessments.map(({ line }) => line),
    places: placesIn(assessments),
    households: sumCounts(counted.map(({ households }) => households)),
    individuals: sumCounts(counted.map(({ individuals }) => individuals)),
    asWritten: { households: sumOfKnown(written.map(({ households }) => households)), individuals: sumOfKnown(written.map(({ individuals }) => individuals)) },
    carriedForward: { places: placesIn(carried), individuals: sumCounts(carried.map(({ individuals }) => individuals)) },
  }
}

const placesIn = (assessments: ProposedAssessment[]): number => new Set(assessments.map(({ placeKey }) => placeKey)).size
const sumOfKnown = (counts: Count[]): number => counts.filter(isKnown).reduce((sum, count) => sum + count, 0)

/** One cell of a round: the same place, reasons, origin, setting and arrival period may stand only once. */
export const assessmentKey = (roundKey: string, placeKey: string, rest: (string | null)[]): string =>
  [roundKey, placeKey, ...rest.map((part) => part ?? '')].join('|')

export type Sorted = { fresh: ProposedAssessment[]; setAside: Quarantined[]; findings: Finding[] }

/**
 * The same cell twice: an identical second row is dropped with a note; different figures, or one code for two sites, hold all of them back, because taking
 * one, or adding them up, would be a guess.
 */
export function setApartRepeats(assessments: ProposedAssessment[]): Sorted {
  if (new Set(assessments.map(({ key }) => key)).size === assessments.length) return { fresh: assessments, setAside: [], findings: [] }
  const fresh: ProposedAssessment[] = []
  const findings: Finding[] = []
  const aside = new Map<string, { lines: number[]; held: ProposedAssessment[] }>()
  for (const same of groupBy(assessments, ({ key }) => key).values()) {
    const [first, ...others] = same as [ProposedAssessment, ...ProposedAssessment[]]
    if (others.length === 0) {
      fresh.push(first)
      continue
    }
    const twoSites = others.some(({ writtenName }) => !looksAlike(writtenName, first.writtenName))
    const identical = others.every(({ households, individuals }) => households === first.households && individuals === first.individuals)
    const code = twoSites ? 'import.code-two-sites' : identical ? 'import.duplicate-row' : 'import.place-twice-in-round'
    const isDuplicate = code === 'import.duplicate-row'
    const group = aside.get(code) ?? { lines: [], held: [] }
    aside.set(code, group)
    if (isDuplicate) fresh.push(first)
    else group.held.push(...same)
    group.lines.push(...(isDuplicate ? others : same).map(({ line }) => line))
    const names = [...new Set(same.map(({ writtenName }) => writtenName))]
    const facts = { code: first.writtenCode ?? '', name: first.writtenName, names, lines: same.map(({ line }) => line) }
    findings.push({ code, severity: isDuplicate ? 'warning' : 'error', line: first.line, ...(first.sheet ? { sheet: first.sheet } : {}), facts })
  }
  return { fresh, setAside: [...aside].map(([code, { lines, held }]) => ({ code, lines, of: [], held })), findings }
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
    facts: { line: String(line), name: writtenName, before: earlier.get(key)!.individuals, now: individuals },
  }))
  if (known.length > 0) findings.push({ code: 'import.already-imported', severity: 'note', facts: { rows: known.length, of: assessments.length } })
  return findings
}
