/** The XML that comes out: elements as plain values, written without a blank between tags, so that the same form gives the same bytes. */
export type XmlNode = XmlElement | string
export type XmlElement = { tag: string; attributes: Record<string, string>; children: XmlNode[] }

export const element = (tag: string, attributes: Record<string, string | undefined> = {}, children: XmlNode[] = []): XmlElement => ({
  tag,
  attributes: Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  children,
})

// Characters that XML 1.0 cannot hold at all; a copy from a PDF brings them along.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escapeText = (text: string) => text.replace(impossible, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const escapeAttribute = (text: string) => escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\r/g, '&#13;').replace(/\t/g, '&#9;')

export function writeXml(root: XmlElement): string {
  const out: string[] = ['<?xml version="1.0"?>']
  write(root, out)
  return out.join('')
}

function write(node: XmlNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeText(node))
    return
  }
  out.push('<', node.tag)
  for (const name in node.attributes) out.push(' ', name, '="', escapeAttribute(node.attributes[name]!), '"')
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of node.children) write(child, out)
  out.push('</', node.tag, '>')
}
