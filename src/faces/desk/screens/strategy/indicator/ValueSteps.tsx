/** The next step of a figure, for who may take it, with what forbids it. */
import type { IndicatorValue } from '../../../api/results.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'

export const ValueSteps = ({ value: { id, state } }: { value: Pick<IndicatorValue, 'id' | 'state'> }) => (
  <LifeSteps key={state} path="indicator-value" id={id} by={['monitoring', 'reportOfficer', 'chief']} />
)
