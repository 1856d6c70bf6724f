/** The beginning of a project, and its correction: who pays, how much, from when to when, and what it does in both languages. */
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Project, useDonors } from '../../../api/projects.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'
import { amountOf, minorOf } from './money.ts'

const empty = {
  ...{ code: '', namePt: '', nameEn: '', summaryPt: '', summaryEn: '', donor: '', agreement: '', agreedOn: '' },
  ...{ amount: '', currency: 'USD', fromDay: '', toDay: '', iatiIdentifier: '' },
}
const optional = ['agreement', 'agreedOn', 'iatiIdentifier']

const asTyped = (project: Project): typeof empty => ({
  ...{ code: project.code, namePt: project.name.pt, nameEn: project.name.en, summaryPt: project.summary.pt, summaryEn: project.summary.en },
  ...{ donor: project.donor, agreement: project.agreement ?? '', agreedOn: project.agreedOn ?? '', currency: project.budget.currency },
  ...{ amount: String(amountOf(project.budget)), fromDay: project.fromDay, toDay: project.toDay, iatiIdentifier: project.iatiIdentifier ?? '' },
})

export function ProjectForm({ project, onDone }: { project?: Project; onDone?: () => void }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const { data } = useDonors()
  const [value, setValue] = useState(() => (project ? asTyped(project) : empty))
  const saving = useResultsDeed(
    () =>
      post<Project>(project ? `/api/results/projects/${project.id}` : '/api/results/projects', {
        ...{ code: value.code, name: { pt: value.namePt, en: value.nameEn }, summary: { pt: value.summaryPt, en: value.summaryEn }, donor: value.donor },
        ...{ agreement: value.agreement || null, agreedOn: value.agreedOn || null, fromDay: value.fromDay, toDay: value.toDay },
        budget: { minor: minorOf(Number(value.amount), value.currency), currency: value.currency },
        ...{ iatiIdentifier: value.iatiIdentifier || null, version: project?.version },
      }),
    ({ id }) => (onDone ? onDone() : go(`/strategy/projects/${id}`)),
  )
  const write = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setValue({ ...value, [name]: event.currentTarget.value })
  const input = (name: keyof typeof empty, type?: 'date') => (
    <TextInput type={type} label={t(`projects.field.${name}`)} value={value[name]} onChange={write(name)} />
  )
  const ready = Object.entries(value).every(([name, text]) => optional.includes(name) || text.trim() !== '')
  const label = t(project ? 'projects.change' : 'projects.new')
  return (
    <>
      {!project && (
        <>
          <p className="small">
            <Link href="/strategy/projects">{t('projects.title')}</Link>
          </p>
          <h1>{label}</h1>
        </>
      )}
      <section className="card plan-form">
        <Refusals refusals={refusalsOf(saving.error)} focus />
        <KeyedForm onSave={() => ready && saving.mutate(undefined)} label={label}>
          <div className="side-by-side">
            {input('code')}
            <NativeSelect
              label={t('projects.donor')}
              value={value.donor}
              onChange={write('donor')}
              data={[{ value: '', label: t('records.choose') }, ...(data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
            />
          </div>
          {data?.organisations.length === 0 && <p className="quiet">{t('projects.noOrganisations')}</p>}
          <div className="side-by-side">
            {input('namePt')}
            {input('nameEn')}
          </div>
          <Textarea label={t('projects.field.summaryPt')} lang="pt" value={value.summaryPt} onChange={write('summaryPt')} autosize />
          <Textarea label={t('projects.field.summaryEn')} lang="en" value={value.summaryEn} onChange={write('summaryEn')} autosize />
          <div className="side-by-side">
            <NumberInput
              label={t('projects.field.amount')}
              value={value.amount}
              onChange={(amount) => setValue({ ...value, amount: String(amount) })}
              min={0}
              thousandSeparator=" "
            />
            {input('currency')}
            {input('fromDay', 'date')}
            {input('toDay', 'date')}
          </div>
          <div className="side-by-side">
            {input('agreement')}
            {input('agreedOn', 'date')}
            {input('iatiIdentifier')}
          </div>
          <div className="form-deeds">
            <Button type="submit" disabled={!ready} loading={saving.isPending}>
              {t('save')}
            </Button>
          </div>
        </KeyedForm>
      </section>
    </>
  )
}
