/**
 * Where an activity is, from the codes of its row, the finest that is filled. A code counts as it stands in the register, or through an answer that a person has given
 * for it; nothing is taken because it looks alike. A post is looked up inside the district that the row names.
 */
import type { ImportFinding } from '../../../../kernel/index.ts'
import type { Row } from '../../../../kernel/tables.ts'
import { type Columns, cellOf, errorIn, type Role, wordsIn } from './columns.ts'
import type { Found } from './shapes.ts'

export type PlaceOfRow = { pcode: string | null; unsure: boolean; findings: ImportFinding[]; unknown: { code: string; suggestion: string | null } | null }

type Known = { pcode: string; parent: string | null; answered: boolean }

export function placeReader(columns: Columns, found: Found, answered: ReadonlyMap<string, string>) {
  const settled = (code: string) => answered.get(code) ?? found.codeAliases.get(code)
  const lookUp = (code: string): Known | null => {
    const other = settled(code)
    const place = found.places.byCode(other ?? code)
    if (!place || (!other && place.pcode !== code)) return null
    return { pcode: place.pcode, parent: place.parent, answered: other !== undefined }
  }
  /** A former code of a post answers by itself once its district is known, and only inside it. */
  const former = (code: string, district: string | null): Known | null => {
    const place = found.places.byCode(code)
    return place && place.pcode !== code && place.parent === district ? { pcode: place.pcode, parent: place.parent, answered: true } : null
  }
  const column = (role: Role) => columns[role]?.name

  return (row: Row): PlaceOfRow => {
    const findings: ImportFinding[] = []
    let unknown: PlaceOfRow['unknown'] = null
    let best: Known | null = null
    let district = null as Known | null
    for (const role of ['adm1Code', 'adm2Code', 'adm3Code'] as const) {
      const error = errorIn(cellOf(row, columns, role))
      const code = error ?? wordsIn(row, columns, role)
      if (code === null) continue
      const place: Known | null = error !== null ? null : (lookUp(code) ?? (role === 'adm3Code' ? former(code, district?.pcode ?? null) : null))
      if (role === 'adm2Code') district = place
      if (place) {
        best = place
        if (place.answered) findings.push({ code: 'coordination.place-former', severity: 'note', column: column(role), facts: { code, pcode: place.pcode } })
        continue
      }
      const suggestion = error !== null ? null : suggestionFor(role, code, row)
      if (role === 'adm2Code' && error === null) unknown = { code, suggestion }
      else if (unknown === null) unknown = { code, suggestion }
      const facts = { code, suggestions: suggestion === null ? [] : [suggestion] }
      findings.push({ code: 'coordination.place-not-found', severity: 'error', column: column(role), facts })
    }
    const unsure = unknown === null && district?.answered === true && best === district
    if (unsure) findings.push({ code: 'coordination.district-changed', severity: 'warning', column: column('adm2Code'), facts: { pcode: district!.pcode } })
    return { pcode: best?.pcode ?? null, unsure, findings, unknown }
  }

  /** For a district that ended: the district in which its posts of today lie. */
  function suggestionFor(role: Role, code: string, row: Row): string | null {
    const post = role === 'adm2Code' ? wordsIn(row, columns, 'adm3Code') : code
    const now = post === null ? null : found.places.byCode(post)
    return now ? (role === 'adm2Code' ? now.parent : now.pcode) : null
  }
}
