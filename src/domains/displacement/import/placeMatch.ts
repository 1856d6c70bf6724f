/**
 * From what a row says about its place to one place of the register. Exact codes, former codes and exact names or aliases decide; anything fuzzy only
 * suggests, scoped by the parent, because "Ile" and "Gilé" are two districts of one province. The same words are looked up once per file.
 */
import { fold } from '../../../engines/places/spelling.ts'
import { type Finding, type Row, textOf } from '../../../kernel/tables.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import type { Decision, Gazetteer, GazetteerPlace } from './proposal.ts'
import { answerFor } from './proposal.ts'

/** `problem`: the row is held back; `findings` on a match are remarks. `id` names the case for a decision. */
export type PlaceMatch = { place: GazetteerPlace; findings: Written[] } | { place: null; problem: Written; id: string; suggestions: GazetteerPlace[] }
/** A finding before it is pinned to a line. */
type Written = Pick<Finding, 'code' | 'severity' | 'facts'>

type Said = { code: string; name: string; level: 1 | 2 | 3 | null; column: string }

const levels: { level: 1 | 2 | 3; code: Role; name: Role }[] = [
  { level: 3, code: 'adm3Code', name: 'adm3Name' },
  { level: 2, code: 'adm2Code', name: 'adm2Name' },
  { level: 1, code: 'adm1Code', name: 'adm1Name' },
]

export function placeMatcher(roles: Roles, gazetteer: Gazetteer, decisions: Decision[]): (row: Row) => PlaceMatch {
  const matched = new Map<string, PlaceMatch>()
  return (row) => {
    const chain = saidIn(row, roles)
    const key = chain.map(({ code, name }) => `${code}|${name}`).join('|')
    const known = matched.get(key)
    if (known) return known
    const match = matchChain(chain, gazetteer, decisions)
    matched.set(key, match)
    return match
  }
}

/** Fine to coarse, without the levels that the row leaves empty. */
function saidIn(row: Row, roles: Roles): Said[] {
  const text = (role: Role): string => textOf(cellOf(row, roles, role))
  const own: Said = { code: text('placeCode'), name: text('placeName'), level: null, column: 'placeCode' }
  const named = levels.map(({ level, code, name }): Said => ({ code: text(code), name: text(name), level, column: code }))
  return [own, ...named].filter(({ code, name }) => code !== '' || name !== '')
}

function matchChain([finest, ...coarser]: Said[], gazetteer: Gazetteer, decisions: Decision[]): PlaceMatch {
  if (!finest) return { place: null, id: '', suggestions: [], problem: { code: 'import.place-missing', severity: 'error', facts: {} } }
  const above = coarser.length ? matchChain(coarser, gazetteer, decisions) : null
  const parent = above?.place ?? null
  const id = [finest.code, fold(finest.name), parent?.pcode ?? ''].join('|')
  const answer = answerFor(decisions, 'import.place-unknown', id)
  const chosen = answer?.answer === 'use' && answer.value ? gazetteer.byCode(answer.value) : null
  if (chosen) return { place: chosen, findings: [] }
  if (finest.code !== '') return byCode(finest, gazetteer, parent, id)
  // A parent that nobody knows leaves the name without scope: the question is about the parent.
  if (above && above.place === null) return above
  const found = gazetteer.byName(finest.name, finest.level, parent?.pcode ?? null)
  if (found.length === 1) return { place: found[0]!, findings: [] }
  return found.length > 1 ? ambiguous(finest, found, id) : unknown(finest, gazetteer, parent, id)
}

function byCode(said: Said, gazetteer: Gazetteer, parent: GazetteerPlace | null, id: string): PlaceMatch {
  const { code, name, level, column } = said
  const place = gazetteer.byCode(code)
  if (!place) return unknown(said, gazetteer, parent, id)
  if (level !== null && place.level !== level) {
    const facts = { code, name: place.name, column, level, is: place.level }
    return { place: null, id, suggestions: [], problem: { code: 'import.code-at-wrong-level', severity: 'error', facts } }
  }
  const findings: Written[] = []
  if (place.pcode !== code) findings.push({ code: 'import.former-code', severity: 'note', facts: { written: code, pcode: place.pcode, name: place.name } })
  const isNamed = name === '' || fold(name) === fold(place.name) || gazetteer.byName(name, place.level, null).some(({ pcode }) => pcode === place.pcode)
  if (!isNamed) findings.push({ code: 'import.code-and-name-differ', severity: 'warning', facts: { code, written: name, name: place.name } })
  if (parent && place.pcode === code && parent.level < place.level && !place.pcode.startsWith(parent.pcode) && place.parent !== parent.pcode) {
    findings.push({ code: 'import.parent-differs', severity: 'warning', facts: { code, name: place.name, written: parent.pcode, parent: place.parent ?? '' } })
  }
  return { place, findings }
}

function unknown({ code, name, level }: Said, gazetteer: Gazetteer, parent: GazetteerPlace | null, id: string): PlaceMatch {
  const above = parent?.pcode ?? null
  const alike = name === '' ? [] : [...gazetteer.byName(name, level, above), ...gazetteer.suggest(name, level, above)]
  const suggestions = [...new Map(alike.map((place) => [place.pcode, place])).values()]
  const facts = { written: [name, code].filter(Boolean).join(' '), parent: parent?.name ?? '', suggestions: suggestions.map(described) }
  return {
    place: null,
    id,
    suggestions,
    problem: { code: suggestions.length ? 'import.place-unknown' : 'import.place-unknown-without-suggestion', severity: 'error', facts },
  }
}

function ambiguous({ name }: Said, found: GazetteerPlace[], id: string): PlaceMatch {
  return {
    place: null,
    id,
    suggestions: found,
    problem: { code: 'import.place-ambiguous', severity: 'error', facts: { written: name, suggestions: found.map(described) } },
  }
}

const described = ({ name, pcode }: GazetteerPlace): string => `${name} (${pcode})`
