/** Time in the results framework: what is late against its own dates. */

export type PlanState = 'planned' | 'underWay' | 'done' | 'cancelled'

/** Late is told from the dates and never stored: nobody has to remember to set it, or to take it back. */
export function isLate({ state, fromDay, toDay }: { state: PlanState; fromDay: string; toDay: string }, today: string): boolean {
  return state === 'planned' ? fromDay < today : state === 'underWay' && toDay < today
}
