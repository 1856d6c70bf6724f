/**
 * What a form does by itself: sets a computed default when it is opened and again for each new repetition, sets a value when another question changes, takes a
 * place in the background, records sound. Source: ODK XForms specification, "Actions" and "Events".
 */
import type { Writing } from './compile.ts'
import { isComputed } from './expressions.ts'
import type { Findings } from './findings.ts'
import { placeOf } from './line.ts'
import { contextOf, type References } from './references.ts'
import { everyItem, type Item, pathOf, valueIn } from './tree.ts'
import { isShown } from './visibility.ts'
import { element, type XmlElement } from './xml.ts'

const firstLoad = 'odk-instance-first-load'

/** The setvalue of a computed default, or null. */
function computedDefault(item: Item, event: string, references: References): XmlElement | null {
  const text = valueIn(item, 'default')
  if (item.kind !== 'question' || text === '' || !isComputed(text, item.type!.name)) return null
  return element('setvalue', { ref: pathOf(item), event, value: references.expand(text, contextOf(item), { line: item.line, column: 'default' }) })
}

/** Stands beside the bind of the item. */
export function actionsAtStart(item: Item, { references }: Writing): XmlElement[] {
  const action = item.type?.action
  if (action === 'start-geopoint') return [element('odk:setgeopoint', { ref: pathOf(item), event: firstLoad })]
  if (action === 'background-audio')
    return [element('odk:recordaudio', { ref: pathOf(item), event: 'odk-instance-load', 'odk:quality': item.parameters.get('quality') })]
  const value = computedDefault(item, firstLoad, references)
  return value ? [value] : []
}

/** Stands at the end of the repeat: computed defaults (and ids of entities) of every new repetition. */
export function actionsOfNewRepetition(repeat: Item, { references, entityIds }: Writing): XmlElement[] {
  const actions: XmlElement[] = []
  const visit = (container: Item) => {
    for (const item of container.items) {
      if (item.kind === 'repeat') continue
      visit(item)
      const value = computedDefault(item, 'odk-new-repeat', references)
      if (value) actions.push(value)
    }
    const id = entityIds.get(container)
    if (id !== undefined) actions.push(element('setvalue', { ref: id, event: 'odk-new-repeat', value: 'uuid()' }))
  }
  visit(repeat)
  return actions
}

const oneReference = /^\$\{\s*([^{}]+?)\s*\}$/

/** Which questions are set when one changes, by that question. */
export function readTriggers(root: Item, references: References, findings: Findings): Map<Item, Item[]> {
  const found = new Map<Item, Item[]>()
  for (const item of everyItem(root)) {
    const text = valueIn(item, 'trigger')
    if (item.kind !== 'question' || text === '') {
      if (item.type?.action === 'background-geopoint') findings.refuse('xlsform.trigger-missing', placeOf(item.line, 'trigger'), { name: item.name })
      continue
    }
    const place = placeOf(item.line, 'trigger')
    for (const part of text
      .split(',')
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '')) {
      const name = part.match(oneReference)?.[1]
      if (name === undefined) {
        findings.refuse((part.match(/\$\{/g)?.length ?? 0) > 1 ? 'xlsform.trigger-without-comma' : 'xlsform.trigger-not-a-reference', place, { value: part })
        continue
      }
      const trigger = references.find({ name, isLastSaved: false, written: name }, { line: item.line, column: 'trigger' })
      if (!trigger) continue
      if (!isShown(trigger) || trigger.kind !== 'question') {
        findings.refuse('xlsform.trigger-not-shown', place, { name, target: item.name })
        continue
      }
      const targets = found.get(trigger)
      if (targets) targets.push(item)
      else found.set(trigger, [item])
    }
  }
  return found
}

/** Stands inside the control of the question that triggers. */
export function triggeredActions(question: Item, { triggers, references }: Writing): XmlElement[] {
  return (triggers.get(question) ?? []).map((target) => {
    const calculation = valueIn(target, 'calculation')
    const event = 'xforms-value-changed'
    if (target.type?.action === 'background-geopoint') return element('odk:setgeopoint', { ref: pathOf(target), event })
    const value = calculation === '' ? undefined : references.expand(calculation, contextOf(target), { line: target.line, column: 'calculation' })
    return element('setvalue', { ref: pathOf(target), event, value })
  })
}
