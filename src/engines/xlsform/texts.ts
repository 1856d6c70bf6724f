/** What a person reads at each item: label, hint, guidance, media and the messages of constraints, either in place or in the table of texts. */
import { mediaColumns, type TextColumn } from './columnNames.ts'
import { endOfInstancePath, hasReference } from './expressions.ts'
import { type Itext, mediaAddress } from './itext.ts'
import type { Translation } from './line.ts'
import { type Context, contextOf, type Origin, type References } from './references.ts'
import { everyItem, hasMedia, hasText, type Item, pathOf, textOf } from './tree.ts'
import { element, type XmlElement, type XmlNode } from './xml.ts'

export type Written = { label: XmlElement | null; hint: XmlElement | null; messages: Record<string, string> }

const messageAttributes: readonly [TextColumn, string][] = [
  ['constraint_message', 'jr:constraintMsg'],
  ['required_message', 'jr:requiredMsg'],
  ['no_app_error', 'jr:noAppErrorString'],
]

const insideText = /\$\{[^{}]*\}|\binstance\(\s*['"]/g

/** A text with the answers that it quotes: each `${name}` and each path into a list becomes an `output`. */
export function textContent(text: string, context: Context, origin: Origin, references: References): XmlNode[] {
  const nodes: XmlNode[] = []
  let from = 0
  insideText.lastIndex = 0
  for (let found = insideText.exec(text); found; found = insideText.exec(text)) {
    const end = found[0].startsWith('$') ? found.index + found[0].length : endOfInstancePath(text, found.index)
    if (found.index > from) nodes.push(text.slice(from, found.index))
    nodes.push(element('output', { value: references.expand(text.slice(found.index, end), context, origin) }))
    from = end
    insideText.lastIndex = end
  }
  if (from < text.length) nodes.push(text.slice(from))
  if (nodes.length < 2) return nodes
  // Around a quoted answer a blank is kept on either side, as form engines expect of mixed text.
  return [...(typeof nodes[0] === 'string' ? [' '] : []), ...nodes, ' ']
}

const isTranslated = (texts: readonly Translation[]) => texts.some(({ language }) => language !== '')

export function writeTexts(root: Item, itext: Itext, references: References): Map<Item, Written> {
  const written = new Map<Item, Written>()
  const idOf = ids()
  for (const item of everyItem(root)) written.set(item, writeItem(item, idOf(item), itext, references))
  return written
}

/** Texts go by the path of their item. Flat groups share their container's, so those after the first are numbered, that none speaks for another. */
function ids(): (item: Item) => string {
  const taken = new Map<string, number>()
  return (item) => {
    const path = pathOf(item)
    const before = taken.get(path) ?? 0
    if (item.texts.size > 0) taken.set(path, before + 1)
    return before === 0 ? path : `${path}:${before + 1}`
  }
}

function writeItem(item: Item, path: string, itext: Itext, references: References): Written {
  const context = contextOf(item)
  const content = (column: TextColumn, { language, text }: Translation) => textContent(text, context, { line: item.line, column, language }, references)
  const into = (id: string, column: TextColumn, form: 'long' | 'guidance') => {
    for (const translation of textOf(item, column)) itext.add(translation.language, id, form, content(column, translation))
  }

  const messages: Record<string, string> = {}
  for (const [column, attribute] of messageAttributes) {
    const texts = textOf(item, column)
    if (texts.length === 0) continue
    const id = `${path}:${attribute}`
    if (isTranslated(texts) || texts.some(({ text }) => hasReference(text))) {
      into(id, column, 'long')
      messages[attribute] = `jr:itext('${id}')`
    } else messages[attribute] = texts[0]!.text
  }

  const labelId = `${path}:label`
  const labelInTable = hasMedia(item) || isTranslated(textOf(item, 'label'))
  if (labelInTable) into(labelId, 'label', 'long')

  const hintId = `${path}:hint`
  const hintInTable = hasText(item, 'guidance_hint') || isTranslated(textOf(item, 'hint'))
  if (hintInTable) {
    into(hintId, 'hint', 'long')
    into(hintId, 'guidance_hint', 'guidance')
  }
  for (const kind of mediaColumns.toSorted((a, b) => orderOf(item, a) - orderOf(item, b)))
    for (const { language, text } of textOf(item, kind))
      itext.add(language, labelId, kind, textContent(mediaAddress(kind, text), context, { line: item.line, column: kind, language }, references))

  const inPlace = (column: 'label' | 'hint') => (hasText(item, column) ? element(column, {}, content(column, textOf(item, column)[0]!)) : null)
  const label = labelInTable ? element('label', { ref: `jr:itext('${labelId}')` }) : inPlace('label')
  const hint = hintInTable ? element('hint', { ref: `jr:itext('${hintId}')` }) : inPlace('hint')
  return { label, hint, messages }
}

/** Media stand in the order of the sheet's columns. */
const orderOf = (item: Item, column: TextColumn) => [...item.texts.keys()].indexOf(column)
