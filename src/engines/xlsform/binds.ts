/**
 * The binds: of which type an answer is, and the expressions that rule it. Source: ODK XForms specification, "Bindings".
 */
import type { Writing } from './compile.ts'
import { bindParameters } from './questionParameters.ts'
import { contextOf } from './references.ts'
import { isNo, isYes } from './settings.ts'
import { type Item, pathOf, valueIn } from './tree.ts'
import { element, type XmlElement } from './xml.ts'

const expressions: readonly [string, string][] = [
  ['relevant', 'relevant'],
  ['required', 'required'],
  ['constraint', 'constraint'],
  ['read_only', 'readonly'],
  ['calculation', 'calculate'],
]

/** Authors write yes and no where XPath has true() and false(). */
const truth = (text: string) => (isYes(text) ? 'true()' : isNo(text) ? 'false()' : text)

export function writeBind(item: Item, { references, written, savedTo }: Writing): XmlElement | null {
  const context = contextOf(item)
  const attributes: Record<string, string> = { ...item.type?.bind }
  for (const [column, attribute] of expressions) {
    const text = valueIn(item, column)
    if (text === '') continue
    if (column === 'calculation' && valueIn(item, 'trigger') !== '') continue
    attributes[attribute] = references.expand(truth(text), context, { line: item.line, column })
  }
  Object.assign(attributes, written.get(item)?.messages, bindParameters(item))
  for (const { attribute, path, value, header } of item.isGenerated ? [] : item.line.bind)
    if (path.length === 0) attributes[attribute] = references.expand(truth(value), context, { line: item.line, column: header })
  const property = savedTo.get(item)
  if (property !== undefined) attributes['entities:saveto'] = property
  if (Object.keys(attributes).length === 0) return null
  return element('bind', { nodeset: pathOf(item), ...attributes })
}
