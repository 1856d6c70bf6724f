/** A deed on a round: sent to the server, then everything about that round is read anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { post } from '../../api/ask.ts'
import { roundKey } from '../../api/displacement.ts'

export function useDeed<Given, Answer = unknown>(round: string, deed: (given: Given) => Promise<Answer>, after?: (answer: Answer) => void) {
  const answers = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: async (answer: Answer) => {
      after?.(answer)
      await answers.invalidateQueries({ queryKey: roundKey(round) })
      await answers.invalidateQueries({ queryKey: ['displacement', 'home'] })
      await answers.invalidateQueries({ queryKey: ['displacement', 'rounds'] })
    },
  })
}

export const takeStep = (round: string, step: string, answersAsked: Record<string, unknown> = {}) =>
  post(`/api/displacement/round/${round}/steps/${step}`, answersAsked)

/** Roles that have a step anywhere in the life of a round. */
export const stepTakers = ['dataOfficer', 'governmentReviewer', 'reportOfficer'] as const
