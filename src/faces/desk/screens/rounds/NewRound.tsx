/** Planning a new round: what can be known from the round before is filled in already and may be changed. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useDraft } from '../../../ui/draft.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Round, useOperations, useRounds } from '../../api/displacement.ts'
import { pathOfRecord, pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'

type Typed = {
  operation: string
  assessmentType: Round['assessmentType']
  number: string
  unitLevel: string
  plannedFrom: string
  plannedTo: string
  reportingDate: string
  formVersion: string
  comparedWith: string
}

const blank: Typed = {
  operation: '',
  assessmentType: 'BA',
  number: '',
  unitLevel: '',
  plannedFrom: '',
  plannedTo: '',
  reportingDate: '',
  formVersion: '',
  comparedWith: 'suggested',
}

export function NewRound() {
  const { t } = useWords()
  const [, go] = useLocation()
  const answers = useQueryClient()
  const { value: typed, set, forget, keptHere } = useDraft('new-round', blank)
  const { data: operations } = useOperations()
  const operation = typed.operation || (operations?.rows.length === 1 ? operations.rows[0]!.id : '')
  const { data: earlier } = useRounds({ operation: operation || null, assessmentType: typed.assessmentType })
  const same = operation ? [...(earlier?.rows ?? [])].sort((a, b) => b.number - a.number || b.edition - a.edition) : []
  const last = same[0]
  const filled = {
    number: typed.number === '' ? (last ? last.number + 1 : 1) : Number(typed.number),
    unitLevel: typed.unitLevel || last?.unitLevel || 'posto',
    comparedWith: typed.comparedWith === 'suggested' ? (last?.id ?? '') : typed.comparedWith,
  }
  const creating = useMutation({
    mutationFn: () =>
      post<Round>('/api/displacement/round', {
        operation,
        assessmentType: typed.assessmentType,
        ...filled,
        comparedWith: filled.comparedWith || null,
        plannedFrom: typed.plannedFrom || null,
        plannedTo: typed.plannedTo || null,
        reportingDate: typed.reportingDate || null,
        formVersion: typed.formVersion || null,
      }),
    onSuccess: async (round) => {
      forget()
      await answers.invalidateQueries({ queryKey: ['displacement'] })
      go(pathOfRound(round.id))
    },
  })
  return (
    <div className="narrow">
      <h1>{t('rounds.new')}</h1>
      <p className="quiet">{t('rounds.newIntro')}</p>
      <Refusals refusals={refusalsOf(creating.error)} focus />
      <KeyedForm onSave={() => creating.mutate()} label={t('rounds.new')}>
        <NativeSelect
          label={t('rounds.operation')}
          value={operation}
          onChange={(event) => set({ operation: event.currentTarget.value })}
          data={[{ value: '', label: t('rounds.chooseOperation') }, ...(operations?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <p className="small">
          <Link href={`${pathOfRecord('displacement.operation')}/new`}>{t('rounds.newOperation')}</Link>
        </p>
        <NativeSelect
          label={t('rounds.assessmentType')}
          value={typed.assessmentType}
          onChange={(event) => set({ assessmentType: event.currentTarget.value as Typed['assessmentType'] })}
          data={(['BA', 'SA', 'ETT'] as const).map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        <NumberInput
          label={t('rounds.number')}
          description={last && t('rounds.numberHint', { last: String(last.number) })}
          min={0}
          allowDecimal={false}
          value={filled.number}
          onChange={(value) => set({ number: String(value) })}
        />
        <NativeSelect
          label={t('rounds.unitLevel')}
          value={filled.unitLevel}
          onChange={(event) => set({ unitLevel: event.currentTarget.value })}
          data={(['district', 'posto', 'locality', 'site'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))}
        />
        <div className="side-by-side">
          <TextInput
            type="date"
            label={t('rounds.plannedFrom')}
            value={typed.plannedFrom}
            onChange={(event) => set({ plannedFrom: event.currentTarget.value })}
          />
          <TextInput type="date" label={t('rounds.plannedTo')} value={typed.plannedTo} onChange={(event) => set({ plannedTo: event.currentTarget.value })} />
        </div>
        <TextInput
          type="date"
          label={t('rounds.reportingDate')}
          description={t('rounds.reportingDateHint')}
          value={typed.reportingDate}
          onChange={(event) => set({ reportingDate: event.currentTarget.value })}
        />
        <TextInput
          label={t('rounds.formVersion')}
          description={t('rounds.formVersionHint')}
          value={typed.formVersion}
          onChange={(event) => set({ formVersion: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('rounds.comparedWith')}
          value={filled.comparedWith}
          onChange={(event) => set({ comparedWith: event.currentTarget.value })}
          data={[
            { value: '', label: t('rounds.notCompared') },
            ...same.map(({ id, number }) => ({ value: id, label: t('home.round', { round: String(number) }) })),
          ]}
        />
        <div className="form-deeds">
          <Button type="submit" loading={creating.isPending}>
            {t('rounds.create')}
          </Button>
          <Link href="/rounds">{t('cancel')}</Link>
          {keptHere && <span className="small quiet">{t('keptHere')}</span>}
        </div>
      </KeyedForm>
    </div>
  )
}
