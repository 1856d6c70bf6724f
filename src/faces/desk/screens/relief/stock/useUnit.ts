/** The word of a base unit, from its UN/CEFACT code. */
import { useWords } from '../../../words/words.ts'

export function useUnit() {
  const { named } = useWords()
  return (code: string) => named('stock.unit', code)
}
