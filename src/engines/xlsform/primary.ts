/** The empty form itself: one node per item, defaults in their place, each repeat as a template and as its first repetition. */
import { isComputed } from './expressions.ts'
import type { Settings } from './settings.ts'
import { type Item, valueIn } from './tree.ts'
import { element, type XmlElement } from './xml.ts'

/** What stands under `meta` of a container besides its items: written by whoever knows (entities, audit, instance id). */
export type MetaOf = (container: Item) => XmlElement[]

export function writePrimary(root: Item, settings: Settings, metaOf: MetaOf): XmlElement {
  const attributes: Record<string, string> = { id: settings.formId }
  if (settings.instanceNamespace !== '') attributes.xmlns = settings.instanceNamespace
  if (settings.version !== '') attributes.version = settings.version
  if (settings.smsPrefix !== '') attributes['odk:prefix'] = settings.smsPrefix
  if (settings.smsDelimiter !== '') attributes['odk:delimiter'] = settings.smsDelimiter
  return element(root.name, { ...attributes, ...settings.attributes }, inside(root, metaOf, false))
}

function inside(container: Item, metaOf: MetaOf, inTemplate: boolean): XmlElement[] {
  const nodes: XmlElement[] = []
  for (const item of container.items) {
    if (item.kind === 'repeat') {
      const template = () => node(item, inside(item, metaOf, true), { 'jr:template': '' })
      if (inTemplate && container.kind === 'repeat') nodes.push(template())
      else if (!inTemplate && isInRepeat(container)) nodes.push(node(item, inside(item, metaOf, false)))
      else nodes.push(template(), node(item, inside(item, metaOf, false)))
    } else if (item.kind === 'group') nodes.push(node(item, inside(item, metaOf, inTemplate)))
    else if (item.type?.file || item.type?.name === 'audit') continue
    else nodes.push(node(item, staticDefault(item)))
  }
  const meta = metaOf(container)
  if (meta.length > 0) nodes.push(element('meta', {}, meta))
  return nodes
}

const isInRepeat = (container: Item): boolean => {
  for (let at: Item | null = container; at; at = at.parent) if (at.kind === 'repeat') return true
  return false
}

function node(item: Item, children: XmlElement['children'], attributes: Record<string, string> = {}): XmlElement {
  const passing = Object.fromEntries(item.line.instance.map(({ attribute, value }) => [attribute, value]))
  const tag = valueIn(item, 'compact_tag')
  return element(item.name, { ...attributes, ...(item.isGenerated ? {} : passing), 'odk:tag': tag === '' ? undefined : tag }, children)
}

function staticDefault(item: Item): string[] {
  const text = valueIn(item, 'default')
  if (text === '' || isComputed(text, item.type!.name)) return []
  const isFile = item.type!.name === 'image' && !/^(jr|https?):\/\//.test(text)
  return [isFile ? `jr://images/${text}` : text]
}
