/** The beginning of a survey: what it is for, about whom, and whether answering may put people in danger. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type SurveyPurpose, useSurveyDeed, useSurveys } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

const purposes: SurveyPurpose[] = ['needs', 'intention', 'perception', 'satisfaction']
const empty = { operation: '', code: '', purpose: 'needs', titlePt: '', titleEn: '', populationPt: '', populationEn: '', languages: '' }

export function NewSurvey() {
  const { t } = useWords()
  const [, go] = useLocation()
  const { data } = useSurveys()
  const [value, setValue] = useState(empty)
  const [aboutSecurity, setAboutSecurity] = useState(false)
  const operation = value.operation || data?.operations[0]?.id || ''
  const beginning = useSurveyDeed(
    () =>
      post<{ id: string }>('/api/displacement/surveys', {
        ...{ operation, aboutSecurity, code: value.code.trim(), purpose: value.purpose, languages: value.languages },
        title: { pt: value.titlePt, en: value.titleEn },
        population: { pt: value.populationPt, en: value.populationEn },
      }),
    ({ id }) => go(`/surveys/${id}`),
  )
  const input = (name: keyof typeof empty, label: string, description?: string) => (
    <TextInput label={label} description={description} value={value[name]} onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })} />
  )
  const ready = operation !== '' && Object.entries(value).every(([name, text]) => name === 'operation' || text.trim() !== '')
  return (
    <>
      <p className="small">
        <Link href="/surveys">{t('surveys.title')}</Link>
      </p>
      <h1>{t('surveys.new')}</h1>
      <section className="card survey-narrow">
        <Refusals refusals={refusalsOf(beginning.error)} focus />
        <KeyedForm onSave={() => ready && beginning.mutate(undefined)} label={t('surveys.new')}>
          <div className="side-by-side">
            <NativeSelect
              label={t('surveys.operation')}
              value={operation}
              onChange={(event) => setValue({ ...value, operation: event.currentTarget.value })}
              data={(data?.operations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <NativeSelect
              label={t('surveys.purpose')}
              value={value.purpose}
              onChange={(event) => setValue({ ...value, purpose: event.currentTarget.value })}
              data={purposes.map((purpose) => ({ value: purpose, label: t(`surveys.purpose.${purpose}`) }))}
            />
          </div>
          {input('code', t('surveys.code'), t('surveys.codeNote'))}
          <div className="side-by-side">
            {input('titlePt', t('surveys.titlePt'))}
            {input('titleEn', t('surveys.titleEn'))}
            {input('populationPt', t('surveys.populationPt'))}
            {input('populationEn', t('surveys.populationEn'))}
          </div>
          {input('languages', t('surveys.languages'))}
          <Checkbox
            label={t('surveys.aboutSecurity')}
            description={t('surveys.aboutSecurityNote')}
            checked={aboutSecurity}
            onChange={(event) => setAboutSecurity(event.currentTarget.checked)}
          />
          <div className="form-deeds">
            <Button type="submit" disabled={!ready} loading={beginning.isPending}>
              {t('surveys.begin')}
            </Button>
          </div>
        </KeyedForm>
      </section>
    </>
  )
}
