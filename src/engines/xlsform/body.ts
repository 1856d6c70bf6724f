/** What a person sees: a control per question, groups and repeats around them. Source: ODK XForms specification, "Body". */
import { actionsOfNewRepetition, triggeredActions } from './actions.ts'
import type { Writing } from './compile.ts'
import { singleReference } from './generate.ts'
import { itemsetOf } from './itemsets.ts'
import { controlParameters } from './questionParameters.ts'
import { contextOf } from './references.ts'
import { type Item, pathOf, valueIn } from './tree.ts'
import { isShown } from './visibility.ts'
import { element, type XmlElement, type XmlNode } from './xml.ts'

export const writeBody = (root: Item, writing: Writing): XmlElement => element('h:body', { class: writing.settings.style || undefined }, inside(root, writing))

function inside(container: Item, writing: Writing): XmlElement[] {
  return container.items.flatMap((item) => {
    if (item.kind === 'group') return [writeGroup(item, writing)]
    if (item.kind === 'repeat') return [writeRepeat(item, writing)]
    return isShown(item) ? [writeQuestion(item, writing)] : []
  })
}

const present = (nodes: (XmlElement | null | undefined)[]): XmlElement[] => nodes.filter((node): node is XmlElement => Boolean(node))

function writeGroup(group: Item, writing: Writing): XmlElement {
  const attributes = { ...appearanceOf(group, writing), ...passingOf(group, writing), ref: group.isFlat ? undefined : pathOf(group) }
  return element('group', attributes, [...present([writing.written.get(group)?.label]), ...inside(group, writing)])
}

function writeRepeat(repeat: Item, writing: Writing): XmlElement {
  const path = pathOf(repeat)
  const attributes = { nodeset: path, 'jr:count': countOf(repeat, writing), ...appearanceOf(repeat, writing), ...passingOf(repeat, writing) }
  const label = writing.written.get(repeat)?.label ?? element('label')
  return element('group', { ref: path }, [label, element('repeat', attributes, [...inside(repeat, writing), ...actionsOfNewRepetition(repeat, writing)])])
}

function countOf(repeat: Item, { references }: Writing): string | undefined {
  const count = valueIn(repeat, 'repeat_count')
  if (count === '') return undefined
  const reference = singleReference.test(count) ? count : `\${${repeat.name}_count}`
  return references.expand(reference, contextOf(repeat), { line: repeat.line, column: 'repeat_count' })
}

function appearanceOf(item: Item, { references }: Writing): Record<string, string> {
  if (item.appearance === '') return {}
  return { appearance: references.expand(item.appearance, contextOf(item), { line: item.line, column: 'appearance' }) }
}

const passingColumns = ['rows', 'autoplay', 'intent'] as const

function passingOf(item: Item, { references }: Writing): Record<string, string> {
  const attributes: Record<string, string> = {}
  const context = contextOf(item)
  for (const column of passingColumns) {
    const text = valueIn(item, column)
    if (text !== '') attributes[column] = references.expand(text, context, { line: item.line, column })
  }
  for (const { attribute, path, value, header } of item.isGenerated ? [] : item.line.body) {
    const text = references.expand(value, context, { line: item.line, column: header })
    // `body:esri:style` goes into the one attribute `esri`, as the reference converter writes it.
    attributes[attribute] = path.length === 0 ? text : `{'${path.join("': {'")}': '${text}'${'}'.repeat(path.length)}`
  }
  return attributes
}

function writeQuestion(item: Item, writing: Writing): XmlElement {
  const { control, media } = item.type!
  const texts = writing.written.get(item)
  const attributes = {
    ...{ ref: pathOf(item), mediatype: media },
    ...appearanceOf(item, writing),
    ...controlParameters(item, writing),
    ...passingOf(item, writing),
  }
  const children: XmlNode[] = [texts?.label ?? element('label'), ...present([texts?.hint])]
  return element(control!, attributes, [...children, ...itemsetOf(item, writing), ...triggeredActions(item, writing)])
}
