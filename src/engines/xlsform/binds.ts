/**
 * The binds: of which type an answer is, and the expressions that rule it. Source: ODK XForms specification, "Bindings".
 */
import type { Writing } from './compile.ts'
import { bindParameters } from './questionParameters.ts'
import { contextOf, type References } from './references.ts'
import { isNo, isYes } from './settings.ts'
import { type Item, lineage, pathOf, valueIn } from './tree.ts'
import { element, type XmlElement } from './xml.ts'

/** `joins`: what a group says counts for all that stands in it, together with what a question says itself. */
const expressions: readonly { column: string; attribute: string; joins?: string }[] = [
  { column: 'relevant', attribute: 'relevant', joins: ' and ' },
  { column: 'required', attribute: 'required' },
  { column: 'constraint', attribute: 'constraint' },
  { column: 'read_only', attribute: 'readonly', joins: ' or ' },
  { column: 'calculation', attribute: 'calculate' },
]

/** Authors write yes and no where XPath has true() and false(). */
const truth = (text: string) => (isYes(text) ? 'true()' : isNo(text) ? 'false()' : text)

/**
 * A flat group has no bind of its own: what stands in it carries its conditions, the outermost first. Two are put in brackets, which the reference converter
 * does not do: an `or` in one would swallow the other.
 */
function expressionOf(item: Item, column: string, joins: string | undefined, references: References): string {
  const above = lineage(item).slice(1)
  const flatAround = above.slice(
    0,
    above.findIndex(({ isFlat }) => !isFlat),
  )
  const said = [...(joins ? flatAround.reverse() : []), item].filter((one) => valueIn(one, column) !== '')
  const texts = said.map((one) => references.expand(truth(valueIn(one, column)), contextOf(item), { line: one.line, column }))
  return texts.length > 1 ? texts.map((text) => `(${text})`).join(joins) : (texts[0] ?? '')
}

export function writeBind(item: Item, { references, written, savedTo }: Writing): XmlElement | null {
  if (item.isFlat) return null
  const context = contextOf(item)
  const attributes: Record<string, string> = { ...item.type?.bind }
  for (const { column, attribute, joins } of expressions) {
    if (column === 'calculation' && valueIn(item, 'trigger') !== '') continue
    const text = expressionOf(item, column, joins, references)
    if (text !== '') attributes[attribute] = text
  }
  Object.assign(attributes, written.get(item)?.messages, bindParameters(item))
  for (const { attribute, path, value, header } of item.isGenerated ? [] : item.line.bind)
    if (path.length === 0) attributes[attribute] = references.expand(truth(value), context, { line: item.line, column: header })
  const property = savedTo.get(item)
  if (property !== undefined) attributes['entities:saveto'] = property
  if (Object.keys(attributes).length === 0) return null
  return element('bind', { nodeset: pathOf(item), ...attributes })
}
