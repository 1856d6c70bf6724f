/** What changed between two instances of one submission, answer by answer: `/data/af[2]/n: 3 → 4`. A reviewer reads this beside an edit. */
import { type Element, elementsOf, isElement, textOf } from './element.ts'

export type Change = { path: string; before: string | null; after: string | null }

/** Every answer under its path; a name that stands several times is numbered from its second on. */
function leaves(element: Element, path: string, found: Map<string, string>): Map<string, string> {
  const seen = new Map<string, number>()
  for (const child of elementsOf(element)) {
    const turn = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, turn)
    const below = `${path}/${child.name}${turn > 1 ? `[${turn}]` : ''}`
    if (child.children.some(isElement)) leaves(child, below, found)
    else found.set(below, textOf(child))
  }
  return found
}

export function changesBetween(older: Element, newer: Element): Change[] {
  const before = leaves(older, `/${older.name}`, new Map())
  const after = leaves(newer, `/${newer.name}`, new Map())
  const paths = [...before.keys(), ...[...after.keys()].filter((path) => !before.has(path))]
  return paths
    .filter((path) => before.get(path) !== after.get(path) && !/\/meta\/(instanceID|deprecatedID)$/.test(path))
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
}
