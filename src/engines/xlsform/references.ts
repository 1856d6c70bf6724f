/**
 * `${name}` becomes a path. Outside of repeats it is absolute; where the question and what it names lie in the same repeat it is relative, so that each
 * repetition sees its own answers. The form's own root is never meant: a question called `data` is simply a question.
 */
import { brokenReference, hasReference, type Reference, replaceReferences, type Surroundings } from './expressions.ts'
import type { Findings } from './findings.ts'
import { cellChange, type Line, placeOf } from './line.ts'
import { nearest } from './nearest.ts'
import { everyItem, type Item, lineage, pathOf } from './tree.ts'

/** The node that an expression belongs to: an element of the form (`container`), and how many steps up from the node it lies. Null: no node, all absolute. */
export type Context = { container: Item; steps: number } | null

export const contextOf = (item: Item): Context => (item.parent ? { container: item.parent, steps: 1 } : null)

/** Where the text was written, for findings. */
export type Origin = { line: Line; column: string; language?: string }

export type References = {
  /** The one item of that name; refuses an unknown or ambiguous name and gives null. */
  find(reference: Reference, origin: Origin): Item | null
  expand(text: string, context: Context, origin: Origin, more?: { isListPredicate?: boolean; itemsOf?: Item }): string
  usesLastSaved(): boolean
}

export function indexReferences(root: Item, findings: Findings): References {
  const byName = new Map<string, Item[]>()
  for (const item of everyItem(root)) {
    const known = byName.get(item.name)
    if (known) known.push(item)
    else byName.set(item.name, [item])
  }
  let lastSavedUsed = false

  const find: References['find'] = ({ name, written }, { line, column, language }) => {
    const found = byName.get(name) ?? []
    if (found.length === 1) return found[0]!
    const place = placeOf(line, column, language)
    if (found.length > 1) {
      findings.refuse('xlsform.reference-ambiguous', place, { name, rows: found.map((item) => String(item.line.row)) })
      return null
    }
    const meant = nearest(name, byName.keys())
    const from = line.plain.get(column) ?? line.texts.get(column as never)?.find((text) => text.language === (language ?? ''))?.text ?? ''
    const change = meant === null ? null : cellChange(line, column, from.replaceAll(`\${${written}}`, `\${${meant}}`), language)
    const repair = change && meant !== null ? { code: 'xlsform.repair.reference', facts: { from: name, to: meant }, changes: [change] } : undefined
    findings.refuse(
      meant === null ? 'xlsform.reference-unknown' : 'xlsform.reference-unknown-near',
      place,
      { name, ...(meant === null ? {} : { meant }) },
      repair,
    )
    return null
  }

  return {
    find,
    usesLastSaved: () => lastSavedUsed,
    expand(text, context, origin, { isListPredicate = false, itemsOf } = {}) {
      if (!hasReference(text)) return text
      if (brokenReference(text)) findings.refuse('xlsform.reference-broken', placeOf(origin.line, origin.column, origin.language), { text })
      const put = (reference: Reference, at: Surroundings) => {
        const item = find(reference, origin)
        if (!item) return ` \${${reference.written}} `
        if (reference.isLastSaved) {
          lastSavedUsed = true
          return ` instance('__last-saved')${pathOf(item)} `
        }
        if (itemsOf && lineage(item).includes(itemsOf) && item !== itemsOf) return ` ./${stepsDown(itemsOf, item)} `
        const path = at.namesANode ? null : relativePath(context, item)
        return path === null ? ` ${pathOf(item)} ` : ` ${at.inListPredicate ? 'current()/' : ''}${path} `
      }
      return replaceReferences(text, put, isListPredicate)
    },
  }
}

const stepsDown = (from: Item, to: Item): string => pathOf(to).slice(pathOf(from).length + 1)

/** Null unless both lie in the same repetition. */
export function relativePath(context: Context, target: Item): string | null {
  if (!context) return null
  const common = meeting(context.container, target)
  return lineage(common).some(({ kind }) => kind === 'repeat') ? stepsBetween(context, target) : null
}

/** The innermost item that holds both. */
function meeting(container: Item, target: Item): Item {
  const above = lineage(target).slice(1)
  return lineage(container).find((item) => above.includes(item))!
}

/** Up to where both meet and down by name. */
export function stepsBetween({ container, steps }: NonNullable<Context>, target: Item): string {
  const common = meeting(container, target)
  const above = lineage(container)
  const nodes = above.slice(0, above.indexOf(common)).filter(({ isFlat }) => !isFlat)
  return '../'.repeat(steps + nodes.length) + stepsDown(common, target)
}
