/** What this page still wants, on top, each with the way to it; and the way on for somebody who will know the answer later. */
import { useEffect, useRef } from 'react'
import { useWords } from '../usePhone.tsx'
import type { Violation } from './pages.ts'

export function violationText(violation: Violation, say: ReturnType<typeof useWords>['say']): string {
  return violation.message ?? say(violation.condition === 'required' ? 'form.required' : 'form.constraint')
}

export function Violations({ violations, jump, later }: { violations: readonly Violation[]; jump: (nodeId: string) => void; later?: () => void }) {
  const { say } = useWords()
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  if (violations.length === 0) return null
  return (
    <section className="violations" ref={box} tabIndex={-1} aria-labelledby="violations">
      <h3 id="violations">{say('form.toMend', { n: violations.length })}</h3>
      <ul>
        {violations.map((violation) => (
          <li key={violation.nodeId}>
            <button type="button" className="link" onClick={() => jump(violation.nodeId)}>
              {violation.question.currentState.label?.asString ?? violation.question.currentState.reference.split('/').at(-1)}
            </button>
            <span>{violationText(violation, say)}</span>
          </li>
        ))}
      </ul>
      {later && (
        <button type="button" onClick={later}>
          {say('form.later')}
        </button>
      )}
    </section>
  )
}
