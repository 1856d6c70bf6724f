/**
 * Which instances a form needs and in what order: files named by a row (csv-external, xml-external, selects from a file, pulldata), the choice lists, and the
 * answers of the last form that was saved. Two sources under one name cannot both be had: refused.
 */
import type { ChoiceLists } from './choices.ts'
import { pulledFiles } from './expressions.ts'
import type { Findings } from './findings.ts'
import { placeOf } from './line.ts'
import { choiceInstance, fileAddress, fileInstance } from './secondary.ts'
import { everyItem, type Item, valueIn } from './tree.ts'
import type { XmlElement } from './xml.ts'

type Source = { id: string; kind: 'external' | 'pulldata' | 'file' | 'choice'; address: string | null; item: Item | null }

/** Expressions in which pulldata may be asked. */
const asking = ['calculation', 'constraint', 'read_only', 'required', 'relevant', 'default', 'choice_filter', 'repeat_count'] as const

export function filesOf(root: Item): Source[] {
  const sources: Source[] = []
  for (const item of everyItem(root)) {
    const file = item.type?.file
    if (file) sources.push({ id: item.name, kind: 'external', address: fileAddress(`${item.name}.${file}`), item })
    for (const column of asking)
      for (const name of pulledFiles(valueIn(item, column))) sources.push({ id: name, kind: 'pulldata', address: fileAddress(`${name}.csv`), item })
    if (item.answers?.from === 'file') sources.push({ id: item.answers.list, kind: 'file', address: fileAddress(item.answers.file), item })
  }
  return sources
}

export type InstanceNeeds = { root: Item; lists: ChoiceLists; withTexts: ReadonlySet<string>; inlineLists: ReadonlySet<string>; usesLastSaved: boolean }

export function writeInstances({ root, lists, withTexts, inlineLists, usesLastSaved }: InstanceNeeds, findings: Findings): XmlElement[] {
  const written = new Map<string, Source>()
  const out: XmlElement[] = []
  const isNew = (source: Source): boolean => {
    const known = written.get(source.id)
    if (known && known.address !== source.address) refuseClash(known, source, findings)
    // Two rows that declare the same file are one mistake, not one file.
    else if (known && known.kind === 'external' && source.kind === 'external') refuseClash(known, source, findings)
    if (!known) written.set(source.id, source)
    return !known
  }
  for (const source of filesOf(root)) if (isNew(source)) out.push(fileInstance(source.id, source.address!))
  if (usesLastSaved) out.push(fileInstance('__last-saved', 'jr://instance/last-saved'))
  for (const [list, choices] of lists) {
    if (inlineLists.has(list)) continue
    if (isNew({ id: list, kind: 'choice', address: null, item: null })) out.push(choiceInstance(list, choices, withTexts.has(list)))
  }
  return out
}

function refuseClash(known: Source, source: Source, findings: Findings): void {
  const item = source.item ?? known.item!
  findings.refuse('xlsform.instance-twice', placeOf(item.line, 'name'), {
    name: source.id,
    first: known.address ?? 'choices',
    second: source.address ?? 'choices',
  })
}
