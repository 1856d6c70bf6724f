/** What every measurement says beside its time: how much memory was held at most, how busy the machine was, and whether the bar was met. */
import { loadavg } from 'node:os'

export type Measured<T> = { seconds: number; answer: T }

export async function timed<T>(work: () => Promise<T> | T): Promise<Measured<T>> {
  const start = performance.now()
  const answer = await work()
  return { seconds: (performance.now() - start) / 1000, answer }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)]!

export const ms = (seconds: number): string => `${(seconds * 1000).toFixed(seconds < 0.1 ? 1 : 0)} ms`
export const perSecond = (rows: number, seconds: number): string => `${Math.round(rows / seconds).toLocaleString('en')} rows/s`

/** The most memory that this process has held, the database server's own not counted. */
export const peakMemory = (): string => `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`
/** Ratios are taken within one run, because other work on the machine moves every time by itself. */
export const machineLoad = (): string => `load ${loadavg()[0]!.toFixed(1)}`

export const say = (line: string): void => console.log(line)

/** One line per bar; a bar that is missed is said, not hidden, and makes the command fail. */
export function bar(what: string, value: number, atMost: number, unit = ''): boolean {
  const met = value <= atMost
  say(`  bar: ${what} ${value.toFixed(value < 10 ? 2 : 0)}${unit}, at most ${atMost}${unit}: ${met ? 'met' : 'missed'}`)
  if (!met) process.exitCode = 1
  return met
}
