/** What the donor may be given of this project and a period, in one file. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { postForFile, refusalsOf } from '../../../api/ask.ts'
import type { Project } from '../../../api/projects.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

export function EvidenceFile({ project: { id, code, fromDay, toDay } }: { project: Project }) {
  const { t } = useWords()
  const today = new Date().toISOString().slice(0, 10)
  const [from, setFrom] = useState(fromDay)
  const [to, setTo] = useState(toDay < today ? toDay : today)
  const making = useResultsDeed(() => postForFile('/api/publications/evidence', { project: id, from, to }, `evidence-${code}-${from}-${to}.zip`))
  const ready = from !== '' && to !== ''
  return (
    <details>
      <summary>{t('evidence.title')}</summary>
      <p className="small quiet narrow">{t('evidence.note')}</p>
      <KeyedForm onSave={() => ready && making.mutate(undefined)} label={t('evidence.title')}>
        <div className="side-by-side narrow">
          <TextInput type="date" label={t('evidence.from')} value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)} />
          <TextInput type="date" label={t('evidence.to')} value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)} />
        </div>
        <div className="form-deeds">
          <Button type="submit" variant="default" disabled={!ready} loading={making.isPending}>
            {t('evidence.make')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(making.error)} focus />
      </KeyedForm>
    </details>
  )
}
