/** The words of `$filter`: comparisons, `and`, `or`, `not`, brackets and a few functions, read into a tree. What cannot be read is refused with its position. */
import type { Comparison } from '../answerFilter.ts'

export type Literal = string | number | boolean | null
export type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
export type Operand = { path: string; part?: Part } | { literal: Literal }
export type Filter =
  | { all: Filter[] }
  | { any: Filter[] }
  | { not: Filter }
  | { compare: Comparison; left: Operand; right: Operand }
  | { text: 'contains' | 'startswith' | 'endswith'; left: Operand; right: Operand }

export type FilterProblem = { problem: string; at: number }
type Token = { kind: 'word' | 'literal' | 'sign'; text: string; value?: Literal; at: number }

const comparisons = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])
const parts = new Set(['year', 'month', 'day', 'hour', 'minute', 'second'])
const texts = new Set(['contains', 'startswith', 'endswith'])
const longest = 2000
const deepest = 30

/** Carries the position out of the reader; `readFilter` turns it into an answer. */
class Unreadable extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

const shapes: [RegExp, Token['kind']][] = [
  [/'(?:[^']|'')*'/y, 'literal'],
  [/\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w.])/y, 'literal'],
  [/[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?(?![\w.-])/y, 'literal'],
  [/[(),]/y, 'sign'],
  [/[$\p{L}_][\p{L}\p{N}_.$/-]*/uy, 'word'],
]

function literalOf(text: string): Literal {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  return /^\d{4}-/.test(text) ? text : Number(text)
}

function tokens(text: string): Token[] {
  const found: Token[] = []
  let at = 0
  next: while (at < text.length) {
    if (text[at] === ' ' || text[at] === '\t') {
      at++
      continue
    }
    for (const [shape, kind] of shapes) {
      shape.lastIndex = at
      const written = shape.exec(text)?.[0]
      if (written === undefined) continue
      const named: Record<string, Literal> = { true: true, false: false, null: null }
      if (kind === 'literal') found.push({ kind, text: written, value: literalOf(written), at })
      else if (kind === 'word' && written in named) found.push({ kind: 'literal', text: written, value: named[written]!, at })
      else found.push({ kind, text: written, at })
      at += written.length
      continue next
    }
    throw new Unreadable(text.slice(at, at + 10), at)
  }
  return found
}

export function readFilter(text: string): Filter | FilterProblem {
  if (text.length > longest) return { problem: `> ${longest}`, at: longest }
  try {
    return parse(tokens(text))
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message, at: error.at }
    throw error
  }
}

function parse(all: Token[]): Filter {
  let next = 0
  const peek = () => all[next]
  const take = (text?: string): Token => {
    const token = all[next]
    if (!token || (text !== undefined && token.text !== text)) throw new Unreadable(text ?? 'end', token?.at ?? all.at(-1)?.at ?? 0)
    next++
    return token
  }
  const chain = (word: 'and' | 'or', inner: (depth: number) => Filter, depth: number): Filter[] => {
    const found = [inner(depth)]
    while (peek()?.text === word) {
      take()
      found.push(inner(depth))
    }
    return found
  }
  const either = (depth: number): Filter => {
    if (depth > deepest) throw new Unreadable('depth', peek()?.at ?? 0)
    const found = chain('or', both, depth)
    return found.length === 1 ? found[0]! : { any: found }
  }
  const both = (depth: number): Filter => {
    const found = chain('and', single, depth)
    return found.length === 1 ? found[0]! : { all: found }
  }
  const single = (depth: number): Filter => {
    const token = peek()
    if (token?.text === 'not' && token.kind === 'word') {
      take()
      if (depth > deepest) throw new Unreadable('depth', token.at)
      return { not: single(depth + 1) }
    }
    if (token?.text === '(') {
      take()
      const inner = either(depth + 1)
      take(')')
      return inner
    }
    if (token?.kind === 'word' && texts.has(token.text) && all[next + 1]?.text === '(') {
      take()
      take('(')
      const left = operand()
      take(',')
      const right = operand()
      take(')')
      // `contains(a,'b') eq true` says the same.
      if (peek()?.text === 'eq' && all[next + 1]?.text === 'true') next += 2
      return { text: token.text as 'contains', left, right }
    }
    const left = operand()
    const sign = take()
    if (!comparisons.has(sign.text)) throw new Unreadable(sign.text, sign.at)
    return { compare: sign.text as Comparison, left, right: operand() }
  }
  const operand = (): Operand => {
    const token = take()
    if (token.kind === 'literal') return { literal: token.value! }
    if (token.kind !== 'word') throw new Unreadable(token.text, token.at)
    if (peek()?.text !== '(') return { path: token.text }
    take('(')
    if (token.text === 'now') {
      take(')')
      return { literal: new Date().toISOString() }
    }
    if (!parts.has(token.text)) throw new Unreadable(token.text, token.at)
    const inner = take()
    take(')')
    return { path: inner.text, part: token.text as Part }
  }
  const found = either(0)
  if (next < all.length) throw new Unreadable(all[next]!.text, all[next]!.at)
  return found
}
