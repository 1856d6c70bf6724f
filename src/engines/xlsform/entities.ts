/**
 * The sheet `entities`: which records a submission makes or changes. Each declaration is one row; answers go to its properties by `save_to`. Source: ODK
 * entities specification (2022.1 to 2025.1) and docs.getodk.org, "Entities in XLSForms".
 */
import { type Declaration, placeEntities } from './entityPlaces.ts'
import { referencesIn } from './expressions.ts'
import type { Findings } from './findings.ts'
import { cellOf, type Line, placeOf, readLine } from './line.ts'
import { nameProblem, refuseName } from './names.ts'
import { nearest } from './nearest.ts'
import type { References } from './references.ts'
import type { ReadSheet } from './sheets.ts'
import { everyItem, type Item, valueIn } from './tree.ts'

export type Entity = Declaration & { container: Item }

export type Entities = {
  all: Entity[]
  /** The property that a question's answer is saved to, without the list in front. */
  savedTo: Map<Item, string>
  version: string | null
}

const expressions = ['label', 'entity_id', 'create_if', 'update_if'] as const

export function readEntities(sheet: ReadSheet | null, root: Item, references: References, findings: Findings): Entities {
  const lines = (sheet?.rows ?? []).map((row) => readLine(sheet!, row))
  if (sheet) refuseUnknownColumns(sheet, findings)
  const declarations = lines.map((line): Declaration => {
    checkDeclaration(line, findings)
    const quoted = expressions.flatMap((column) =>
      referencesIn(cellOf(line, column)).flatMap((reference) => {
        const item = reference.isLastSaved ? null : references.find(reference, { line, column })
        return item ? [item] : []
      }),
    )
    return { list: cellOf(line, 'list_name'), line, quoted, saved: [] }
  })
  refuseTwinLists(declarations, findings)
  const savedTo = readSaved(root, declarations, findings)
  const places = placeEntities(declarations, root, findings)
  const all = declarations.flatMap((declaration) => {
    const container = places.get(declaration)
    return container ? [{ ...declaration, container }] : []
  })
  const isPlain = all.length === 1 && all[0]!.container === root
  return { all, savedTo, version: all.length === 0 ? null : isPlain ? '2024.1.0' : '2025.1.0' }
}

function refuseUnknownColumns(sheet: ReadSheet, findings: Findings): void {
  const known = ['list_name', 'label', 'entity_id', 'create_if', 'update_if']
  for (const { meaning, header } of sheet.columns)
    if (meaning.kind !== 'plain') {
      const meant = nearest(header, known)
      findings.refuse('xlsform.entity-column', { sheet: sheet.name, row: sheet.headerRow, column: header }, { header, ...(meant ? { meant } : {}) })
    }
}

function checkDeclaration(line: Line, findings: Findings): void {
  const list = cellOf(line, 'list_name')
  if (list === '') findings.refuse('xlsform.entity-without-list', placeOf(line, 'list_name'))
  else if (list.startsWith('__')) findings.refuse('xlsform.entity-name-underscores', placeOf(line, 'list_name'), { name: list })
  else if (nameProblem(list)) refuseName(line, 'list_name', list, findings)
  else if (list.includes('.')) findings.refuse('xlsform.entity-name-period', placeOf(line, 'list_name'), { name: list })
  const has = (column: string) => cellOf(line, column) !== ''
  if (!has('entity_id') && has('update_if')) findings.refuse('xlsform.entity-update-without-id', placeOf(line), { list })
  else if (has('entity_id') && has('create_if') && !has('update_if')) findings.refuse('xlsform.entity-both-without-update', placeOf(line), { list })
  else if (!has('entity_id') && !has('label')) findings.refuse('xlsform.entity-without-label', placeOf(line), { list })
}

function refuseTwinLists(declarations: readonly Declaration[], findings: Findings): void {
  const first = new Map<string, Declaration>()
  for (const declaration of declarations) {
    const twin = first.get(declaration.list)
    if (twin && declaration.list !== '')
      findings.refuse('xlsform.entity-list-twice', placeOf(declaration.line, 'list_name'), { list: declaration.list, firstRow: String(twin.line.row) })
    else first.set(declaration.list, declaration)
  }
}

/** `save_to` is a property, or `list#property` where several lists are declared. */
function readSaved(root: Item, declarations: readonly Declaration[], findings: Findings): Map<Item, string> {
  const savedTo = new Map<Item, string>()
  const rows = new Map<string, number>()
  for (const item of everyItem(root)) {
    const text = valueIn(item, 'save_to')
    if (text === '' || item.isGenerated) continue
    const place = placeOf(item.line, 'save_to')
    const parts = text.split('#')
    const property = parts.at(-1)!.trim()
    const list = parts.length === 2 ? parts[0]!.trim() : null
    const refusal = (code: string, facts: Record<string, string | number> = {}) => findings.refuse(code, place, { name: item.name, property, ...facts })
    if (item.kind !== 'question') refusal('xlsform.save-to-on-group')
    else if (declarations.length === 0) refusal('xlsform.save-to-without-entities')
    else if (parts.length > 2) refusal('xlsform.save-to-hash', { value: text })
    else if (list === null && declarations.length > 1) refusal('xlsform.save-to-without-list', { list: declarations[0]!.list })
    else if (list !== null && !declarations.some((known) => known.list === list)) {
      const meant = nearest(
        list,
        declarations.map((known) => known.list),
      )
      refusal(meant ? 'xlsform.save-to-list-unknown-near' : 'xlsform.save-to-list-unknown', { list, ...(meant ? { meant } : {}) })
    } else if (/^(name|label)$/i.test(property)) refusal('xlsform.save-to-reserved')
    else if (property.startsWith('__')) refusal('xlsform.save-to-underscores')
    else if (nameProblem(property)) refusal('xlsform.save-to-invalid')
    else {
      const declaration = declarations.find((known) => known.list === list) ?? declarations[0]!
      const key = `${declaration.list}#${property}`
      const before = rows.get(key)
      if (before !== undefined) refusal('xlsform.save-to-twice', { firstRow: String(before) })
      else rows.set(key, item.line.row)
      declaration.saved.push(item)
      savedTo.set(item, property)
    }
  }
  return savedTo
}
