/** What one house costs, with the day of its prices: without that day it is no cost. */
import { longDate, number } from '../../../portal/numbers.ts'
import type { Design } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'

export function useDesignCost(): (design: Design) => string {
  const { t, language } = useWords()
  return ({ cost, currency, pricesOf }) =>
    cost === null || !currency || !pricesOf
      ? t('designs.costUnknown')
      : t('designs.costLine', { cost: number(cost, language), currency, day: longDate(pricesOf, language) })
}
