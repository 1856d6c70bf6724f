/** What partners sent after the lock, and the workbooks they handed in: what was understood and found, never their comments. */
import '../import/import.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { type Correction, type Upload, useCorrections, useUpload, useUploads } from '../../api/afterLock.ts'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { Findings } from '../import/Findings.tsx'

export function SentByPartners() {
  const leads = useHolds('clusterCoordinator')
  return (
    <>
      <Corrections />
      {leads && <Uploads />}
    </>
  )
}

function Corrections() {
  const { t, named, language } = useWords()
  const { data } = useCorrections()
  if (!data || data.corrections.length === 0) return null
  const columns: Column<Correction>[] = [
    { key: 'organisation', title: t('fourW.organisation'), header: true, value: ({ organisation }) => organisation, cell: ({ organisation }) => organisation },
    { key: 'on', title: t('fourW.correctedOn'), value: ({ on }) => on, cell: ({ on }) => shortDate(on, language) },
    {
      key: 'what',
      title: t('fourW.type'),
      value: ({ activityType }) => activityType,
      cell: ({ activityType, sector, placeName }) => `${activityType ?? named('sector', sector)}, ${placeName ?? t('fourW.wholeCountry')}`,
    },
    { key: 'kind', title: t('fourW.correctionKind'), cell: ({ isNew }) => t(isNew ? 'fourW.correctionNew' : 'fourW.correctionChanged') },
    { key: 'reason', title: t('fourW.reason'), cell: ({ reason }) => reason ?? t('notSaid') },
  ]
  return (
    <details>
      <summary>{t('fourW.corrections', { n: data.corrections.length })}</summary>
      <DataTable rows={data.corrections} columns={columns} rowKey={({ id }) => id} caption={t('fourW.corrections', { n: data.corrections.length })} stacks />
    </details>
  )
}

function Uploads() {
  const { t, named, language } = useWords()
  const [asked, setAsked] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useUploads(asked)
  const columns: Column<Upload>[] = [
    { key: 'organisation', title: t('fourW.organisation'), header: true, value: ({ organisation }) => organisation, cell: ({ organisation }) => organisation },
    { key: 'file', title: t('fourW.uploadFile'), value: ({ fileName }) => fileName, cell: ({ fileName }) => fileName },
    { key: 'at', title: t('fourW.uploadAt'), value: ({ at }) => at, cell: ({ at }) => shortDate(at, language) },
    { key: 'state', title: t('fourW.uploadState'), value: ({ state }) => state, cell: ({ state }) => named('fourW.upload', state) },
    { key: 'reason', title: t('fourW.reason'), cell: ({ reason }) => reason ?? '' },
    {
      key: 'open',
      title: t('fourW.uploadOpen'),
      cell: ({ id }) => (
        <Button size="compact-sm" variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
          {t(open === id ? 'ask.shut' : 'fourW.uploadOpen')}
        </Button>
      ),
    },
  ]
  return (
    <details onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
      <summary>{t('fourW.uploads')}</summary>
      <p className="small quiet">{t('fourW.uploadsNote')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {asked && !data && !error && <WaitingTable />}
      {data?.uploads.length === 0 && <p>{t('fourW.uploadsNone')}</p>}
      {data && data.uploads.length > 0 && (
        <DataTable
          rows={data.uploads}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('fourW.uploads')}
          isOpen={({ id }) => id === open}
          details={({ id }) => <OneUpload id={id} />}
          stacks
        />
      )}
    </details>
  )
}

function OneUpload({ id }: { id: string }) {
  const { t } = useWords()
  const { data, error } = useUpload(id)
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const { rows, inScope, quarantined, outOfScope, findings } = data
  return (
    <>
      <p className="small">{t('fourW.uploadCounts', { rows, inScope, quarantined, outOfScope })}</p>
      <Findings id={null} findings={findings} />
    </>
  )
}
