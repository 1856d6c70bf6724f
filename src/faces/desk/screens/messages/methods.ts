/** How a reach can be known; the first choice is that nobody knows. */
import { reachMethods } from '../../../../engines/message/index.ts'
import type { Say } from '../../words/words.ts'

export const methods = (t: Say) => [
  { value: '', label: t('reach.method.unknown') },
  ...reachMethods.map((method) => ({ value: method, label: t(`reach.method.${method}`) })),
]
