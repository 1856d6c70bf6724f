/** What the guard and the step of one publication both need, made once for each taking of a step: they run in one transaction, and making it is most of the work. */
import type { StepContext } from './workflow.ts'

export function oncePerStep<Row, Made>(make: (row: Row, context: StepContext) => Promise<Made>): (row: Row, context: StepContext) => Promise<Made> {
  const known = new WeakMap<StepContext, Promise<Made>>()
  return (row, context) => {
    const made = known.get(context) ?? make(row, context)
    known.set(context, made)
    return made
  }
}
