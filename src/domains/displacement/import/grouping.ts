/** Rows in groups, in the order in which the groups first appear; and whether two sets have nothing in common (Node 20 has neither). */

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
