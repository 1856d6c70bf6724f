/** The empty form itself: one node per item, defaults in their place, each repeat as a template and as its first repetition. */
import { isComputed } from './expressions.ts'
import { contextOf, type References } from './references.ts'
import type { Settings } from './settings.ts'
import { type Item, nodesOf, valueIn } from './tree.ts'
import { element, type XmlElement } from './xml.ts'

/** What stands under `meta` of a container besides its items: written by whoever knows (entities, audit, instance id). */
export type MetaOf = (container: Item) => XmlElement[]

export function writePrimary(root: Item, settings: Settings, metaOf: MetaOf, references: References): XmlElement {
  const attributes: Record<string, string> = { id: settings.formId }
  if (settings.instanceNamespace !== '') attributes.xmlns = settings.instanceNamespace
  if (settings.version !== '') attributes.version = settings.version
  if (settings.smsPrefix !== '') attributes['odk:prefix'] = settings.smsPrefix
  if (settings.smsDelimiter !== '') attributes['odk:delimiter'] = settings.smsDelimiter
  return element(root.name, { ...attributes, ...settings.attributes }, inside(root, { metaOf, references }, false))
}

type Needs = { metaOf: MetaOf; references: References }

function inside(container: Item, needs: Needs, inTemplate: boolean): XmlElement[] {
  const nodes: XmlElement[] = []
  for (const item of nodesOf(container)) {
    if (item.kind === 'repeat') {
      const template = () => node(item, inside(item, needs, true), needs, { 'jr:template': '' })
      if (inTemplate && container.kind === 'repeat') nodes.push(template())
      else if (!inTemplate && isInRepeat(container)) nodes.push(node(item, inside(item, needs, false), needs))
      else nodes.push(template(), node(item, inside(item, needs, false), needs))
    } else if (item.kind === 'group') nodes.push(node(item, inside(item, needs, inTemplate), needs))
    else if (item.type?.file || item.type?.name === 'audit') continue
    else nodes.push(node(item, staticDefault(item), needs))
  }
  const meta = needs.metaOf(container)
  if (meta.length > 0) nodes.push(element('meta', {}, meta))
  return nodes
}

const isInRepeat = (container: Item): boolean => {
  for (let at: Item | null = container; at; at = at.parent) if (at.kind === 'repeat') return true
  return false
}

function node(item: Item, children: XmlElement['children'], { references }: Needs, attributes: Record<string, string> = {}): XmlElement {
  const passing = Object.fromEntries(
    item.line.instance.map(({ attribute, value, header }) => [
      attribute,
      references.expand(value, contextOf(item), { line: item.line, column: header }).trim(),
    ]),
  )
  const tag = valueIn(item, 'compact_tag')
  return element(item.name, { ...attributes, ...(item.isGenerated ? {} : passing), 'odk:tag': tag === '' ? undefined : tag }, children)
}

function staticDefault(item: Item): string[] {
  const text = valueIn(item, 'default')
  if (text === '' || isComputed(text, item.type!.name)) return []
  // A date cell of a spreadsheet brings midnight along; a date question knows no time, and one of date and time joins them by a T.
  if (item.type!.name === 'date') return [text.replace(/ 00:00:00$/, '')]
  if (item.type!.name === 'dateTime') return [text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)$/, '$1T$2')]
  const isFile = item.type!.name === 'image' && !/^(jr|https?):\/\//.test(text)
  return [isFile ? `jr://images/${text}` : text]
}
