/** One file, several countries: the rows of other countries are set aside whole, with their lines, and never mixed into a round of this one. */
import { fold } from '../../../engines/places/spelling.ts'
import { type Refusal, refuse } from '../../../kernel/shared.ts'
import { type Row, textOf } from '../../../kernel/tables.ts'
import type { Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import { groupBy } from './grouping.ts'
import type { ImportContext, OutOfScope } from './proposal.ts'

export type CountrySplit = { inScope: Row[]; outOfScope: OutOfScope[]; refusals: Refusal[] }

export function splitByCountry(rows: Row[], roles: Roles, country: ImportContext['country'], wanted: 'one' | 'many'): CountrySplit {
  const told = roles.countryCode === undefined ? 'country' : 'countryCode'
  if (roles[told] === undefined) return { inScope: rows, outOfScope: [], refusals: [] }
  if (country === null) {
    const found = [...new Set(rows.map((row) => textOf(cellOf(row, roles, told))))].filter((name) => name !== '')
    // Rounds without a country of their own would mix the two.
    return { inScope: rows, outOfScope: [], refusals: wanted === 'one' && found.length > 1 ? [refuse('import.which-country', { found })] : [] }
  }
  const ours = new Set([country.iso2, country.iso3, ...country.names].map(fold))
  const groups = groupBy(rows, (row) => textOf(cellOf(row, roles, told)))
  let inScope: Row[] = []
  const outOfScope: OutOfScope[] = []
  for (const [name, group] of groups) {
    // A row that names no country stays with the file's own; its place decides later.
    if (name === '' || ours.has(fold(name))) inScope = inScope.concat(group)
    else outOfScope.push({ reason: name, lines: group.map(({ line }) => line) })
  }
  const refusals =
    inScope.length === 0 && outOfScope.length > 0
      ? [refuse('import.other-country', { expected: country.names[0] ?? country.iso3, found: outOfScope.map(({ reason }) => reason).slice(0, 10) })]
      : []
  return { inScope: inScope.sort((a, b) => a.line - b.line), outOfScope, refusals }
}
