/** A deed on one form: when it is done, everything that shows forms is read anew. */
import { formsKey } from '../../../api/forms.ts'
import { useDeed } from '../../../api/useDeed.ts'

export const useDeedOn = <Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) => useDeed(formsKey, deed, then)
