/** A deed of a person: what follows it comes first, such as closing a dialog; then everything that shows what was changed is read anew. */
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'

export function useDeed<Given, Answer>(changed: QueryKey, deed: (given: Given) => Promise<Answer>, then?: (answer: Answer) => void) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: deed,
    // After a slow reading a dialog that was opened meanwhile would be closed.
    onSuccess: (answer) => {
      then?.(answer)
      return answers.invalidateQueries({ queryKey: changed })
    },
  })
}
