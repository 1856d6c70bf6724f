/** Whether a person sees an item at all: what is calculated or set by a trigger and says nothing has no control. */
import { hasMedia, hasText, type Item, valueIn } from './tree.ts'

export const saysSomething = (item: Item): boolean => hasText(item, 'label') || hasText(item, 'hint') || hasMedia(item)

export function isShown(item: Item): boolean {
  if (item.kind !== 'question') return true
  if (!item.type?.control) return false
  if (saysSomething(item)) return true
  return valueIn(item, 'calculation') === '' && valueIn(item, 'trigger') === ''
}
