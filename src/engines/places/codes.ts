/**
 * Codes through time: does a code hold on a day, and which code covers its ground on another day? A series must go on when a post moves to another district.
 */
import { holdsOn, type Place, type Predecessor } from './place.ts'

export type PlaceRefusal = {
  code: 'places.code-unknown' | 'places.code-not-valid' | 'places.code-split' | 'places.no-way-through'
  facts: Record<string, string | string[]>
}
/** One change on the way from the code asked to the code that answers. */
export type CodeStep = { from: string; to: string; on: string; extent: Predecessor['extent']; source: string }
/** `whole` is false when some step moved an unknown share: figures may be shown side by side, not joined. */
export type Crossing = { pcode: string; whole: boolean; steps: CodeStep[] }
export type Codes = { byCode: ReadonlyMap<string, Place>; successors: ReadonlyMap<string, CodeStep[]> }

export function buildCodes(places: Iterable<Place>): Codes {
  const byCode = new Map<string, Place>()
  const successors = new Map<string, CodeStep[]>()
  for (const place of places) {
    byCode.set(place.pcode, place)
    for (const { pcode, on, extent, source } of place.predecessors ?? []) {
      successors.set(pcode, [...(successors.get(pcode) ?? []), { from: pcode, to: place.pcode, on, extent, source }])
    }
  }
  return { byCode, successors }
}

/** Every reason why a code may not stand on a record of that day; an empty list means it may. */
export function validate(codes: Codes, pcode: string, onDate: string): PlaceRefusal[] {
  const place = codes.byCode.get(pcode)
  if (!place) return [{ code: 'places.code-unknown', facts: { pcode } }]
  if (holdsOn(place, onDate)) return []
  const instead = (codes.successors.get(pcode) ?? []).map(({ to }) => to)
  return [
    { code: 'places.code-not-valid', facts: { pcode, name: place.name, onDate, validFrom: place.validFrom ?? '', validTo: place.validTo ?? '', instead } },
  ]
}

/** The code of the same ground at another date, forwards or backwards. Refuses where the ground was divided and the sources do not say how. */
export function crosswalk(codes: Codes, pcode: string, from: string, to: string): Crossing | PlaceRefusal {
  const start = codes.byCode.get(pcode)
  if (!start) return { code: 'places.code-unknown', facts: { pcode } }
  const forwards = from <= to
  const steps: CodeStep[] = []
  let place = start
  while (!holdsOn(place, to) && steps.length < codes.byCode.size) {
    const ways = forwards ? (codes.successors.get(place.pcode) ?? []) : predecessorsOf(place)
    if (ways.length === 0) return { code: 'places.no-way-through', facts: { pcode, from, to, stoppedAt: place.pcode } }
    if (ways.length > 1) return { code: 'places.code-split', facts: { pcode, from, to, candidates: ways.map((step) => (forwards ? step.to : step.from)) } }
    const next = codes.byCode.get(forwards ? ways[0]!.to : ways[0]!.from)
    if (!next) return { code: 'places.no-way-through', facts: { pcode, from, to, stoppedAt: place.pcode } }
    steps.push(ways[0]!)
    place = next
  }
  return { pcode: place.pcode, whole: steps.every(({ extent }) => extent === 'whole'), steps }
}

const predecessorsOf = (place: Place): CodeStep[] =>
  (place.predecessors ?? []).map(({ pcode, on, extent, source }) => ({ from: pcode, to: place.pcode, on, extent, source }))
