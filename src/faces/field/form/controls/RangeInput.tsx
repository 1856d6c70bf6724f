/** A number between two ends, by slider or by the buttons beside it; nothing is answered until somebody touches it. */
import type { RangeNode } from '@getodk/xforms-engine'
import { useWords } from '../../usePhone.tsx'
import type { ControlIds } from '../Question.tsx'
import { setText } from './given.ts'

export function RangeInput({ node, ids }: { node: RangeNode; ids: ControlIds }) {
  const { say } = useWords()
  const { min, max, step } = node.definition.bounds as unknown as { min: number | bigint; max: number | bigint; step: number | bigint }
  const [least, most, by] = [Number(min), Number(max), Math.abs(Number(step)) || 1]
  const written = node.currentState.instanceValue
  const value = written === '' ? null : Number(written)
  const decimals = String(by).split('.')[1]?.length ?? 0
  const give = (next: number) => setText(node, Math.min(most, Math.max(least, next)).toFixed(decimals))
  return (
    <fieldset className="range" aria-labelledby={ids.label} aria-describedby={ids.describedBy} disabled={node.currentState.readonly}>
      <button type="button" aria-label={say('form.less')} onClick={() => give((value ?? least) - by)}>
        −
      </button>
      <input
        id={ids.input}
        type="range"
        aria-labelledby={ids.label}
        aria-valuetext={value === null ? say('form.empty') : written}
        min={least}
        max={most}
        step={by}
        value={value ?? least}
        onChange={(event) => give(Number(event.target.value))}
      />
      <button type="button" aria-label={say('form.more')} onClick={() => give((value ?? least - by) + by)}>
        +
      </button>
      <output>{value === null ? '—' : written}</output>
    </fieldset>
  )
}
