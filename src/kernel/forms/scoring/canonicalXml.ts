/** Two forms are the same tree when these texts are equal: prefixes resolved, attributes sorted, blanks between elements dropped, runs of blanks made one. */
import { type ElementNode, type Node, parseXml } from './parseXml.ts'

const oneBlank = (text: string) => text.replace(/\s+/g, ' ').trim()

export const canonicalXml = (text: string): string[] => lines(parseXml(text), '')

/** One line per element, so that a difference can be shown by its place. */
function lines(node: ElementNode, path: string): string[] {
  const attributes = node.attributes.map(({ space, name, value }) => `{${space}}${name}="${oneBlank(value)}"`).sort()
  const here = `${path}/${node.name}`
  const open = `${here} {${node.space}} ${attributes.join(' ')}`
  const texts = node.children.filter((child) => child.kind === 'element' || child.text.trim() !== '')
  return [open, ...texts.flatMap((child: Node) => (child.kind === 'text' ? [`${here} = ${oneBlank(child.text)}`] : lines(child, here)))]
}

/** The first place where two canonical forms part, for a person who looks for the reason. */
export function firstDifference(ours: readonly string[], theirs: readonly string[]): string | null {
  const at = ours.findIndex((line, index) => line !== theirs[index])
  if (at < 0) return ours.length === theirs.length ? null : `ours ends; theirs goes on: ${theirs[ours.length]}`
  return `ours: ${ours[at]}\n  theirs: ${theirs[at] ?? '(ends)'}`
}
