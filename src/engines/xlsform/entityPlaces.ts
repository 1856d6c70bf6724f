/**
 * Where each entity declaration lives. A container (the survey, a group, a repeat) holds one declaration; what a declaration saves and quotes decides in which
 * repeat it lives (its scope), and within that scope it takes the innermost free container around its questions. A saved question must find its own
 * declaration first on the way up, or its answer would go to another record.
 */
import type { Findings } from './findings.ts'
import { type Line, placeOf } from './line.ts'
import { everyItem, type Item, lineage, nearestRepeat, pathOf } from './tree.ts'

export type Declaration = {
  list: string
  line: Line
  /** Questions that its expressions name. */
  quoted: Item[]
  /** Questions that are saved to its properties. */
  saved: Item[]
}

const scopeOf = (item: Item, root: Item): Item => nearestRepeat(item) ?? root
const depthOf = (scope: Item): number => lineage(scope).filter(({ kind }) => kind === 'repeat').length

export function placeEntities(declarations: readonly Declaration[], root: Item, findings: Findings): Map<Declaration, Item> {
  const places = new Map<Declaration, Item>()
  const order = new Map([...everyItem(root)].map((item, at) => [item, at]))
  // Declarations that save answers have less choice; they go first.
  const byNeed = declarations.toSorted((a, b) => Number(a.saved.length === 0) - Number(b.saved.length === 0))
  for (const declaration of byNeed) {
    const scope = scopeFor(declaration, root, order, findings)
    if (!scope) continue
    if (declarations.length === 1 && scope === root) {
      places.set(declaration, root)
      continue
    }
    const container = candidates(declaration, scope, root).find((one) => isFree(one, declaration, places))
    if (container) places.set(declaration, container)
    else
      findings.refuse('xlsform.entity-no-place', placeOf(declaration.line), {
        list: declaration.list,
        scope: pathOf(scope),
        rows: [...places.keys()].map(({ line }) => String(line.row)),
      })
  }
  return places
}

/** The deepest repeat that any of its questions lies in; the others must lie in it too, or, when they are only quoted, around it. */
function scopeFor({ list, line, saved, quoted }: Declaration, root: Item, order: ReadonlyMap<Item, number>, findings: Findings): Item | null {
  const all = [...saved, ...quoted].toSorted((a, b) => order.get(a)! - order.get(b)!)
  let scope = root
  for (const item of all) {
    const own = scopeOf(item, root)
    if (depthOf(own) > depthOf(scope)) scope = own
  }
  let isWhole = true
  for (const item of saved) {
    if (scopeOf(item, root) === scope) continue
    isWhole = false
    findings.refuse('xlsform.save-to-other-scope', placeOf(item.line, 'save_to'), {
      list,
      name: item.name,
      scope: pathOf(scope),
      own: pathOf(scopeOf(item, root)),
    })
  }
  for (const item of quoted) {
    if (lineage(scope).includes(scopeOf(item, root))) continue
    isWhole = false
    findings.refuse('xlsform.entity-other-scope', placeOf(line), { list, name: item.name, scope: pathOf(scope), own: pathOf(scopeOf(item, root)) })
  }
  return isWhole ? scope : null
}

/** From the innermost container around its questions outward, to the scope. */
function candidates({ saved, quoted }: Declaration, scope: Item, root: Item): Item[] {
  const inScope = quoted.filter((item) => scopeOf(item, root) === scope)
  const innermost = saved.length > 0 ? commonContainer(saved) : inScope.map((item) => item.parent!).toSorted((a, b) => lineage(b).length - lineage(a).length)[0]
  const chain = lineage(innermost ?? scope)
  return chain.slice(0, chain.indexOf(scope) + 1).filter(({ isFlat }) => !isFlat)
}

const commonContainer = (items: readonly Item[]): Item =>
  lineage(items[0]!.parent!).find((container) => items.every((item) => lineage(item).includes(container)))!

/** Free, and no saved question of anybody would meet the wrong declaration first. */
function isFree(container: Item, declaration: Declaration, places: ReadonlyMap<Declaration, Item>): boolean {
  const taken = new Map([...places].map(([other, place]) => [place, other]))
  if (taken.has(container)) return false
  taken.set(container, declaration)
  const owner = (item: Item) =>
    lineage(item)
      .slice(1)
      .map((one) => taken.get(one))
      .find(Boolean)
  return [declaration, ...places.keys()].every((one) => one.saved.every((item) => owner(item) === one))
}
