/**
 * How far our compiler agrees with recorded answers of the reference converter: outcome, tree, expectations, refusals and warnings, each as a share with its
 * counts. Cases in which the reference itself broke down, or that need its Java program, are left out.
 */
import { type Compiled, compile, type Finding } from '../../../engines/xlsform/index.ts'
import { readMarkdown } from '../readMarkdown.ts'
import { canonicalXml, firstDifference } from './canonicalXml.ts'
import { type Expectations, unmet } from './expectations.ts'
import { isSameRefusal, sharedWarnings, warningClass } from './referenceWords.ts'

export type FormCase = {
  id: string
  n: number
  form: { md: string }
  name?: string
  expect?: Expectations & { odk_validate_error__contains?: unknown }
  oracle: { ok: boolean; xform?: string; warnings?: string[]; itemsets?: string | null; error?: string; crash?: unknown }
}

export type Share = { share: number; ok: number; of: number }
export type Failure = { id: string; what: string; why: string }
export type Score = { cases: number; crashes: number } & Record<Measure | 'pass', Share> & { failures: Failure[] }

const measures = ['outcome', 'sameTree', 'expectations', 'refusals', 'warnings'] as const
type Measure = (typeof measures)[number]
/** What a case says of a measure: null when it does not ask. */
type Verdict = Record<Measure, string | null | undefined>

const isAsked = ({ expect, oracle }: FormCase) => !expect?.odk_validate_error__contains && (oracle.ok || oracle.error !== undefined)

export function scoreCases(cases: readonly FormCase[]): Score {
  const asked = cases.filter(isAsked)
  const counts = Object.fromEntries([...measures, 'pass'].map((measure) => [measure, { ok: 0, of: 0 }])) as Record<Measure | 'pass', { ok: number; of: number }>
  const failures: Failure[] = []
  let crashes = 0
  for (const one of asked) {
    const id = `${one.id}#${one.n}`
    let verdict: Verdict
    try {
      verdict = judge(one, compile(readMarkdown(one.form.md), { name: one.name }))
    } catch (error) {
      crashes += 1
      verdict = { outcome: `crash: ${(error as Error).message}`, sameTree: undefined, expectations: undefined, refusals: undefined, warnings: undefined }
    }
    for (const measure of measures) {
      const why = verdict[measure]
      if (why === undefined) continue
      counts[measure].of += 1
      if (why === null) counts[measure].ok += 1
      else failures.push({ id, what: measure, why })
    }
    counts.pass.of += 1
    if (!verdict.outcome && !verdict.expectations && !verdict.refusals) counts.pass.ok += 1
  }
  return { cases: asked.length, crashes, ...(mapValues(counts, shareOf) as Record<Measure | 'pass', Share>), failures }
}

export const shareOf = ({ ok, of }: { ok: number; of: number }): Share => ({ share: of === 0 ? 1 : Math.round((ok / of) * 10_000) / 10_000, ok, of })
const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

function judge({ expect = {}, oracle }: FormCase, { xform, findings, itemsets }: Compiled): Verdict {
  const none: Verdict = { outcome: null, sameTree: undefined, expectations: undefined, refusals: undefined, warnings: undefined }
  const refused = findings.filter(({ severity }) => severity === 'refuse')
  if (!oracle.ok) {
    if (xform !== undefined) return { ...none, outcome: `converts; the reference refuses: ${oracle.error}`, refusals: 'converts' }
    return { ...none, refusals: agrees(refused, oracle.error!) ? null : `${said(refused)}; the reference: ${oracle.error}` }
  }
  if (xform === undefined) {
    const why = `refuses: ${said(refused)}`
    return { outcome: why, sameTree: why, expectations: why, refusals: undefined, warnings: why }
  }
  const missing = unmet(expect, xform)
  const difference = firstDifference(canonicalXml(xform), canonicalXml(oracle.xform!))
  const csv = (oracle.itemsets ?? '') === (itemsets ?? '') ? null : `itemsets: ${itemsets}`
  return {
    ...none,
    sameTree: difference ?? csv,
    expectations: missing.length === 0 ? null : missing.join('; '),
    warnings: sameWarnings(findings, oracle.warnings ?? []),
  }
}

const said = (findings: readonly Finding[]) => findings.map(({ code, sheet, row, column }) => `${code} ${sheet} ${row ?? ''} ${column ?? ''}`).join(' | ')

/** One of our refusals names the same row, sheet and column, and means the same. */
export function agrees(refused: readonly Finding[], error: string): boolean {
  return error.split('\n').some((message) => {
    const row = message.match(/\[row : (\d+)\]/)?.[1]
    const sheet = message.match(/On the '([^']+)' sheet/)?.[1]
    const column = message.match(/the '([^']+)' value/)?.[1]?.replace(/ \(.*$/, '')
    return refused.some(
      (finding) =>
        (row === undefined || finding.row === Number(row)) &&
        (sheet === undefined || finding.sheet.trim().toLowerCase() === sheet) &&
        (column === undefined || finding.column === undefined || sameColumn(finding.column, column)) &&
        isSameRefusal(message, finding.code),
    )
  })
}

const otherWords: Record<string, string> = { dataset: 'list_name', tag: 'name', calculate: 'calculation' }
const plain = (column: string) => {
  const word = column
    .toLowerCase()
    .replace(/::?.*$/, '')
    .replace(/[\s-]+/g, '_')
  return otherWords[word] ?? word
}
const sameColumn = (ours: string, theirs: string) => plain(ours) === plain(theirs)

function sameWarnings(findings: readonly Finding[], recorded: readonly string[]): string | null {
  const ours = findings.filter(({ severity, code }) => severity === 'warn' && sharedWarnings.has(code)).map(({ code }) => code)
  // The reference says the gaps of all languages in one warning with a line for each.
  const theirs = recorded.flatMap((warning) => warning.split('\n')).map(warningClass)
  const [a, b] = [ours.sort().join(', '), theirs.sort().join(', ')]
  return a === b ? null : `ours: ${a || 'none'}; theirs: ${b || 'none'}`
}
