/** Templates as a scanner would write them, of people who do not exist. */
import type { Minutia } from './index.ts'

export type Written = Partial<Minutia>[]
const types = { other: 0, ending: 1, bifurcation: 2 }
export const big = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => (value >> (8 * (bytes - 1 - i))) & 255)

/** A template as a scanner writes it, byte by byte from the tables of the standard. */
export function template(views: Written[], { extended = [] as number[], quality = 80, finger = 1 } = {}): Uint8Array {
  const body = views.flatMap((view, i) => [
    ...[finger + i, i << 4, quality, view.length],
    ...view.flatMap(({ type = 'ending', x = 0, y = 0, angle = 0, quality: own }) => [...big((types[type] << 14) | x, 2), ...big(y, 2), ...[angle, own ?? 0]]),
    ...big(extended.length, 2),
    ...extended,
  ])
  const head = [
    ...Buffer.from('FMR\0 20\0'),
    ...big(24 + body.length, 4),
    0,
    0,
    ...big(300, 2),
    ...big(400, 2),
    ...big(197, 2),
    ...big(197, 2),
    views.length,
    0,
  ]
  return Uint8Array.from([...head, ...body])
}
