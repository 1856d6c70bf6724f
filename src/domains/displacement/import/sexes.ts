/** Women and men must make the whole; a rest is either recorded as unknown sex or an error, never spread in silence. */
import type { Count } from '../../../engines/count.ts'
import { isKnown } from '../../../engines/count.ts'
import type { Finding } from '../../../kernel/tables.ts'

export type Sexes = { line: number; name: string; females: Count; males: Count; individuals: Count }

export function sexesFinding({ line, name, females, males, individuals }: Sexes): Finding[] {
  if (!isKnown(females) || !isKnown(males) || !isKnown(individuals) || females + males === individuals) return []
  return [{ code: 'import.sexes-differ', severity: 'error', line, facts: { line: String(line), name, females, males, individuals } }]
}
