/** Points as they are known: one number, or between which two. */
import { number } from '../../../portal/numbers.ts'
import { useWords } from '../../words/words.ts'

export function useScore() {
  const { t, language } = useWords()
  return ({ least, most }: { least: number; most: number }): string =>
    least === most ? number(least, language) : t('localities.between', { least: number(least, language), most: number(most, language) })
}
