/** The way back of one line of a master list: what each import or form found there when it gave its outcome. */
import type { ReplacedOutcome } from '../presence.ts'

type Before = Omit<ReplacedOutcome, 'import'>
export type GivenBack = { last: boolean; before: Before; left: ReplacedOutcome[] | null }

/** Where a later one spoke, its own way back is the one that changes; only the last one's going changes the line. Null: this one gave nothing here. */
export function withoutOutcomeOf(replaced: readonly ReplacedOutcome[] | null, source: string): GivenBack | null {
  const at = replaced?.findIndex((each) => each.import === source) ?? -1
  if (!replaced || at < 0) return null
  const { import: _, ...before } = replaced[at]!
  const next = replaced[at + 1]
  const left = replaced.flatMap((each) => (each.import === source ? [] : [each === next ? { ...next, ...before, import: next.import } : each]))
  return { last: !next, before, left: left.length > 0 ? left : null }
}

/** The first time that a source speaks is the one to go back to. */
export const withOutcomeOf = (replaced: readonly ReplacedOutcome[] | null, found: ReplacedOutcome): ReplacedOutcome[] =>
  replaced?.some((each) => each.import === found.import) ? [...replaced] : [...(replaced ?? []), found]
