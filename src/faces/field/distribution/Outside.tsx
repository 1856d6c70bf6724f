/** Nobody is sent away unheard: who is not on the list, or whose token does not hold, is told what to do, and may be served as an exception that a leader decides later. */
import { useState } from 'react'
import { isPrintable } from '../../../engines/handover/index.ts'
import { type Key, useWords } from '../usePhone.tsx'
import type { Finding } from './findHousehold.ts'
import type { OpenDay } from './useDay.ts'

const reasons = ['arrived', 'missed', 'moved', 'other'] as const

export function Outside({ open, finding, done }: { open: OpenDay; finding: Extract<Finding, { problem: unknown }>; done: () => void }) {
  const { say, language } = useWords()
  const items = Object.keys(open.day.items)
  const [isServing, setServing] = useState(false)
  const [reason, setReason] = useState<(typeof reasons)[number]>('arrived')
  const [item, setItem] = useState(items[0] ?? '')
  const [quantity, setQuantity] = useState(1)
  const serve = async () => {
    await open.serveOutside(finding.typed, { item, quantity, reason: say(`day.reason.${reason}`) })
    done()
  }
  return (
    <section className="verdict other" role="alert">
      <h2>{say(`day.not.${finding.problem}` as Key)}</h2>
      {finding.typed && <p className="large">{finding.typed}</p>}
      <p>{say(`day.do.${finding.problem}` as Key)}</p>
      {finding.problem === 'not-listed' && isPrintable(finding.typed) && !isServing && (
        <button type="button" onClick={() => setServing(true)}>
          {say('day.exception')}
        </button>
      )}
      {isServing && (
        <div className="day-how">
          <label className="day-choice">
            {say('day.reason')}
            <select value={reason} onChange={(event) => setReason(event.target.value as typeof reason)}>
              {reasons.map((each) => (
                <option key={each} value={each}>
                  {say(`day.reason.${each}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="day-choice">
            {say('day.item')}
            <select value={item} onChange={(event) => setItem(event.target.value)}>
              {items.map((code) => (
                <option key={code} value={code}>
                  {open.day.items[code]![language]}
                </option>
              ))}
            </select>
          </label>
          <label className="day-choice">
            {say('day.quantity')}
            <input
              type="number"
              inputMode="numeric"
              min={1}
              value={quantity}
              onChange={(event) => setQuantity(Math.max(1, Math.floor(Number(event.target.value)) || 1))}
            />
          </label>
          <button type="button" className="main" onClick={() => void serve()}>
            {say('day.giveOutside')}
          </button>
        </div>
      )}
    </section>
  )
}
