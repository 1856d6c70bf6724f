/** What exists where and when somebody last looked; sensitive services by the way to reach them, never by their place. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Service, useServices } from '../../api/partnerships.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { ServiceForm } from './ServiceForm.tsx'
import { ServiceMap } from './ServiceMap.tsx'

export function ServicesTab() {
  const { t, language } = useWords()
  const edits = useHolds('clusterCoordinator')
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useServices()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const verified = (day: string | null) => (day ? shortDate(day, language) : t('services.notVerified'))
  const columns: Column<Service>[] = [
    {
      key: 'kind',
      title: t('services.one'),
      header: true,
      value: ({ kind }) => kind,
      cell: ({ kind, sensitive }) => (sensitive ? `${kind} (${t('services.sensitive')})` : kind),
    },
    { key: 'provider', title: t('services.provider'), value: ({ providerName }) => providerName, cell: ({ providerName }) => providerName },
    { key: 'place', title: t('learning.place'), value: ({ placeName, place }) => placeName ?? place, cell: ({ placeName, place }) => placeName ?? place },
    { key: 'hours', title: t('services.hours'), cell: ({ hours }) => hours ?? t('notSaid') },
    { key: 'status', title: t('services.status'), value: ({ status }) => status, cell: ({ status }) => t(`services.status.${status}`) },
    { key: 'verified', title: t('services.verifiedOn'), value: ({ verifiedOn }) => verifiedOn, cell: ({ verifiedOn }) => verified(verifiedOn) },
  ]
  const change: Column<Service> = {
    ...{ key: 'change', title: t('services.verify') },
    cell: ({ id }) => (
      <Button size="compact-sm" variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
        {t(open === id ? 'ask.shut' : 'services.verify')}
      </Button>
    ),
  }
  return (
    <>
      {data.services.length + data.byChannel.length > 0 && (
        <p className="deeds">
          <a href={`/api/coordination/print/services?lang=${language}`}>{t('services.paper')}</a>
        </p>
      )}
      {data.services.length === 0 && <Empty title={t('services.none')}>{t('services.noneNote')}</Empty>}
      {data.services.length > 0 && (
        <DataTable
          rows={data.services}
          columns={edits ? [...columns, change] : columns}
          rowKey={({ id }) => id}
          caption={t('coordination.part.services')}
          isOpen={({ id }) => id === open}
          details={(service) => <ServiceForm service={service} done={() => setOpen(null)} />}
          stacks
        />
      )}
      <ServiceMap services={data.services} />
      {data.byChannel.length > 0 && (
        <section className="card">
          <h2>{t('services.byChannel')}</h2>
          <ul>
            {data.byChannel.map(({ kind, province, channel, status, verifiedOn }) => (
              <li key={`${kind}${channel}${province}`}>
                {kind}, {province}: <strong>{channel}</strong> ({t(`services.status.${status}`)}, {verified(verifiedOn)})
              </li>
            ))}
          </ul>
        </section>
      )}
      {edits && (
        <section className="card coordination-form">
          <h2>{t('services.new')}</h2>
          <ServiceForm />
        </section>
      )}
    </>
  )
}
