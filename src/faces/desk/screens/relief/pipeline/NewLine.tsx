/** The manager enters what is on its way: how much, from whom, when, how sure, and what justifies it. */
import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useOrganisationChoices } from '../../../api/coordination.ts'
import type { PipelineStage } from '../../../api/pipeline.ts'
import { useAssessments, useReliefDeed, useThings } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

const stages: PipelineStage[] = ['pledged', 'ordered', 'shipped', 'customs', 'inland']
const empty = {
  ...{ item: '', donor: '', earliest: '', likely: '', latest: '', stage: 'pledged', needCited: '' },
  ...{ specification: '', woodSource: '', woodAssessment: '' },
}
type Given = typeof empty

export function NewLine() {
  const { t, language } = useWords()
  const { data: things } = useThings()
  const { data: assessments } = useAssessments()
  const organisations = useOrganisationChoices()
  const [given, setGiven] = useState<Given>(empty)
  const [wood, setWood] = useState(false)
  const [figures, setFigures] = useState<{ quantity: string | number; confidence: string | number }>({ quantity: '', confidence: '' })
  const orNull = (text: string) => text || null
  const saving = useReliefDeed(
    () => {
      const { donor, needCited, specification, woodSource, woodAssessment, ...said } = given
      return post('/api/relief/pipeline-lines', {
        ...{ ...said, quantity: Number(figures.quantity), confidence: Number(figures.confidence), wood },
        ...{ donor: orNull(donor), needCited: orNull(needCited), specification: orNull(specification) },
        ...{ woodSource: orNull(woodSource), woodAssessment: orNull(woodAssessment) },
      })
    },
    () => setGiven(empty),
  )
  const words = (name: 'earliest' | 'likely' | 'latest' | 'specification' | 'woodSource', type = 'text') => (
    <TextInput
      type={type}
      label={t(`pipe.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  const choice = (name: 'item' | 'donor' | 'stage' | 'needCited' | 'woodAssessment', data: { value: string; label: string }[]) => (
    <NativeSelect
      label={t(`pipe.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
      data={data}
    />
  )
  const figure = (name: 'quantity' | 'confidence', max?: number) => (
    <NumberInput
      label={t(`pipe.${name}`)}
      min={0}
      max={max}
      allowDecimal={false}
      value={figures[name]}
      onChange={(value) => setFigures({ ...figures, [name]: value })}
    />
  )
  const none = { value: '', label: t('reconcile.choose') }
  const items = (things ?? []).filter(({ edition }) => edition === null)
  const cited = (assessments?.rows ?? []).map(({ id, place, assessedOn, householdsAssessed }) => ({
    value: id,
    label: t('ask.assessmentLine', { place, day: longDate(assessedOn, language), households: householdsAssessed }),
  }))
  const isReady = [given.item, given.earliest, given.likely, given.latest, figures.quantity, figures.confidence].every((each) => each !== '')
  return (
    <details className="card">
      <summary>{t('pipe.new')}</summary>
      <KeyedForm onSave={() => isReady && saving.mutate(undefined)} label={t('pipe.new')}>
        <div className="side-by-side">
          {choice('item', [none, ...items.map(({ code }) => ({ value: code, label: code }))])}
          {figure('quantity')}
          {choice('donor', [{ value: '', label: t('pipe.ownPurchase') }, ...organisations])}
        </div>
        <div className="side-by-side">
          {words('earliest', 'date')}
          {words('likely', 'date')}
          {words('latest', 'date')}
          {choice(
            'stage',
            stages.map((stage) => ({ value: stage, label: t(`pipe.stage.${stage}`) })),
          )}
          {figure('confidence', 100)}
        </div>
        <div className="side-by-side">
          {choice('needCited', [{ value: '', label: t('ask.noAssessment') }, ...cited])}
          {words('specification')}
        </div>
        <Checkbox label={t('pipe.wood')} checked={wood} onChange={({ currentTarget }) => setWood(currentTarget.checked)} />
        {wood && (
          <div className="side-by-side">
            {words('woodSource')}
            {choice('woodAssessment', [{ value: '', label: t('ask.noAssessment') }, ...cited])}
          </div>
        )}
        <div className="form-deeds">
          <Button type="submit" disabled={!isReady} loading={saving.isPending}>
            {t('pipe.save')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(saving.error)} focus />
      </KeyedForm>
    </details>
  )
}
