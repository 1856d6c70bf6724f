/**
 * Reads one filled form, from whatever hand it comes: namespaces resolved, no DOCTYPE and so nothing to expand or to fetch, and limits that end a hostile
 * document long before it costs anything (depth, attributes, size). One pass over the text, no regular expression that could run away.
 */
import { type Attribute, type Element, isElement } from './element.ts'
import { decoded, holdsForbidden } from './xmlText.ts'

const instanceLimits = { depth: 64, attributes: 256, letters: 10_000_000, elements: 500_000 }

/** A problem is a refusal as the rest of the house writes it: a code and its facts. */
export type XmlProblem = { code: string; facts: Record<string, string | number> }
export type Parsed = { root: Element } | { problem: XmlProblem }

const xml = 'http://www.w3.org/XML/1998/namespace'

type Open = { element: Element; written: string; namespaces: ReadonlyMap<string, string> }
type Limits = typeof instanceLimits

const broken = (text: string, at: number, what: string): XmlProblem => {
  const before = text.slice(0, at).split('\n')
  return { code: 'forms.xml-broken', facts: { what, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } }
}

export function parseInstance(given: string, limits: Limits = instanceLimits): Parsed {
  if (given.length > limits.letters) return { problem: { code: 'forms.xml-too-large', facts: { limit: limits.letters } } }
  const text = (given.startsWith('\ufeff') ? given.slice(1) : given).replace(/\r\n?/g, '\n')
  if (holdsForbidden(text)) return { problem: broken(text, 0, 'control character') }
  const opened: Open[] = []
  let root: Element | null = null
  let elements = 0
  let at = 0
  const fail = (what: string, where = at): Parsed => ({ problem: broken(text, where, what) })

  const addText = (letters: string): void => {
    const children = opened.at(-1)!.element.children
    const last = children.at(-1)
    if (letters === '') return
    if (last !== undefined && !isElement(last)) children[children.length - 1] = last + letters
    else children.push(letters)
  }

  while (at < text.length) {
    const mark = text.indexOf('<', at)
    const raw = text.slice(at, mark < 0 ? text.length : mark)
    if (opened.length > 0) {
      const letters = raw.includes(']]>') ? null : decoded(raw)
      if (letters === null) return fail('&')
      addText(letters)
    } else if (raw.trim() !== '') return fail('text outside')
    if (mark < 0) break
    at = mark
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4)
      if (end < 0) return fail('<!--')
      at = end + 3
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      if (end < 0 || opened.length === 0) return fail('<![CDATA[')
      addText(text.slice(at + 9, end))
      at = end + 3
    } else if (text.startsWith('<?', at)) {
      const end = text.indexOf('?>', at + 2)
      if (end < 0) return fail('<?')
      at = end + 2
    } else if (text.startsWith('<!', at)) {
      return { problem: { code: 'forms.xml-doctype', facts: {} } }
    } else if (text.startsWith('</', at)) {
      const end = text.indexOf('>', at)
      const closed = opened.pop()
      if (end < 0 || closed?.written !== text.slice(at + 2, end).trimEnd()) return fail(`</${closed?.written ?? ''}>`)
      at = end + 1
    } else {
      if (opened.length === 0 && root) return fail('second root')
      if (opened.length >= limits.depth) return { problem: { code: 'forms.xml-too-deep', facts: { limit: limits.depth } } }
      if (++elements > limits.elements) return { problem: { code: 'forms.xml-too-large', facts: { limit: limits.elements } } }
      const tag = readTag(text, at, limits.attributes)
      if ('problem' in tag) return { problem: tag.problem }
      const made = resolved(tag, opened.at(-1)?.namespaces ?? new Map([['xml', xml]]))
      if (typeof made === 'string') return fail(made)
      if (opened.length > 0) opened.at(-1)!.element.children.push(made.element)
      else root = made.element
      if (!tag.empty) opened.push(made)
      at = tag.end
    }
  }
  if (opened.length > 0) return fail(`</${opened.at(-1)!.written}>`, text.length)
  return root ? { root } : fail('empty')
}

type Tag = { written: string; attributes: { written: string; value: string }[]; empty: boolean; end: number }

const blank = (code: number) => code === 32 || code === 10 || code === 9
const nameShape = /^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*(:[\p{L}_][\p{L}\p{M}\p{N}_.·-]*)?$/u

function readTag(text: string, from: number, most: number): Tag | { problem: XmlProblem } {
  const bad = (what: string, at: number) => ({ problem: broken(text, at, what) })
  let at = from + 1
  const name = (): string => {
    const start = at
    while (at < text.length && !blank(text.charCodeAt(at)) && !'/>=<"\''.includes(text[at]!)) at++
    return text.slice(start, at)
  }
  const skip = () => {
    while (blank(text.charCodeAt(at))) at++
  }
  const written = name()
  if (!nameShape.test(written)) return bad(`<${written.slice(0, 40)}`, from)
  const attributes: Tag['attributes'] = []
  for (;;) {
    const before = at
    skip()
    if (text[at] === '>') return { written, attributes, empty: false, end: at + 1 }
    if (text.startsWith('/>', at)) return { written, attributes, empty: true, end: at + 2 }
    if (before === at) return bad(`<${written}`, at)
    if (attributes.length >= most) return { problem: { code: 'forms.xml-too-many-attributes', facts: { limit: most } } }
    const attribute = name()
    skip()
    const equals = text[at] === '='
    if (equals) at++
    skip()
    const quote = equals ? text[at] : undefined
    if (!nameShape.test(attribute) || (quote !== '"' && quote !== "'")) return bad(`<${written} ${attribute.slice(0, 40)}`, at)
    const end = text.indexOf(quote, at + 1)
    const raw = end < 0 ? '<' : text.slice(at + 1, end)
    const value = raw.includes('<') ? null : decoded(raw.replace(/[\n\t]/g, ' '))
    if (value === null) return bad(`${attribute}=`, at)
    attributes.push({ written: attribute, value })
    at = end + 1
  }
}

const split = (written: string): [string, string] => {
  const colon = written.indexOf(':')
  return colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)]
}

/** The prefix that an attribute declares: empty for the default namespace, null for an attribute like any other. */
const declaredPrefix = (written: string): string | null => (written === 'xmlns' ? '' : written.startsWith('xmlns:') ? written.slice(6) : null)

/** A text instead of an element names what cannot be resolved. */
function resolved(tag: Tag, around: ReadonlyMap<string, string>): Open | string {
  const own = new Map(around)
  for (const { written, value } of tag.attributes) {
    const prefix = declaredPrefix(written)
    if (prefix !== null && prefix !== '' && value === '') return written
    if (prefix !== null) own.set(prefix, value)
  }
  const attributes: Attribute[] = []
  const seen = new Set<string>()
  for (const { written, value } of tag.attributes.filter((attribute) => declaredPrefix(attribute.written) === null)) {
    const [prefix, name] = split(written)
    const namespace = prefix === '' ? '' : own.get(prefix)
    if (namespace === undefined) return `${prefix}:`
    const full = `{${namespace}}${name}`
    if (seen.has(full)) return written
    seen.add(full)
    attributes.push({ namespace, name, value })
  }
  const [prefix, name] = split(tag.written)
  const namespace = own.get(prefix) ?? (prefix === '' ? '' : undefined)
  if (namespace === undefined) return `${prefix}:`
  return { element: { namespace, name, attributes, children: [] }, written: tag.written, namespaces: own }
}
