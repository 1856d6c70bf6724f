/** How an indicator is followed: tool, sample, how often, who answers for it, what it costs each time; set and changed by monitoring. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type MonitoringPlan, type OneIndicator, useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'

const frequencies = ['month', 'quarter', 'year'] as const

export function HowFollowed({ shown: { indicator, plan } }: { shown: OneIndicator }) {
  const { t, named, language } = useWords()
  const mayPlan = useHolds('monitoring')
  const facts: [string, string | null][] = plan
    ? [
        [t('followUp.tool'), plan.tool],
        [t('followUp.sample'), plan.sample],
        [t('followUp.frequency'), named('value', plan.frequency)],
        [t('followUp.responsible'), plan.responsible],
        [t('followUp.cost'), plan.cost === null ? null : number(plan.cost, language)],
      ]
    : []
  return (
    <section>
      <h2 className="after-table">{t('followUp.plan')}</h2>
      {!plan && <p className="unknown">{t('followUp.noPlan')}</p>}
      {plan && (
        <dl className="facts">
          {facts.map(([term, said]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd className={said === null ? 'unknown' : undefined}>{said ?? t('unknown')}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayPlan && <PlanForm key={JSON.stringify(plan)} code={indicator.code} plan={plan} frequency={indicator.frequency} />}
    </section>
  )
}

function PlanForm({ code, plan, frequency }: { code: string; plan: MonitoringPlan | null; frequency: MonitoringPlan['frequency'] }) {
  const { t, named } = useWords()
  const [value, setValue] = useState<MonitoringPlan>(plan ?? { tool: '', sample: '', responsible: '', frequency, cost: null })
  const keeping = useResultsDeed(() => post(`/api/results/indicators/${code}/monitoring-plan`, value))
  const input = (name: 'tool' | 'sample' | 'responsible') => (
    <TextInput label={t(`followUp.${name}`)} value={value[name]} onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })} />
  )
  const ready = [value.tool, value.sample, value.responsible].every((words) => words.trim() !== '')
  const label = t(plan ? 'followUp.changePlan' : 'followUp.setPlan')
  return (
    <details>
      <summary>{label}</summary>
      <section className="card plan-form">
        <Refusals refusals={refusalsOf(keeping.error)} focus />
        <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={label}>
          {input('tool')}
          {input('sample')}
          <div className="side-by-side">
            {input('responsible')}
            <NativeSelect
              label={t('followUp.frequency')}
              value={value.frequency}
              onChange={(event) => setValue({ ...value, frequency: event.currentTarget.value as MonitoringPlan['frequency'] })}
              data={frequencies.map((each) => ({ value: each, label: named('value', each) }))}
            />
            <NumberInput
              label={t('followUp.cost')}
              value={value.cost ?? ''}
              onChange={(typed) => setValue({ ...value, cost: typed === '' ? null : Number(typed) })}
              min={0}
            />
          </div>
          <div className="form-deeds">
            <Button type="submit" disabled={!ready} loading={keeping.isPending}>
              {t('save')}
            </Button>
          </div>
        </KeyedForm>
      </section>
    </details>
  )
}
