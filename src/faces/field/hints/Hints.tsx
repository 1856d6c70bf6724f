/** Under a person: who may be the same, from where, and why, field by field. It never stops anybody; the answer is kept where the form asks for it. */
import type { AnyNode } from '@getodk/xforms-engine'
import { useMemo } from 'react'
import { householdNumber } from '../../ui/householdNumber.ts'
import { useForm } from '../form/useForm.tsx'
import { hourOrDay } from '../shell/format.ts'
import { type Key, useWords } from '../usePhone.tsx'
import { personOf, toldIn } from './binding.ts'
import type { PeopleHints, PersonHint } from './peopleHints.ts'

/** As the form's own choices are called. */
const decisions = ['same', 'another'] as const

function Hint({ hint }: { hint: PersonHint }) {
  const { say, language } = useWords()
  const where = hint.household
    ? say('hint.household', { number: householdNumber(hint.household) })
    : hint.at
      ? say('hint.here', { when: hourOrDay(hint.at, language) })
      : ''
  return (
    <li>
      <b>{hint.label}</b>
      {where && <small>{where}</small>}
      <ul className="why">
        {hint.why.map(({ field, agrees }) => (
          <li key={field} className={agrees}>
            {say(`hint.${field}.${agrees}` as Key)}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Found({ hints, instance }: { hints: PeopleHints; instance: AnyNode }) {
  const { say } = useWords()
  const { live, isReadOnly } = useForm()
  const told = toldIn(instance, hints.binding)
  const person = JSON.stringify(personOf(told, new Date().getFullYear()))
  const found = useMemo(() => hints.like(JSON.parse(person)), [hints, person])
  if (found.length === 0) return null
  const decision = told.decision?.nodeType === 'select' ? told.decision : null
  return (
    <aside className="hints" role="status">
      <b>{say('hint.title')}</b>
      <ul>
        {found.map((hint) => (
          <Hint key={`${hint.label}/${hint.household}/${hint.at}`} hint={hint} />
        ))}
      </ul>
      {decision && (
        <div className="decide">
          {decisions.map((each) => (
            <button
              key={each}
              type="button"
              disabled={isReadOnly}
              aria-pressed={decision.currentState.value.includes(each)}
              onClick={() => {
                live.flush()
                decision.selectValue(each)
              }}
            >
              {say(`hint.${each}`)}
            </button>
          ))}
        </div>
      )}
      <small>{say('hint.goOn')}</small>
    </aside>
  )
}

export function Hints({ instance }: { instance: AnyNode }) {
  const { hints } = useForm()
  return hints && <Found hints={hints} instance={instance} />
}
