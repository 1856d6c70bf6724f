/** A figure in words: its number in its unit, or that it is unknown and why; a ratio always with both its parts. */
import { number, percent } from '../../../../portal/numbers.ts'
import type { Indicator, IndicatorValue } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

type InUnit = Pick<Indicator, 'aggregation' | 'unitNames'>

export function useFigureText() {
  const { t, named, language } = useWords()
  const inUnit = ({ aggregation, unitNames }: InUnit, value: number) =>
    aggregation === 'ratio' ? percent(value * 100, language) : `${number(value, language)} ${unitNames[value === 1 ? 'one' : 'many'][language]}`
  return {
    inUnit,
    text: (indicator: InUnit, { value, unknown, numerator, denominator }: Pick<IndicatorValue, 'value' | 'unknown' | 'numerator' | 'denominator'>) => {
      if (value === null) return t('results.unknownBecause', { why: named('unknownReason', unknown ?? 'not-reported') })
      const parts = numerator !== null && denominator !== null && ` (${t('results.parts', { numerator, denominator })})`
      return `${inUnit(indicator, value)}${parts || ''}`
    },
  }
}
