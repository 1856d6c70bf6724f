/**
 * Enough of XPath 1.0 to hold a form against recorded expectations: location paths with the axes child, descendant, ancestor, self, parent and attribute,
 * predicates, comparisons, and, or, and a handful of functions.
 */

import { type Attribute, type ElementNode, markupOf, type Node, stringOf } from './parseXml.ts'
import { type Token, tokens } from './xpathTokens.ts'

type Found = Node | Attribute | Root
type Root = { kind: 'root'; children: Node[]; parent: null }
type Value = Found[] | string | number | boolean

type Context = { node: Found; position: number; size: number }

const spaces: Record<string, string> = {
  x: 'http://www.w3.org/2002/xforms',
  h: 'http://www.w3.org/1999/xhtml',
  jr: 'http://openrosa.org/javarosa',
  orx: 'http://openrosa.org/xforms',
  odk: 'http://www.opendatakit.org/xforms',
  entities: 'http://www.opendatakit.org/xforms/entities',
  ev: 'http://www.w3.org/2001/xml-events',
  xsd: 'http://www.w3.org/2001/XMLSchema',
}

const parentOf = (node: Found, root: Root): Found | null => (node.kind === 'root' ? null : (node.parent ?? root))
const isElement = (node: Found): node is ElementNode => node.kind === 'element'
const childrenOf = (node: Found): Node[] => (node.kind === 'element' || node.kind === 'root' ? node.children : [])
const textOf = (node: Found): string => (node.kind === 'root' ? node.children.map(stringOf).join('') : stringOf(node))

const asString = (value: Value): string => (Array.isArray(value) ? (value[0] ? textOf(value[0]) : '') : String(value))
const asBoolean = (value: Value): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))
const asNumber = (value: Value): number => (typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : Number(asString(value)))

export function select(xpath: string, document: ElementNode): { texts: string[]; markup: string[]; count: number } {
  const root: Root = { kind: 'root', children: [document], parent: null }
  const reader = new Reader(tokens(xpath), root)
  const value = reader.whole({ node: root, position: 1, size: 1 })
  if (!Array.isArray(value)) return { texts: [asString(value)], markup: [], count: asBoolean(value) ? 1 : 0 }
  return { texts: value.map((node) => textOf(node)), markup: value.map((node) => (isElement(node) ? markupOf(node) : textOf(node))), count: value.length }
}

/** Reads and evaluates in one go: expectations are short and each is asked once. */
class Reader {
  private at = 0
  private readonly all: readonly Token[]
  private readonly root: Root
  constructor(all: readonly Token[], root: Root) {
    this.all = all
    this.root = root
  }
  private peek(text: string): boolean {
    return this.all[this.at]?.text === text && this.all[this.at]?.kind !== 'string'
  }
  private take(text: string): boolean {
    const is = this.peek(text)
    if (is) this.at += 1
    return is
  }
  private need(text: string): void {
    if (!this.take(text)) throw new Error(`expected ${text} at token ${this.at}: ${this.all[this.at]?.text}`)
  }

  whole(context: Context): Value {
    const value = this.or(context)
    if (this.at < this.all.length) throw new Error(`left over: ${this.all[this.at]?.text}`)
    return value
  }
  private or(context: Context): Value {
    let value = this.and(context)
    while (this.take('or')) {
      const right = this.and(context)
      value = asBoolean(value) || asBoolean(right)
    }
    return value
  }
  private and(context: Context): Value {
    let value = this.compare(context)
    while (this.take('and')) {
      const right = this.compare(context)
      value = asBoolean(value) && asBoolean(right)
    }
    return value
  }
  private compare(context: Context): Value {
    const left = this.union(context)
    for (const operator of ['!=', '<=', '>=', '=', '<', '>']) if (this.take(operator)) return compareValues(left, this.union(context), operator)
    return left
  }
  private union(context: Context): Value {
    let value = this.path(context)
    while (this.take('|')) {
      const right = this.path(context)
      value = [...(value as Found[]), ...(right as Found[])]
    }
    return value
  }
  private path(context: Context): Value {
    const token = this.all[this.at]
    if (!token) throw new Error('ends too early')
    if (token.kind === 'string' || token.kind === 'number') {
      this.at += 1
      return token.kind === 'string' ? token.text : Number(token.text)
    }
    if (this.take('(')) {
      const value = this.or(context)
      this.need(')')
      return value
    }
    if (token.kind === 'name' && this.all[this.at + 1]?.text === '(' && !['text', 'node'].includes(token.text)) return this.call(context)
    if (this.peek('//')) return this.steps([this.root])
    if (this.take('/')) return this.at < this.all.length && this.startsStep() ? this.relative([this.root]) : [this.root]
    return this.relative([context.node])
  }
  private startsStep(): boolean {
    const token = this.all[this.at]!
    return token.kind === 'name' || ['@', '.', '..', '*'].includes(token.text)
  }
  private relative(from: Found[]): Value {
    return this.steps(this.step(from))
  }
  private steps(from: Found[]): Value {
    let nodes = from
    for (;;) {
      if (this.take('//')) nodes = this.step(unique(nodes.flatMap((node) => [node, ...descendants(node)])))
      else if (this.take('/')) nodes = this.step(nodes)
      else return nodes
    }
  }
  private step(from: Found[]): Found[] {
    let axis = 'child'
    if (this.take('.')) return this.predicates(from)
    if (this.take('..')) return this.predicates(unique(from.flatMap((node) => parentOf(node, this.root) ?? [])))
    if (this.take('@')) axis = 'attribute'
    else if (this.all[this.at + 1]?.text === '::') {
      axis = this.all[this.at]!.text
      this.at += 2
    }
    const name = this.all[this.at]!.text
    this.at += 1
    const isTest = this.take('(')
    if (isTest) this.need(')')
    const mark = this.at
    const out: Found[] = []
    for (const node of from) {
      this.at = mark
      out.push(...this.predicates(this.along(axis, node).filter((one) => matches(one, name, isTest))))
    }
    if (from.length === 0) this.predicates([])
    return unique(out)
  }
  private along(axis: string, node: Found): Found[] {
    if (axis === 'attribute') return isElement(node) ? node.attributes : []
    if (axis === 'child') return childrenOf(node)
    if (axis === 'descendant') return descendants(node)
    if (axis === 'self') return [node]
    const above: Found[] = []
    for (let up = parentOf(node, this.root); up; up = parentOf(up, this.root)) above.push(up)
    if (axis === 'parent') return above.slice(0, 1)
    if (axis === 'ancestor') return above
    if (axis === 'ancestor-or-self') return [node, ...above]
    throw new Error(`no axis ${axis}`)
  }
  /** With no node at hand the predicate is still read, on a stand-in, so that the reader gets past it. */
  private predicates(from: Found[]): Found[] {
    let nodes = from
    while (this.take('[')) {
      const mark = this.at
      const kept: Found[] = []
      const asked = nodes.length > 0 ? nodes : [this.root]
      asked.forEach((node, index) => {
        this.at = mark
        const value = this.or({ node, position: index + 1, size: asked.length })
        if (typeof value === 'number' ? value === index + 1 : asBoolean(value)) kept.push(node)
      })
      nodes = nodes.length > 0 ? kept : []
      this.need(']')
    }
    return nodes
  }
  private call(context: Context): Value {
    const name = this.all[this.at]!.text
    this.at += 2
    const given: Value[] = []
    while (!this.take(')')) {
      given.push(this.or(context))
      this.take(',')
    }
    const [first, second] = given
    const own = first ?? [context.node]
    switch (name) {
      case 'not':
        return !asBoolean(first!)
      case 'true':
        return true
      case 'false':
        return false
      case 'count':
        return (first as Found[]).length
      case 'position':
        return context.position
      case 'last':
        return context.size
      case 'contains':
        return asString(first!).includes(asString(second!))
      case 'starts-with':
        return asString(first!).startsWith(asString(second!))
      case 'string':
        return asString(own)
      case 'string-length':
        return asString(own).length
      case 'normalize-space':
        return asString(own).replace(/\s+/g, ' ').trim()
      case 'concat':
        return given.map(asString).join('')
      case 'number':
        return asNumber(own)
      case 'boolean':
        return asBoolean(first!)
      case 'local-name':
        return nameOf((own as Found[])[0])
      case 'namespace-uri': {
        const node = (own as Found[])[0]
        return node && (node.kind === 'element' || node.kind === 'attribute') ? node.space : ''
      }
      default:
        throw new Error(`no function ${name}`)
    }
  }
}

const nameOf = (node: Found | undefined) => (node && (node.kind === 'element' || node.kind === 'attribute') ? node.name : '')
const unique = (nodes: Found[]): Found[] => [...new Set(nodes)]
const descendants = (node: Found): Node[] => childrenOf(node).flatMap((child) => [child, ...descendants(child)])

function matches(node: Found, name: string, isTest: boolean): boolean {
  if (isTest) return name === 'node' || (name === 'text' && node.kind === 'text')
  if (node.kind !== 'element' && node.kind !== 'attribute') return false
  if (name === '*') return true
  const colon = name.indexOf(':')
  if (name.endsWith(':*')) return node.space === spaces[name.slice(0, colon)]
  return colon < 0 ? node.space === '' && node.name === name : node.space === spaces[name.slice(0, colon)] && node.name === name.slice(colon + 1)
}

function compareValues(left: Value, right: Value, operator: string): boolean {
  const lefts = Array.isArray(left) ? left.map(textOf) : [left]
  const rights = Array.isArray(right) ? right.map(textOf) : [right]
  return lefts.some((a) => rights.some((b) => compareTwo(a, b, operator)))
}

function compareTwo(a: string | number | boolean, b: string | number | boolean, operator: string): boolean {
  const [x, y] =
    typeof a === 'number' || typeof b === 'number'
      ? [Number(a), Number(b)]
      : typeof a === 'boolean' || typeof b === 'boolean'
        ? [Boolean(a), Boolean(b)]
        : [a, b]
  if (operator === '=') return x === y
  if (operator === '!=') return x !== y
  const [m, n] = [Number(x), Number(y)]
  return operator === '<' ? m < n : operator === '>' ? m > n : operator === '<=' ? m <= n : m >= n
}
