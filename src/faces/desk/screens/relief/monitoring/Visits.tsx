/** The households to visit, in the order of the draw; one opens, is answered or not, and leaves the list. */
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { PdmQuestion, Unit } from '../../../api/pdm.ts'
import { useDeed } from '../../../api/useDeed.ts'
import { useWords } from '../../../words/words.ts'

const outcomes = ['answered', 'refused', 'absent', 'moved'] as const
const shown = 25

export function Visits({ units, questions }: { units: readonly Unit[]; questions: readonly PdmQuestion[] }) {
  const { t } = useWords()
  const waiting = units.filter(({ visited }) => visited === 'waiting' || visited === 'absent')
  return (
    <section className="card">
      <h3>
        {t('pdm.toVisit')} <span className="count">{waiting.filter(({ role }) => role === 'drawn').length}</span>
      </h3>
      {waiting.slice(0, shown).map((unit) => (
        <details key={unit.id}>
          <summary>
            {unit.household} · {t(`pdm.kind.${unit.kind}`)} · {unit.stratum}
            {unit.role === 'reserve' && ` · ${t('pdm.reserve')}`}
          </summary>
          <Visit unit={unit} questions={questions} />
        </details>
      ))}
    </section>
  )
}

function Visit({ unit, questions }: { unit: Unit; questions: readonly PdmQuestion[] }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [outcome, setOutcome] = useState<string>('answered')
  const [visitedOn, setVisitedOn] = useState('')
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const keeping = useDeed(['relief'], () => {
    const told = questions.map(({ code }) => [code, answers[code] === undefined || answers[code] === 'unknown' ? null : answers[code] === 'yes'])
    return post(`/api/relief/monitoring-visits/${unit.id}`, { outcome, visitedOn, answers: outcome === 'answered' ? Object.fromEntries(told) : {} })
  })
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (visitedOn) keeping.mutate(undefined)
      }}
    >
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('pdm.outcome')}
          value={outcome}
          onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
          data={outcomes.map((value) => ({ value, label: t(`pdm.outcome.${value}`) }))}
        />
        <TextInput type="date" label={t('pdm.visitedOn')} value={visitedOn} onChange={({ currentTarget }) => setVisitedOn(currentTarget.value)} />
      </div>
      {outcome === 'answered' &&
        questions.map(({ code, label }) => (
          <div key={code}>
            <p>{mine(label)}</p>
            <SegmentedControl
              aria-label={mine(label)}
              value={answers[code] ?? 'unknown'}
              onChange={(value) => setAnswers({ ...answers, [code]: value })}
              data={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: t(`pdm.answer.${value}`) }))}
            />
          </div>
        ))}
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!visitedOn} loading={keeping.isPending}>
          {t('pdm.keepVisit')}
        </Button>
      </div>
    </form>
  )
}
