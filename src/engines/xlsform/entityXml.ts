/** How an entity stands in the form: its node under `meta`, the binds that fill it, and the id that a new one gets. */
import type { Entity } from './entities.ts'
import { cellOf } from './line.ts'
import type { Origin, References } from './references.ts'
import { pathOf } from './tree.ts'
import { element, type XmlElement } from './xml.ts'

const has = (entity: Entity, column: string) => cellOf(entity.line, column) !== ''

const updates = (entity: Entity) => has(entity, 'entity_id') || has(entity, 'update_if')
const creates = (entity: Entity) => has(entity, 'create_if') || !has(entity, 'entity_id')

export const entityPath = ({ container }: Entity): string => `${pathOf(container)}/meta/entity`

export function entityNode(entity: Entity): XmlElement {
  const once = (is: boolean) => (is ? '1' : undefined)
  const blank = updates(entity) ? '' : undefined
  const attributes = {
    ...{ dataset: entity.list, create: once(creates(entity)), update: once(updates(entity)) },
    ...{ baseVersion: blank, trunkVersion: blank, branchId: blank, id: '' },
  }
  return element('entity', attributes, has(entity, 'label') ? [element('label')] : [])
}

/** From the entity's node it is three steps up to its container: entity, meta, container. */
const stepsUp = 3

export function entityBinds(entity: Entity, references: References): XmlElement[] {
  const path = entityPath(entity)
  const context = { container: entity.container, steps: stepsUp }
  const expanded = (column: string, text = cellOf(entity.line, column)) => {
    const origin: Origin = { line: entity.line, column }
    return references.expand(text, context, origin)
  }
  const bind = (node: string, calculate?: string) => element('bind', { nodeset: `${path}/${node}`, calculate, readonly: 'true()', type: 'string' })
  const binds: XmlElement[] = []
  if (has(entity, 'create_if')) binds.push(bind('@create', expanded('create_if')))
  if (has(entity, 'update_if')) binds.push(bind('@update', expanded('update_if')))
  if (updates(entity)) {
    const item = `instance('${entity.list}')/root/item[name=${cellOf(entity.line, 'entity_id')}]`
    for (const [attribute, property] of [
      ['@baseVersion', '__version'],
      ['@trunkVersion', '__trunkVersion'],
      ['@branchId', '__branchId'],
    ] as const)
      binds.push(bind(attribute, expanded('entity_id', `${item}/${property}`)))
  }
  binds.push(bind('@id', has(entity, 'entity_id') ? expanded('entity_id') : undefined))
  if (getsNewId(entity)) binds.push(element('setvalue', { ref: `${path}/@id`, event: 'odk-instance-first-load', value: 'uuid()' }))
  if (has(entity, 'label')) binds.push(bind('label', expanded('label')))
  return binds
}

export const getsNewId = (entity: Entity): boolean => creates(entity) && !has(entity, 'entity_id')
