/** What a recorded case expects of the form that comes out: paths that must be found, their texts and counts, and pieces of text that must or must not stand in it. */
import { type ElementNode, parseXml } from './parseXml.ts'
import { select } from './xpath.ts'

export type Expectations = {
  xml__xpath_match?: string[]
  xml__xpath_exact?: [string, string[]][]
  xml__xpath_count?: [string, number][]
  xml__contains?: string[]
  xml__excludes?: string[]
  model__contains?: string[]
  model__excludes?: string[]
  instance__contains?: string[]
  instance__excludes?: string[]
}

const folded = (text: string) => text.replace(/\s+/g, ' ')
const tagPattern = /<([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")+)\s*(\/?)>/g
const attributesOf = (text: string) => [...text.matchAll(/[\w:.-]+="[^"]*"/g)].map(([pair]) => folded(pair))

/** Tags with their attributes in one order, and no blanks between tags: how a text was laid out does not matter. */
const levelled = (xml: string) =>
  xml
    .trim()
    .replace(tagPattern, (_, name: string, given: string, end: string) => `<${name} ${attributesOf(given).sort().join(' ')}${end}>`)
    .replace(/>\s+</g, '><')
    .replace(/>\s+/g, '>')
    .replace(/\s+</g, '<')
    .replace(/\s+/g, ' ')

function holds(xml: string, piece: string): boolean {
  if (levelled(xml).includes(levelled(piece)) || folded(xml).includes(folded(piece))) return true
  const open = piece.trim().match(/^(?:<([\w:.-]+)\s+)?((?:[\w:.-]+="[^"]*"\s*)+)$/)
  if (!open) return false
  const wanted = attributesOf(open[2]!)
  return [...xml.matchAll(tagPattern)].some(([, name, given]) => (!open[1] || open[1] === name) && wanted.every((pair) => attributesOf(given!).includes(pair)))
}

function part(xml: string, from: string, to: string): string {
  const start = Math.max(0, xml.indexOf(from))
  return xml.slice(start, xml.indexOf(to, start) + to.length)
}

/** The expectations that do not hold; empty when all do. */
export function unmet(expect: Expectations, xml: string): string[] {
  const document = parseXml(xml)
  // Prefixes are declared at the top; a model looked at by itself would carry them.
  const model = `${part(xml, '<h:html', '>')}${part(xml, '<model', '</model>')}`
  const instance = part(xml, '<instance', '</instance>')
  const failed: string[] = []
  const must = (isMet: boolean, what: string) => {
    if (!isMet) failed.push(what)
  }
  for (const xpath of expect.xml__xpath_match ?? []) must(count(xpath, document) === 1, `match ${folded(xpath)}`)
  for (const [xpath, texts] of expect.xml__xpath_exact ?? [])
    must(JSON.stringify(textsFor(texts, xpath, document).map(folded).sort()) === JSON.stringify(texts.map(folded).sort()), `exact ${folded(xpath)}`)
  for (const [xpath, wanted] of expect.xml__xpath_count ?? []) must(count(xpath, document) === wanted, `count ${folded(xpath)} is ${wanted}`)
  for (const [source, pieces, shouldHold] of [
    [xml, expect.xml__contains, true],
    [xml, expect.xml__excludes, false],
    [model, expect.model__contains, true],
    [model, expect.model__excludes, false],
    [instance, expect.instance__contains, true],
    [instance, expect.instance__excludes, false],
  ] as const)
    for (const piece of pieces ?? []) must(holds(source, piece) === shouldHold, `${shouldHold ? 'contains' : 'excludes'} ${piece}`)
  return failed
}

/** Expected as markup, found as markup. */
const textsFor = (wanted: readonly string[], xpath: string, document: ElementNode) => {
  const { texts, markup } = select(xpath, document)
  return wanted.some((text) => text.startsWith('<')) ? markup : texts
}

const count = (xpath: string, document: ElementNode) => select(xpath, document).count
