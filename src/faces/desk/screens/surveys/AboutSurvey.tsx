/** The form that asks, the days, and under which licence and credit it will be published. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type SurveyDetail, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

export function AboutSurvey({ detail: { survey, forms } }: { detail: SurveyDetail }) {
  const { t } = useWords()
  const [value, setValue] = useState({
    ...{ form: survey.form ?? '', collectedFrom: survey.collectedFrom ?? '', collectedTo: survey.collectedTo ?? '' },
    ...{ licence: survey.licence ?? '', credit: survey.credit ?? '' },
  })
  const mayWrite = useHolds('dataOfficer', 'reportOfficer') && !['approved', 'published', 'withdrawn'].includes(survey.state)
  const mayChooseForm = mayWrite && ['designing', 'drawn'].includes(survey.state)
  const saving = useSurveyDeed(() => {
    const { form, ...later } = Object.fromEntries(Object.entries(value).map(([name, text]) => [name, text === '' ? null : text]))
    return patch(`/api/displacement/surveys/${survey.id}`, { version: survey.version, ...later, ...(mayChooseForm ? { form } : {}) })
  })
  const input = (name: keyof typeof value, label: string, type = 'text') => (
    <TextInput
      type={type}
      label={label}
      readOnly={!mayWrite}
      value={value[name]}
      onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })}
    />
  )
  return (
    <section className="card">
      <h2>{t('surveys.asked')}</h2>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => mayWrite && saving.mutate(undefined)} label={t('surveys.asked')}>
        <div className="side-by-side">
          {!mayChooseForm && <TextInput label={t('surveys.form')} readOnly value={forms.find(({ id }) => id === survey.form)?.title ?? ''} />}
          {mayChooseForm && (
            <NativeSelect
              label={t('surveys.form')}
              value={value.form}
              onChange={(event) => setValue({ ...value, form: event.currentTarget.value })}
              data={[{ value: '', label: t('surveys.noForm') }, ...forms.map(({ id, title }) => ({ value: id, label: title }))]}
            />
          )}
          {input('collectedFrom', t('surveys.from'), 'date')}
          {input('collectedTo', t('surveys.to'), 'date')}
          {input('licence', t('flows.licence'))}
          {input('credit', t('flows.credit'))}
        </div>
        {mayWrite && (
          <div className="form-deeds">
            <Button type="submit" variant="default" loading={saving.isPending}>
              {t('surveys.save')}
            </Button>
          </div>
        )}
      </KeyedForm>
    </section>
  )
}
