/** Attributes that an author passes through may carry a prefix; one that the form does not declare would make it unreadable, so it is left out and said. */
import type { Findings } from './findings.ts'
import { placeOf } from './line.ts'
import type { Settings } from './settings.ts'
import { everyItem, type Item } from './tree.ts'

const declared = new Set(['jr', 'orx', 'odk', 'ev', 'xsd', 'h', 'entities', 'xml'])

export function dropUnknownPrefixes(root: Item, { namespaces }: Settings, findings: Findings): void {
  for (const { line } of everyItem(root))
    for (const way of ['bind', 'body', 'instance'] as const)
      line[way] = line[way].filter(({ attribute, header }) => {
        const prefix = attribute.includes(':') ? attribute.slice(0, attribute.indexOf(':')) : null
        if (prefix === null || declared.has(prefix) || `xmlns:${prefix}` in namespaces) return true
        findings.warn('xlsform.prefix-undeclared', { ...placeOf(line), column: header }, { attribute })
        return false
      })
}
