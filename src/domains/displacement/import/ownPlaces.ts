/** Areas that a file brings with it, code by code with their parents; and whether its codes are those of another country. */
import { type Row, textOf } from '../../../kernel/tables.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import type { Gazetteer, ImportContext, ProposedPlace } from './proposal.ts'

export type AreaRoles = { level: 1 | 2 | 3; code: Role; name: Role }

/** Only areas that the register does not know; the first name met for a code is kept, other names become aliases to look at. */
export function areasOf(rows: Row[], roles: Roles, levels: AreaRoles[], country: string, gazetteer: Gazetteer): ProposedPlace[] {
  const areas = new Map<string, ProposedPlace>()
  const known = new Map<string, boolean>()
  for (const row of rows) {
    let parent: string | null = null
    for (const { level, code: codeRole, name: nameRole } of levels) {
      const code = textOf(cellOf(row, roles, codeRole))
      if (code === '') break
      const name = textOf(cellOf(row, roles, nameRole))
      if (!known.has(code)) known.set(code, gazetteer.byCode(code) !== null)
      const area = areas.get(code)
      if (area && area.name !== name && !area.aliases.some(({ value }) => value === name)) area.aliases.push({ kind: 'name', value: name, rounds: [] })
      if (!area && !known.get(code)) areas.set(code, { key: code, kind: 'area', country, level, code, name, parent, point: null, aliases: [], siteType: null })
      parent = code
    }
  }
  return [...areas.values()].sort((a, b) => (a.level ?? 9) - (b.level ?? 9))
}

/**
 * Facts for a refusal when not one code begins like this country's. Only what looks like a P-code (letters, then digits) tells a country; a single foreign
 * row is a matter for the row.
 */
export function foreignCodes(rows: Row[], roles: Roles, role: Role, country: ImportContext['country']): { expected: string; found: string[] } | null {
  if (country === null) return null
  const prefixes = new Set(rows.flatMap((row) => /^([A-Z]{2,3})\d{2,}$/.exec(textOf(cellOf(row, roles, role)).toUpperCase())?.[1] ?? []))
  if (prefixes.size === 0 || prefixes.has(country.iso2) || prefixes.has(country.iso3)) return null
  return { expected: country.names[0] ?? country.iso3, found: [...prefixes].slice(0, 10) }
}
