/** The organisations that a file names: one for each name whatever its capitals and marks; the spelling met most often names it, the others are kept as spellings. */
import { fold } from '../../../../engines/places/spelling.ts'
import type { ImportFinding } from '../../../../kernel/index.ts'
import type { Row } from '../../../../kernel/tables.ts'
import { organisationKey } from '../../../../registry/organisations/index.ts'
import { type Columns, wordsIn } from './columns.ts'
import type { Found, ProposedOrganisation } from './shapes.ts'

type Seen = { spellings: Map<string, number>; kinds: Map<string, number>; leadKinds: Map<string, Set<string>> }

const mostOften = (counts: ReadonlyMap<string, number>): string | undefined => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

export function organisationsIn(rows: readonly Row[], columns: Columns, found: Found): { organisations: ProposedOrganisation[]; findings: ImportFinding[] } {
  const seen = new Map<string, Seen>()
  const spellings = new Set<string>()
  const see = (row: Row, name: 'organisation' | 'implementer' | 'funder', kind: 'organisationKind' | 'implementerKind' | null) => {
    const written = wordsIn(row, columns, name)
    if (written === null) return
    spellings.add(written)
    const key = organisationKey(written)
    const one = seen.get(key) ?? { spellings: new Map(), kinds: new Map(), leadKinds: new Map() }
    seen.set(key, one)
    count(one.spellings, written)
    const said = kind && wordsIn(row, columns, kind)
    if (said === null) return
    count(one.kinds, said)
    if (name === 'organisation') one.leadKinds.set(written, (one.leadKinds.get(written) ?? new Set()).add(said))
  }
  for (const row of rows) {
    see(row, 'organisation', 'organisationKind')
    see(row, 'implementer', 'implementerKind')
    see(row, 'funder', null)
  }
  const findings: ImportFinding[] = []
  const organisations = [...seen].map(([key, one]): ProposedOrganisation => {
    for (const [name, kinds] of one.leadKinds)
      if (kinds.size > 1) findings.push({ code: 'coordination.organisation-two-kinds', severity: 'warning', facts: { name, kinds: [...kinds] } })
    const name = mostOften(one.spellings)!
    const kind = found.words.organisationKind.get(fold(mostOften(one.kinds) ?? '')) ?? 'other'
    const known = found.organisations.get(key)
    return {
      key,
      name: known?.name ?? name,
      kind,
      spellings: [...one.spellings.keys()].filter((spelling) => spelling !== (known?.name ?? name)),
      known: known?.id ?? null,
    }
  })
  if (spellings.size > seen.size)
    findings.push({ code: 'coordination.organisation-spellings', severity: 'note', facts: { written: spellings.size, organisations: seen.size } })
  return { organisations, findings }
}
