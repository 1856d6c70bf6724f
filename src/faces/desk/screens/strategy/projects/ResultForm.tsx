/** An outcome or output that a project promises, what has to hold for it, and the indicators that it is judged by. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

const empty = { kind: 'output', pt: '', en: '', assumption: '', indicators: '' }

export function ResultForm({ project }: { project: string }) {
  const { t, named } = useWords()
  const [value, setValue] = useState(empty)
  const adding = useResultsDeed(
    () =>
      post(`/api/results/projects/${project}/results`, {
        ...{ kind: value.kind, name: { pt: value.pt, en: value.en }, assumption: value.assumption || null },
        indicators: value.indicators.split(/[\s,;]+/).filter(Boolean),
      }),
    () => setValue(empty),
  )
  const write = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setValue({ ...value, [name]: event.currentTarget.value })
  return (
    <details>
      <summary>{t('projects.addResult')}</summary>
      <section className="card plan-form">
        <Refusals refusals={refusalsOf(adding.error)} focus />
        <KeyedForm onSave={() => adding.mutate(undefined)} label={t('projects.addResult')}>
          <div className="side-by-side">
            <NativeSelect
              label={t('projects.kind')}
              value={value.kind}
              onChange={write('kind')}
              data={['outcome', 'output'].map((kind) => ({ value: kind, label: named('value', kind) }))}
            />
            <TextInput label={t('projects.field.indicators')} placeholder="12.1, 12.2" value={value.indicators} onChange={write('indicators')} />
          </div>
          <div className="side-by-side">
            <TextInput label={t('projects.field.namePt')} value={value.pt} onChange={write('pt')} />
            <TextInput label={t('projects.field.nameEn')} value={value.en} onChange={write('en')} />
          </div>
          <Textarea label={t('projects.field.assumption')} value={value.assumption} onChange={write('assumption')} autosize />
          <div className="form-deeds">
            <Button type="submit" disabled={value.pt.trim() === '' || value.en.trim() === ''} loading={adding.isPending}>
              {t('projects.addResult')}
            </Button>
          </div>
        </KeyedForm>
      </section>
    </details>
  )
}
