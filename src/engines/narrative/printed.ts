/** How a refusal prints the figure that the text should have had. */
import type { Figure, Language } from './facts.ts'
import type { NumberSaid } from './scan.ts'

function print(value: number, lang: Language, decimals: number): string {
  const scaled = Math.floor(Math.abs(value) * 10 ** decimals + 0.5 + 1e-9)
  const whole = String(Math.floor(scaled / 10 ** decimals)).replace(/\B(?=(\d{3})+$)/g, lang === 'pt' ? '.' : ',')
  const rest = decimals > 0 ? (lang === 'pt' ? ',' : '.') + String(scaled % 10 ** decimals).padStart(decimals, '0') : ''
  return `${value < 0 ? '−' : ''}${whole}${rest}`
}

export const printFigure = (figure: Figure, lang: Language): string =>
  `${print(figure.value, lang, figure.statistic === 'percent_change' || !Number.isInteger(figure.value) ? 1 : 0)} (${figure.id})`

/** With its sign, since the direction is what was said wrongly. */
export const printDifference = (difference: number, lang: Language): string =>
  `${difference > 0 ? '+' : ''}${print(difference, lang, Number.isInteger(difference) ? 0 : 1)}`

/** One decimal at least, so that the reader sees why the printed figure is wrong; `signed` shows the direction of a fall. */
export function printPercent(percent: number, said: NumberSaid, lang: Language, signed: boolean): string {
  const decimals = Math.max(1, -Math.round(Math.log10(said.readings[0]!.quantum)))
  return `${print(signed ? percent : Math.abs(percent), lang, decimals)} %`
}
