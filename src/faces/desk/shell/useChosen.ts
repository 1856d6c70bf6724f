/** What is chosen on a screen stands in its address, so that a link shows a colleague the same; what is empty leaves it. */
import { useSearchParams } from 'wouter'

export type Choices = Record<string, string | null>

export function useChosen(): [chosen: URLSearchParams, choose: (changes: Choices, how?: { replace: boolean }) => void] {
  const [chosen, set] = useSearchParams()
  const choose = (changes: Choices, how?: { replace: boolean }) =>
    set((before) => {
      const after = new URLSearchParams(before)
      for (const [name, value] of Object.entries(changes))
        if (value) after.set(name, value)
        else after.delete(name)
      return after
    }, how)
  return [chosen, choose]
}
