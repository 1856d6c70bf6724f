/**
 * Findings as a person decides them: one line per cause with how often and where, worst first, so that a file with 600 wrong dates asks one question.
 */
import { lineRanges } from './lineRanges.ts'
import type { Finding } from './table.ts'

export type FindingGroup = {
  code: string
  severity: Finding['severity']
  sheet: string | null
  column: string | null
  count: number
  lines: string[]
  /** Facts that all findings of the group share; what differs is listed in `examples`. */
  facts: Finding['facts']
  examples: string[]
}

const order = { error: 0, warning: 1, note: 2 } as const

export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.severity, finding.sheet ?? null, finding.column ?? null])
    const known = groups.get(key)
    if (known) known.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].map(toGroup).sort((a, b) => order[a.severity] - order[b.severity] || b.count - a.count || a.code.localeCompare(b.code))
}

function toGroup(findings: Finding[]): FindingGroup {
  const first = findings[0]!
  const shared = Object.fromEntries(
    Object.entries(first.facts).filter(([name, value]) => findings.every((finding) => JSON.stringify(finding.facts[name]) === JSON.stringify(value))),
  )
  const examples = new Set<string>()
  for (const { facts } of findings) {
    if (examples.size >= 5) break
    if (facts.value !== undefined && !('value' in shared)) examples.add(String(facts.value))
  }
  // The reader already counts formula errors by column: such a finding stands for all its cells.
  const counted = findings.reduce((sum, { facts }) => sum + (typeof facts.count === 'number' ? facts.count : 1), 0)
  const lines =
    findings.length === 1 && Array.isArray(first.facts.lines) ? first.facts.lines.map(String) : lineRanges(findings.flatMap(({ line }) => line ?? []))
  const { code, severity, sheet, column } = first
  return { code, severity, sheet: sheet ?? null, column: column ?? null, count: counted, lines, facts: shared, examples: [...examples] }
}
