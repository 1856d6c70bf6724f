/** The door for a workbook: drop it and read what it says; or let a register make its own questionnaire. */
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useDictionary } from '../../api/dictionary.ts'
import { formsKey } from '../../api/forms.ts'
import { useWords } from '../../words/words.ts'
import { FileZone } from '../import/FileZone.tsx'
import { ProjectInput } from './ProjectInput.tsx'

type Drafted = { form: string }

/** The day and a number: authors count versions by days, and a later one is always higher. */
export const dayVersion = (today: Date, n = 1) => `${today.toISOString().slice(0, 10).replaceAll('-', '')}${String(n).padStart(2, '0')}`

export function NewForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const answers = useQueryClient()
  const { data: records } = useDictionary()
  const [project, setProject] = useState('1')
  const [record, setRecord] = useState('')
  const opened = async ({ form }: Drafted) => {
    await answers.invalidateQueries({ queryKey: formsKey })
    go(`/forms/${form}`)
  }
  const handing = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('project', project)
      form.set('file', file)
      return post<Drafted>('/api/forms/author', form)
    },
    onSuccess: opened,
  })
  const making = useMutation({
    mutationFn: () => post<Drafted>('/api/forms/author/from-record', { project: Number(project), record, version: dayVersion(new Date()) }),
    onSuccess: opened,
  })
  return (
    <section className="card new-form" aria-label={t('forms.new')}>
      <Refusals refusals={[...refusalsOf(handing.error), ...refusalsOf(making.error)]} focus />
      <ProjectInput value={project} onChange={setProject} />
      <div className="new-form-ways">
        <div>
          <h2>{t('forms.fromWorkbook')}</h2>
          <FileZone file={null} onFile={(file) => handing.mutate(file)} label={t('forms.drop')} hint={t('forms.dropHint')} accept=".xlsx,.xls,.csv,.md" />
          <p role="status" className="small quiet">
            {handing.isPending && t('forms.reading')}
          </p>
        </div>
        <div>
          <h2>{t('forms.fromRegister')}</h2>
          <p className="small quiet">{t('forms.fromRegisterNote')}</p>
          <div className="form-deeds">
            <NativeSelect
              label={t('forms.register')}
              value={record}
              onChange={(event) => setRecord(event.currentTarget.value)}
              data={[
                { value: '', label: t('forms.chooseRegister') },
                ...(records ?? []).filter(({ canCreate }) => canCreate).map(({ name, labels }) => ({ value: name, label: mine(labels.one) })),
              ]}
            />
            <Button variant="default" disabled={!record} loading={making.isPending} onClick={() => making.mutate()}>
              {t('forms.make')}
            </Button>
          </div>
        </div>
      </div>
      <button type="button" className="link" onClick={onClose}>
        {t('cancel')}
      </button>
    </section>
  )
}
