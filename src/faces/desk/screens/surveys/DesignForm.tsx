/** How many to ask, step by step in the order of our convention, and how they are drawn. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { DrawKind, DrawPlan } from '../../../../engines/sampling/index.ts'
import { number } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Survey, type SurveyFrame, useSampleSize, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

const kinds: DrawKind[] = ['pps', 'twoStage', 'stratified', 'simple', 'cluster']
const start: DrawPlan = { kind: 'pps', n: 300, clusters: 30, perCluster: 10, reserve: 2, reserveClusters: 3, allocation: 'proportional' }
const isClustered = (kind: DrawKind) => kind !== 'simple' && kind !== 'stratified'

export function DesignForm({ survey, frame, mayDesign }: { survey: Survey; frame: SurveyFrame | null; mayDesign: boolean }) {
  const { t } = useWords()
  return (
    <section className="card">
      <h2>{t('surveys.design')}</h2>
      {mayDesign && <SizeCalculator households={frame?.households ?? null} />}
      {mayDesign ? <PlanForm survey={survey} /> : survey.design ? <PlanSaid plan={survey.design} /> : <p className="quiet">{t('surveys.noDesign')}</p>}
    </section>
  )
}

function PlanSaid({ plan }: { plan: DrawPlan }) {
  const { t } = useWords()
  return (
    <p>
      {t(`surveys.kind.${plan.kind}`)} ·{' '}
      {isClustered(plan.kind) ? t('surveys.clustersSaid', { n: plan.clusters, each: plan.perCluster }) : t('surveys.unitsSaid', { n: plan.n })}
    </p>
  )
}

/** The order is printed, because two tools that disagree usually differ in it. */
function SizeCalculator({ households }: { households: number | null }) {
  const { t, language } = useWords()
  const [value, setValue] = useState({
    population: households === null ? '' : String(households),
    margin: '0.05',
    share: '0.5',
    designEffect: '1.5',
    responseRate: '0.9',
  })
  const { data, error } = useSampleSize(value)
  const input = (name: keyof typeof value, label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      value={value[name]}
      onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value.replace(',', '.') })}
    />
  )
  const said = (n: number) => number(Math.round(n * 10) / 10, language)
  return (
    <div className="survey-size">
      <h3>{t('surveys.size')}</h3>
      <div className="side-by-side">
        {input('population', t('surveys.size.population'))}
        {input('margin', t('surveys.size.margin'))}
        {input('share', t('surveys.size.share'))}
        {input('designEffect', t('surveys.size.designEffect'))}
        {input('responseRate', t('surveys.size.responseRate'))}
      </div>
      <Refusals refusals={refusalsOf(error)} />
      {data && (
        <p role="status">
          <strong>{t('surveys.size.answer', { n: data.n })}</strong>{' '}
          <span className="quiet">
            {t('surveys.size.steps', {
              simple: said(data.simple),
              design: said(data.withDesign),
              population: said(data.withPopulation),
              n: number(data.n, language),
            })}
          </span>
        </p>
      )}
    </div>
  )
}

function PlanForm({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const [plan, setPlan] = useState<DrawPlan>(survey.design ?? start)
  const saving = useSurveyDeed(() => post(`/api/displacement/surveys/${survey.id}/design`, plan))
  const count = (name: 'n' | 'clusters' | 'perCluster' | 'reserve' | 'reserveClusters', label: string) => (
    <TextInput
      type="number"
      min={0}
      label={label}
      value={plan[name]}
      onChange={(event) => setPlan({ ...plan, [name]: Math.max(0, Math.trunc(Number(event.currentTarget.value))) })}
    />
  )
  const clustered = isClustered(plan.kind)
  return (
    <KeyedForm onSave={() => saving.mutate(undefined)} label={t('surveys.design')}>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('surveys.kind')}
          value={plan.kind}
          onChange={(event) => setPlan({ ...plan, kind: event.currentTarget.value as DrawKind })}
          data={kinds.map((kind) => ({ value: kind, label: t(`surveys.kind.${kind}`) }))}
        />
        {!clustered && count('n', t('surveys.units'))}
        {clustered && count('clusters', t('surveys.clusters'))}
        {clustered && plan.kind !== 'cluster' && count('perCluster', t('surveys.perCluster'))}
        {plan.kind !== 'cluster' && count('reserve', t(clustered ? 'surveys.reserveInside' : 'surveys.reserve'))}
        {clustered && count('reserveClusters', t('surveys.reserveClusters'))}
        {plan.kind !== 'simple' && (
          <NativeSelect
            label={t('surveys.allocation')}
            value={plan.allocation}
            onChange={(event) => setPlan({ ...plan, allocation: event.currentTarget.value as DrawPlan['allocation'] })}
            data={(['proportional', 'equal'] as const).map((way) => ({ value: way, label: t(`surveys.allocation.${way}`) }))}
          />
        )}
      </div>
      <div className="form-deeds">
        <Button type="submit" variant="default" loading={saving.isPending}>
          {t('surveys.saveDesign')}
        </Button>
        {survey.design && <span className="small quiet">{t('surveys.designSaved')}</span>}
      </div>
    </KeyedForm>
  )
}
