/** How a stock of people came from one round to the next, with what the known flows do not explain printed beside it. */
import { type Count, isKnown } from '../count.ts'

export type StockFlows = { before: Count; in: Count; out: Count; births: Count; deaths: Count; adjustment: Count; after: Count }

/** S after = S before + in − out + births − deaths + adjustment; what is left over is printed, not hidden. One unknown part leaves both unknown. */
export function stockIdentity(flows: StockFlows): { expected: Count; residual: Count } {
  const { before, in: entered, out, births, deaths, adjustment, after } = flows
  if (![before, entered, out, births, deaths, adjustment].every(isKnown)) return { expected: 'unknown', residual: 'unknown' }
  const expected = (before as number) + (entered as number) - (out as number) + (births as number) - (deaths as number) + (adjustment as number)
  return { expected, residual: isKnown(after) ? after - expected : 'unknown' }
}
