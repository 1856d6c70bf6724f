/** A key for one phone: its project, name, area and days. The codes are shown this once. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useForms } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import { useDeedOn } from '../author/useDeedOn.ts'
import { type MadePhone, PhoneCard } from './PhoneCard.tsx'

/** Projects that have a form: a phone without one would have nothing to fill. */
function useProjects(): { number: number; name: string }[] {
  const { data } = useForms()
  const byNumber = new Map((data ?? []).map(({ project, projectName }) => [project, { number: project, name: projectName }]))
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}

export function MakePhone() {
  const { t } = useWords()
  const projects = useProjects()
  const [value, change] = useState({ project: null as number | null, label: '', areas: '', days: 180 })
  const project = projects.find(({ number }) => number === value.project) ?? projects[0]
  const areas = value.areas.split(/[\s,;]+/).filter(Boolean)
  const making = useDeedOn(async () => ({
    phone: await post<MadePhone>('/api/forms/devices', { project: project!.number, label: value.label, areas, days: value.days }),
    project: project!.name,
    areas,
  }))
  return (
    <section className="card make-phone">
      <h2>{t('phones.make')}</h2>
      <Refusals refusals={refusalsOf(making.error)} focus />
      <KeyedForm onSave={() => making.mutate(undefined)} label={t('phones.make')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('phones.project')}
            description={t('phones.projectHint')}
            value={project?.number ?? ''}
            onChange={(event) => change({ ...value, project: Number(event.currentTarget.value) })}
            data={projects.map(({ number, name }) => ({ value: String(number), label: name }))}
          />
          <TextInput
            label={t('phones.name')}
            description={t('phones.nameHint')}
            value={value.label}
            onChange={(event) => change({ ...value, label: event.currentTarget.value })}
          />
          <TextInput
            label={t('phones.areas')}
            description={t('phones.areasHint')}
            value={value.areas}
            onChange={(event) => change({ ...value, areas: event.currentTarget.value })}
          />
          <NumberInput label={t('phones.days')} min={1} max={730} value={value.days} onChange={(days) => change({ ...value, days: Number(days) || 180 })} />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={value.label.trim() === '' || areas.length === 0 || !project} loading={making.isPending}>
            {t('phones.makeDeed')}
          </Button>
        </div>
      </KeyedForm>
      {making.data && <PhoneCard {...making.data} />}
    </section>
  )
}
