/**
 * The lists and files that come along with the form: each choice list as an instance of items, each attached file as an instance with its address. A list that
 * is filled by `search()` on the device is written inside the question instead.
 */

import type { Choice, ChoiceLists } from './choices.ts'
import { mediaColumns } from './columnNames.ts'
import { hasReference } from './expressions.ts'
import { type Itext, mediaAddress } from './itext.ts'
import type { Origin, References } from './references.ts'
import { textContent } from './texts.ts'
import { element, type XmlElement } from './xml.ts'

/** Lists whose labels must go through the table of texts: translated, with media, or quoting an answer. */
export function listsWithTexts(lists: ChoiceLists): Set<string> {
  const found = new Set<string>()
  for (const [list, choices] of lists) if (choices.some(needsTexts)) found.add(list)
  return found
}

const needsTexts = ({ labels, line, isGenerated }: Choice) =>
  labels.some(({ language, text }) => (language !== '' && !isGenerated) || hasReference(text)) || mediaColumns.some((kind) => line.texts.has(kind))

export function writeChoiceTexts(lists: ChoiceLists, withTexts: ReadonlySet<string>, itext: Itext, references: References): void {
  for (const [list, choices] of lists) {
    if (!withTexts.has(list)) continue
    choices.forEach((choice, at) => {
      const id = `${list}-${at}`
      const origin = (column: string, language: string): Origin => ({ line: choice.line, column, language })
      for (const { language, text } of choice.labels) itext.add(language, id, 'long', textContent(text, null, origin('label', language), references))
      for (const kind of mediaColumns.toSorted((a, b) => orderOf(choice, a) - orderOf(choice, b)))
        for (const { language, text } of choice.line.texts.get(kind) ?? [])
          itext.add(language, id, kind, textContent(mediaAddress(kind, text), null, origin(kind, language), references))
    })
  }
}

const orderOf = (choice: Choice, column: (typeof mediaColumns)[number]) => [...choice.line.texts.keys()].indexOf(column)

export function choiceInstance(list: string, choices: readonly Choice[], hasTexts: boolean): XmlElement {
  const items = choices.map(({ name, labels, columns }, at) => {
    const label = labels[0]
    const first = hasTexts ? [element('itextId', {}, [`${list}-${at}`]), element('name', {}, [name])] : [element('name', {}, [name])]
    if (!hasTexts && label) first.push(element('label', {}, [label.text]))
    return element('item', {}, [...first, ...columns.map(([header, value]) => element(header, {}, [value]))])
  })
  return element('instance', { id: list }, [element('root', {}, items)])
}

export const fileInstance = (id: string, address: string): XmlElement => element('instance', { id, src: address })

/** `jr://file-csv/…` for CSV, `jr://file/…` for XML and GeoJSON. */
export const fileAddress = (file: string): string => (/\.csv$/i.test(file) ? `jr://file-csv/${file}` : `jr://file/${file}`)
