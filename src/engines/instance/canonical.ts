/**
 * What makes two documents the same answers: prefixes, order of attributes, indentation and comments do not count, every letter of an answer does. The text
 * made here is hashed and signed in a receipt; it never changes, or no receipt would hold.
 */
import { type Element, isBlank, isElement } from './element.ts'

type Canonical = [string, [string, string][], (Canonical | string)[]]

const byText = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : a > b ? 1 : 0)

function canonical({ namespace, name, attributes, children }: Element): Canonical {
  const inside = children.some(isElement) ? children.filter((child) => isElement(child) || !isBlank(child)) : children
  return [
    `{${namespace}}${name}`,
    attributes.map((attribute): [string, string] => [`{${attribute.namespace}}${attribute.name}`, attribute.value]).sort(byText),
    inside.map((child) => (isElement(child) ? canonical(child) : child)),
  ]
}

export const canonicalForm = (root: Element): string => JSON.stringify(canonical(root))

export type NamedFile = { name: string; sha256: string }

/** The lines whose hash stands for the files; null where there is none. */
export function filesLines(files: readonly NamedFile[]): string | null {
  if (files.length === 0) return null
  const lines = files.map(({ name, sha256 }) => `${name} ${sha256}`)
  return lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n')
}
