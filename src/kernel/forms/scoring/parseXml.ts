/** A small reader of well-formed XML for comparing forms: elements with resolved namespaces, attributes, texts in order. No DTD, no entities but the five. */
export type Node = { kind: 'element'; name: string; space: string; attributes: Attribute[]; children: Node[]; parent: Node | null; source: string } | TextNode
export type ElementNode = Extract<Node, { kind: 'element' }>
export type TextNode = { kind: 'text'; text: string; parent: Node | null }
export type Attribute = { kind: 'attribute'; name: string; space: string; value: string; parent: Node }

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name] ?? whole
  })

type Scope = Record<string, string>

export function parseXml(text: string): ElementNode {
  const tag = /<(?:\?[^>]*\?|!--[\s\S]*?--|(\/?)([^\s/>]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/g
  const holder = { kind: 'element', name: '', space: '', attributes: [], children: [], parent: null, source: '' } as ElementNode
  let at: ElementNode = holder
  const scopes: Scope[] = [{ xml: 'http://www.w3.org/XML/1998/namespace' }]
  let from = 0
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    if (found.index > from) at.children.push({ kind: 'text', text: decode(text.slice(from, found.index)), parent: at })
    from = tag.lastIndex
    const [, closing, name, given = '', selfClosing] = found
    if (name === undefined) continue
    if (closing) {
      scopes.pop()
      at = at.parent as ElementNode
      continue
    }
    const opened = openElement(name, given, at, scopes.at(-1)!)
    at.children.push(opened.element)
    if (selfClosing) continue
    scopes.push(opened.scope)
    at = opened.element
  }
  const root = holder.children.find((node) => node.kind === 'element') as ElementNode | undefined
  if (!root || at !== holder) throw new Error('not a well-formed XML document')
  root.parent = null
  return root
}

function openElement(name: string, given: string, parent: ElementNode, above: Scope): { element: ElementNode; scope: Scope } {
  const pairs = [...given.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, a, b]) => [key!, decode(a ?? b ?? '')] as const)
  const scope = { ...above }
  for (const [key, value] of pairs) {
    if (key === 'xmlns') scope[''] = value
    else if (key.startsWith('xmlns:')) scope[key.slice(6)] = value
  }
  const [space, local] = resolve(name, scope, scope[''] ?? '')
  const element: ElementNode = { kind: 'element', name: local, space, attributes: [], children: [], parent, source: name }
  for (const [key, value] of pairs) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue
    const [attributeSpace, attributeName] = resolve(key, scope, '')
    element.attributes.push({ kind: 'attribute', name: attributeName, space: attributeSpace, value, parent: element })
  }
  return { element, scope }
}

function resolve(name: string, scope: Scope, fallback: string): [string, string] {
  const colon = name.indexOf(':')
  return colon < 0 ? [fallback, name] : [scope[name.slice(0, colon)] ?? name.slice(0, colon), name.slice(colon + 1)]
}

export const stringOf = (node: Node | Attribute): string =>
  node.kind === 'text' ? node.text : node.kind === 'attribute' ? node.value : node.children.map(stringOf).join('')

/** The element as it stood in the file, without namespace declarations. */
export function markupOf(node: Node): string {
  if (node.kind === 'text') return node.text
  const attributes = node.attributes.map(({ name, value }) => ` ${name}="${value}"`).join('')
  const inside = node.children.map(markupOf).join('')
  return inside === '' ? `<${node.source}${attributes}/>` : `<${node.source}${attributes}>${inside}</${node.source}>`
}
