/** A selection begins: with which signed criteria, for how many or from how many points, and what breaks a tie. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type CriteriaSet, useSelectionDeed } from '../../../api/selection.ts'
import { useWords } from '../../../words/words.ts'

const empty = { programme: '', criteriaSet: '', cutKind: 'quota', cut: '', reserves: '0', tiePolicy: 'strict_quota', tieBreaks: 'registered_on' }

export function NewRun({ sets }: { sets: readonly CriteriaSet[] }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const [given, setGiven] = useState(empty)
  const chosen = sets.find(({ id }) => id === given.criteriaSet)
  const beginning = useSelectionDeed(
    () => {
      const tieBreaks = given.tieBreaks.split(/[\s,;]+/).filter(Boolean)
      return post<{ id: string }>('/api/relief/selections', {
        ...given,
        tieBreaks,
        place: chosen?.place,
        cut: Number(given.cut),
        reserves: Number(given.reserves),
      })
    },
    ({ id }) => go(`/relief/selection/${id}`),
  )
  const ready = given.programme.trim() !== '' && chosen !== undefined && /^[1-9]\d*$/.test(given.cut) && /^\d+$/.test(given.reserves)
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const select = (name: 'cutKind' | 'tiePolicy', values: readonly ('quota' | 'threshold' | 'strict_quota' | 'include_all_ties')[]) => (
    <NativeSelect
      label={t(`selection.begin.${name}`)}
      value={given[name]}
      onChange={put(name)}
      data={values.map((value) => ({ value, label: t(`selection.cut.${value}`) }))}
    />
  )
  return (
    <details className="card">
      <summary>{t('selection.begin')}</summary>
      <Refusals refusals={refusalsOf(beginning.error)} focus />
      <KeyedForm onSave={() => ready && beginning.mutate(undefined)} label={t('selection.begin')}>
        <div className="side-by-side">
          <TextInput label={t('selection.programme')} value={given.programme} onChange={put('programme')} />
          <NativeSelect
            label={t('selection.sets')}
            value={given.criteriaSet}
            onChange={put('criteriaSet')}
            data={[
              { value: '', label: t('records.choose') },
              ...sets.filter(({ state }) => state === 'agreed').map(({ id, name, edition }) => ({ value: id, label: `${mine(name)}, ${edition}` })),
            ]}
          />
        </div>
        <div className="side-by-side">
          {select('cutKind', ['quota', 'threshold'])}
          <TextInput type="number" label={t(`selection.begin.${given.cutKind as 'quota'}`)} value={given.cut} onChange={put('cut')} />
          <TextInput type="number" label={t('selection.begin.reserves')} value={given.reserves} onChange={put('reserves')} />
        </div>
        <div className="side-by-side">
          {select('tiePolicy', ['strict_quota', 'include_all_ties'])}
          <TextInput label={t('selection.begin.tieBreaks')} description={t('selection.begin.tieNote')} value={given.tieBreaks} onChange={put('tieBreaks')} />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={beginning.isPending}>
            {t('selection.beginNow')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
