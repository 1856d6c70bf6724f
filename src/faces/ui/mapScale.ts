/** Rounded breaks for the map: circles by area for counts, at most five shades for rates. The same breaks serve map and legend. */
import { colours, shades } from './tokens.ts'

const nice = [1, 2, 5, 10]

/** The largest circle's worth, rounded up so that breaks stay the same while figures move a little. */
export function scaleTop(values: readonly number[]): number {
  const largest = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(largest))
  return nice.find((one) => one * power >= largest)! * power
}

export const largestRadius = 34

/** Area grows with the count, so the radius grows with its root. */
export const radiusOf = (value: number, top: number) => (value <= 0 ? 0 : Math.max(2.5, largestRadius * Math.sqrt(value / top)))

export const legendCircles = (top: number) => [top, top / 4, top / 20].map(Math.round).filter((value) => value > 0)

/** Shares from 0 to 1 in five steps. */
export const shareBreaks = [0.2, 0.4, 0.6, 0.8] as const

export const shadeOf = (share: number | null) => (share === null ? colours.paper : shades[shareBreaks.filter((from) => share >= from).length]!)
