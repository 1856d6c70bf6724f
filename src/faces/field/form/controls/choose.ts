/** One of a list, or one more of several. */
import type { SelectNode } from '@getodk/xforms-engine'

export const isSeveral = ({ selectType }: SelectNode) => selectType === 'select'

export function choose(node: SelectNode, value: string, isChosen: boolean): void {
  if (!isSeveral(node)) node.selectValue(isChosen ? value : null)
  else node.selectValues(isChosen ? [...node.currentState.value, value] : node.currentState.value.filter((other) => other !== value))
}
