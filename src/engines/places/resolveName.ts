/**
 * What may pass without a person: an exact code (or one that ended and has one successor), an exact name, an exact alias, unique in its scope. Everything else is a question
 * with suggestions, because Ile and Gilé are two districts, and a wrong district sends food to the wrong people.
 */
import type { CodeStep } from './codes.ts'
import { type Gazetteer, matchName, type NameMatch, type NameScope, withinTest } from './gazetteer.ts'
import { isCurrent, type Place } from './place.ts'
import { plainName } from './spelling.ts'

export type Resolution =
  | { pcode: string; by: 'code' | 'name' | 'alias'; steps: CodeStep[]; doubt?: 'part-unknown' }
  | { pcode: null; ask: 'several' | 'similar' | 'unknown'; suggestions: NameMatch[] }

const looksLikeCode = /^[a-z]{2,3}\d{2,}$/i

export function resolveName(gazetteer: Gazetteer, text: string, scope: NameScope = {}): Resolution {
  const written = text.trim()
  if (looksLikeCode.test(written)) return resolveCode(gazetteer, written.toUpperCase(), scope)
  const found = (gazetteer.byFold.get(plainName(written)) ?? []).map((at) => gazetteer.spellings[at]!).filter(({ place }) => isInScope(gazetteer, place, scope))
  for (const is of ['name', 'alias'] as const) {
    const places = found.filter((spelling) => spelling.is === is && isCurrent(spelling.place)).map(({ place }) => place)
    if (places.length === 1) return { pcode: places[0]!.pcode, by: is, steps: [] }
    if (places.length > 1)
      return { pcode: null, ask: 'several', suggestions: matchName(gazetteer, written, { ...scope, limit: Math.max(scope.limit ?? 5, places.length) }) }
  }
  const suggestions = matchName(gazetteer, written, scope)
  return { pcode: null, ask: suggestions.length > 0 ? 'similar' : 'unknown', suggestions }
}

/** A code of another parent or level is a question too: the row contradicts itself. */
function resolveCode(gazetteer: Gazetteer, pcode: string, scope: NameScope): Resolution {
  const steps: CodeStep[] = []
  let place = gazetteer.codes.byCode.get(pcode)
  while (place && !isCurrent(place)) {
    const next: CodeStep[] = gazetteer.codes.successors.get(place.pcode) ?? []
    if (next.length === 0) break
    if (next.length > 1) {
      return { pcode: null, ask: 'several', suggestions: next.map(({ to }) => ({ pcode: to, score: 1, why: ['former-code'] })) }
    }
    steps.push(next[0]!)
    place = gazetteer.codes.byCode.get(next[0]!.to)
  }
  if (!place) return { pcode: null, ask: 'unknown', suggestions: [] }
  if (!isInScope(gazetteer, place, scope)) return { pcode: null, ask: 'similar', suggestions: [{ pcode: place.pcode, score: 1, why: ['outside-parent'] }] }
  return { pcode: place.pcode, by: 'code', steps, ...(steps.some(({ extent }) => extent === 'unknown') ? { doubt: 'part-unknown' as const } : {}) }
}

const isInScope = (gazetteer: Gazetteer, place: Place, { within, kind }: NameScope): boolean =>
  (kind === undefined || place.level === kind) && (within === undefined || withinTest(gazetteer.codes, within)(place))
