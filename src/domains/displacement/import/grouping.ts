/** Small tools over rows: groups in the order in which they first appear, sets without a common member (Node 20 has neither), answers worked out once a file. */

export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

export const areDisjoint = <T>(one: Set<T>, other: Set<T>): boolean => ![...one].some((item) => other.has(item))

/** Names, dates and types repeat row after row; each is worked out once. Lives as long as one interpretation. */
export function remembered<T, R>(workOut: (value: T) => R, keyOf: (value: T) => string): (value: T) => R {
  const known = new Map<string, R>()
  return (value) => {
    const key = keyOf(value)
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as R
    const result = workOut(value)
    known.set(key, result)
    return result
  }
}
