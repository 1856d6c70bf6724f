/** A deed on one form: when it is done, everything that shows forms is read anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { formsKey } from '../../../api/forms.ts'

export function useDeedOn<Given, Answer>(deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: deed,
    // First what follows, such as closing the dialog: after a slow reading it would close one that was opened meanwhile.
    onSuccess: (answer) => {
      then?.(answer)
      return answers.invalidateQueries({ queryKey: formsKey })
    },
  })
}
