/** A form begun from a place starts with that place chosen. */
import type { AnyNode, RootNode } from '@getodk/xforms-engine'
import type { FieldForm } from '../sync/formsOfOffice.ts'
import { questionsOf } from './pages.ts'

const isNamed = (reference: string, wanted: string) => reference === wanted || reference.endsWith(`/${wanted}`)

export function choosePlace(root: RootNode, { placeQuestion, attachments }: FieldForm, itemId: string): void {
  const lists = attachments.filter(({ kind }) => kind === 'list')
  for (const question of questionsOf(root as AnyNode)) {
    if (question.nodeType !== 'select') continue
    const isPlace = placeQuestion ? isNamed(question.currentState.reference, placeQuestion) : lists.length > 0
    if (!isPlace || !question.getValueOption(itemId)) continue
    question.selectValue(itemId)
    return
  }
}
