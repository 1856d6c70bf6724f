/** "I have read this": one box. */
import type { TriggerNode } from '@getodk/xforms-engine'
import { useWords } from '../../usePhone.tsx'
import type { ControlIds } from '../Question.tsx'

export function Acknowledge({ node, ids }: { node: TriggerNode; ids: ControlIds }) {
  const { say } = useWords()
  return (
    <fieldset className="choices" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      <label className="choice">
        <input
          type="checkbox"
          checked={node.currentState.value === true}
          disabled={node.currentState.readonly}
          onChange={(event) => node.setValue(event.target.checked)}
        />
        <span>{say('form.acknowledge')}</span>
      </label>
    </fieldset>
  )
}
