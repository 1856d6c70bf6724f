/** The letters of XML: the five entities that every document may use, numbered letters, and the letters that no document may hold. */

const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

// Everything below a blank but tab and line ends, and what Unicode sets apart: XML 1.0 forbids them and PostgreSQL holds no NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters to find
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

export const holdsForbidden = (text: string): boolean => forbidden.test(text)

function letterOf(reference: string): string | null {
  const code = /^#x[0-9a-f]+$/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : /^#\d+$/.test(reference) ? Number(reference.slice(1)) : 0
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

/** Null for an entity that only a DOCTYPE could have defined, and for a number that is no letter. */
export function decoded(raw: string): string | null {
  if (!raw.includes('&')) return raw
  let unknown = false
  const text = raw.replace(/&([^;&<]{0,12};?)/g, (_, reference: string) => {
    const name = reference.slice(0, -1)
    const letter = reference.endsWith(';') ? (entities.get(name) ?? letterOf(name)) : null
    unknown ||= letter === null
    return letter ?? ''
  })
  return unknown || holdsForbidden(text) ? null : text
}
