/** Elements written so that nothing a person typed can become markup. */
import type { Bilingual } from '../../../kernel/shared.ts'

/** Text that is XML already; plain strings are escaped on their way in. */
export type Xml = { xml: string }

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Signs that XML 1.0 cannot hold at all are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very signs that must not stand in a file
const escaped = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => signs[sign]!)

export function element(name: string, attributes: Record<string, string>, ...inside: (Xml | string)[]): Xml {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')
  const content = inside.map((each) => (typeof each === 'string' ? escaped(each) : each.xml)).join('')
  return { xml: content === '' ? `<${head}/>` : `<${head}>${content}</${name}>` }
}

export const narratives = ({ pt, en }: Bilingual): Xml[] => [element('narrative', { 'xml:lang': 'pt' }, pt), element('narrative', { 'xml:lang': 'en' }, en)]
