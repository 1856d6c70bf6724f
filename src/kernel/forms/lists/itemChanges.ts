/**
 * What a filled form says about items of lists (ODK entities 2022.1 to 2025.1): one `entity` node under the `meta` of the form or of each turn of a repeat, with
 * the answers that are saved to it.
 */
import { attributeOf, childNamed, type Element, elementsOf, textOf } from '../../../engines/instance/element.ts'
import type { Question } from '../questionTable.ts'

export type ItemChange = {
  list: string
  entity: string
  create: boolean
  update: boolean
  label: string | null
  properties: Record<string, string>
  /** The version that the phone had; with a branch, counted along its own chain. */
  baseVersion: number | null
  trunkVersion: number | null
  branch: string | null
}

const yes = (text: string | null) => text === '1' || text === 'true'
const number = (text: string | null) => (text && /^\d{1,9}$/.test(text.trim()) ? Number(text) : null)

const valueAt = (container: Element, steps: readonly string[]): string | null => {
  let found: Element | null = container
  for (const step of steps) found = found && childNamed(found, step)
  return found ? textOf(found).trim() : null
}

/** `corrected` gives what reviewers changed, by `turn path`. */
export function itemChanges(root: Element, questions: readonly Question[], corrected: ReadonlyMap<string, string>): ItemChange[] {
  const repeats = new Set(questions.filter(({ kind }) => kind === 'repeat').map(({ path }) => path))
  const saved = questions.filter(({ saveTo }) => saveTo)
  const turns = new Map<string, number>()
  const found: ItemChange[] = []

  function changesOf(container: Element, path: string, turn: number): void {
    const meta = childNamed(container, 'meta')
    for (const entity of meta ? elementsOf(meta).filter(({ name }) => name === 'entity') : []) {
      const list = attributeOf(entity, 'dataset') ?? ''
      const properties: Record<string, string> = {}
      for (const question of saved) {
        if (question.saveTo!.list !== list || (question.repeat ?? `/${root.name}`) !== path) continue
        const value = corrected.get(`${turn} ${question.path}`) ?? valueAt(container, question.path.slice(path.length + 1).split('/'))
        // Not relevant is absent, and absent changes nothing.
        if (value !== null) properties[question.saveTo!.property] = value
      }
      const label = childNamed(entity, 'label')
      found.push({
        ...{ list, entity: (attributeOf(entity, 'id') ?? '').trim(), properties, label: label ? textOf(label).trim() || null : null },
        ...{ create: yes(attributeOf(entity, 'create')), update: yes(attributeOf(entity, 'update')) },
        baseVersion: number(attributeOf(entity, 'baseVersion')),
        trunkVersion: number(attributeOf(entity, 'trunkVersion')),
        branch: attributeOf(entity, 'branchId') || null,
      })
    }
  }
  function walk(element: Element, path: string): void {
    for (const child of elementsOf(element)) {
      const below = `${path}/${child.name}`
      if (repeats.has(below)) {
        const turn = (turns.get(below) ?? 0) + 1
        turns.set(below, turn)
        changesOf(child, below, turn)
      }
      walk(child, below)
    }
  }
  changesOf(root, `/${root.name}`, 0)
  walk(root, `/${root.name}`)
  return found.filter(({ create, update }) => create || update)
}
