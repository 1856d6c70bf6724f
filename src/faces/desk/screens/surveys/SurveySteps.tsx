/** The steps that can be taken now, each with everything that forbids it; what a step asks is asked beside it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Survey, type SurveyStep, useSurveyDeed, useSurveySteps } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

/** Going back is offered, and never pressed by mistake. */
const backward = ['redesign', 'back', 'return', 'correct', 'withdraw']

export function SurveySteps({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const mine = useBilingual()
  const may = useHolds('dataOfficer', 'reportOfficer', 'chief')
  const { data: steps } = useSurveySteps(survey.id, may)
  if (!may || (steps && steps.length === 0)) return null
  const forward = (steps ?? []).filter(({ name }) => !backward.includes(name))
  const others = (steps ?? []).filter(({ name }) => backward.includes(name))
  return (
    <section className="card survey-steps">
      <h2>{t('bench.next')}</h2>
      {forward.map((step) => (
        <OneStep key={`${survey.state} ${step.name}`} survey={survey.id} step={step} first />
      ))}
      {others.map((step) => (
        <details key={`${survey.state} ${step.name}`}>
          <summary>{mine(step.label)}</summary>
          <OneStep survey={survey.id} step={step} />
        </details>
      ))}
    </section>
  )
}

function OneStep({ survey, step, first = false }: { survey: string; step: SurveyStep; first?: boolean }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [given, setGiven] = useState<Record<string, string>>({})
  const taking = useSurveyDeed(() => post(`/api/displacement/survey/${survey}/steps/${step.name}`, given))
  const asks = Object.entries(step.asks)
  const lacking = asks.some(([name, { required }]) => required && !given[name]?.trim())
  const blocked = step.obstacles.length > 0
  return (
    <div className="step">
      <KeyedForm onSave={() => !blocked && !lacking && taking.mutate(undefined)} label={mine(step.label)}>
        {!blocked &&
          asks.map(([name, { label }]) => (
            <TextInput
              key={name}
              label={mine(label)}
              value={given[name] ?? ''}
              onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
            />
          ))}
        <div className="form-deeds">
          <Button type="submit" variant={first ? 'filled' : 'default'} disabled={blocked || lacking} loading={taking.isPending}>
            {mine(step.label)}
          </Button>
        </div>
      </KeyedForm>
      {blocked && <Refusals refusals={step.obstacles} title={t('bench.obstacles', { n: step.obstacles.length })} tone="warning" />}
      <Refusals refusals={refusalsOf(taking.error)} focus />
    </div>
  )
}
