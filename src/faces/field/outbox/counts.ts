/** The one line that is always there: how many are on this phone, how many are going, how many the office has, and when the last one arrived. */
import type { Entry } from './entry.ts'

export type Counts = { here: number; going: number; needsYou: number; received: number; last: string | null }

/** `forgotten`: received long ago and no longer on the phone; they still count as received. */
export function countsOf(entries: readonly Entry[], forgotten: { count: number; last: string | null }): Counts {
  const of = (...phases: Entry['phase'][]) => entries.filter(({ phase }) => phases.includes(phase))
  const received = of('received')
  const last = received.reduce<string | null>((newest, { receiptAt }) => (receiptAt && (!newest || receiptAt > newest) ? receiptAt : newest), forgotten.last)
  return {
    here: of('draft', 'finished', 'going', 'needs-you').length,
    going: of('going', 'finished').length,
    needsYou: of('needs-you').length,
    received: received.length + forgotten.count,
    last,
  }
}
