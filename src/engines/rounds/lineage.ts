/**
 * What a place became: divided, joined to another, moved to another district. Two rounds are compared over the same ground, so every place is described by
 * the pieces of ground that it stands for: one piece for each way from a first ancestor to a last successor.
 */

/** Place to the places that it became. A place that keeps its code when it is divided or joined lists itself among its successors. */
export type Lineage = ReadonlyMap<string, readonly string[]>

type Side = 'before' | 'after'

/** `component` names the family of a place; `pieces` is null for a place that never changed, which is its own and only piece. */
export function groundOf(lineage: Lineage): { component: (place: string) => string; pieces: (place: string, side: Side) => string[] | null } {
  const predecessors = new Map<string, string[]>()
  for (const [place, successors] of lineage) for (const one of successors) predecessors.set(one, [...(predecessors.get(one) ?? []), place])
  const families = familiesOf(lineage)
  const cached = new Map<string, string[]>()

  function pieces(place: string, side: Side): string[] | null {
    if (!families.has(place)) return null
    const key = `${side} ${place}`
    const known = cached.get(key)
    if (known) return known
    const keptCode = lineage.get(place)?.includes(place) ?? false
    const first = keptCode && side === 'before' ? [place] : ends(place, predecessors)
    const last = keptCode && side === 'after' ? [place] : ends(place, lineage)
    const found = first.flatMap((from) => last.map((to) => `${from} > ${to}`))
    cached.set(key, found)
    return found
  }
  return { component: (place) => families.get(place) ?? place, pieces }
}

/** The far ends reached from a place; a place that follows itself is an end too. A circle, which no history has, ends where it closes. */
function ends(place: string, next: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>()
  const seen = new Set<string>([place])
  const open = [place]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const following = next.get(at) ?? []
    const onward = following.filter((one) => one !== at && !seen.has(one))
    if (onward.length === 0 || following.includes(at)) found.add(at)
    for (const one of onward) {
      seen.add(one)
      open.push(one)
    }
  }
  return [...found]
}

/** Every place with a lineage, and the name of the family of places that it is connected with. */
function familiesOf(lineage: Lineage): Map<string, string> {
  const parent = new Map<string, string>()
  const top = (place: string): string => {
    let at = place
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const [place, successors] of lineage) {
    if (!parent.has(place)) parent.set(place, place)
    for (const one of successors) {
      if (!parent.has(one)) parent.set(one, one)
      parent.set(top(one), top(place))
    }
  }
  return new Map([...parent.keys()].map((place) => [place, top(place)]))
}
