/** Put in order by buttons, which also work with a screen reader and with a thumb. */
import type { RankNode } from '@getodk/xforms-engine'
import { useWords } from '../../usePhone.tsx'
import { Marked } from '../Marked.tsx'
import type { ControlIds } from '../Question.tsx'

export function RankInput({ node, ids }: { node: RankNode; ids: ControlIds }) {
  const { say } = useWords()
  const { value, valueOptions } = node.currentState
  const isRanked = value.length > 0
  const order = isRanked ? [...value] : valueOptions.map((option) => option.value)
  const move = (from: number, to: number) => {
    const next = [...order]
    const [moved] = next.splice(from, 1)
    next.splice(to, 0, moved!)
    node.setValues(next)
  }
  return (
    <fieldset className="rank" aria-labelledby={ids.label} aria-describedby={ids.describedBy}>
      <ol className={isRanked ? undefined : 'unranked'}>
        {order.map((each, i) => {
          const label = node.getValueLabel(each)
          return (
            <li key={each}>
              <span>
                <Marked text={label} />
              </span>
              <button type="button" disabled={i === 0} aria-label={say('form.up', { name: label?.asString ?? each })} onClick={() => move(i, i - 1)}>
                ↑
              </button>
              <button
                type="button"
                disabled={i === order.length - 1}
                aria-label={say('form.down', { name: label?.asString ?? each })}
                onClick={() => move(i, i + 1)}
              >
                ↓
              </button>
            </li>
          )
        })}
      </ol>
      {isRanked ? (
        <button type="button" className="quiet" onClick={() => node.setValues([])}>
          {say('form.clear')}
        </button>
      ) : (
        <button type="button" onClick={() => node.setValues(order)}>
          {say('form.orderIsRight')}
        </button>
      )}
    </fieldset>
  )
}
