/** Agreements as they stand today: those in force, those that end soon, and the next step of each. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed, useOrganisations } from '../../api/coordination.ts'
import { type Agreement, useAgreements } from '../../api/partnerships.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { AmendAgreement } from './AmendAgreement.tsx'
import { NewAgreement } from './NewAgreement.tsx'
import { span } from './span.ts'

const next: Partial<Record<Agreement['standing'], Agreement['state']>> = {
  draft: 'negotiated',
  negotiated: 'cleared',
  cleared: 'signed',
  signed: 'active',
  active: 'terminated',
  expiring: 'ended',
}

export function AgreementsTab() {
  const { t, language } = useWords()
  const edits = useHolds('clusterCoordinator')
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useAgreements()
  const { data: organisations } = useOrganisations()
  const stepping = useCoordinationDeed(({ id, to }: { id: string; to: string }) => post(`/api/coordination/agreements/${id}/step`, { to }))
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const nameOf = (id: string) => organisations?.rows.find((one) => one.id === id)?.name ?? ''
  const columns: Column<Agreement>[] = [
    {
      ...{ key: 'title', title: t('agreements.one'), header: true, value: ({ title }) => title },
      cell: ({ id, title }) => (
        <>
          {title}
          <a
            className="small agreement-paper"
            href={`/api/coordination/print/agreement/${id}?lang=${language}`}
            aria-label={`${t('agreements.paper')}: ${title}`}
          >
            {t('agreements.paper')}
          </a>
        </>
      ),
    },
    { key: 'kind', title: t('agreements.kind'), value: ({ kind }) => kind, cell: ({ kind }) => t(`agreements.kind.${kind}`) },
    { key: 'parties', title: t('agreements.parties'), cell: ({ parties }) => parties.map(({ organisation }) => nameOf(organisation)).join(' · ') },
    { key: 'days', title: t('agreements.days'), value: ({ toDay }) => toDay, cell: ({ fromDay, toDay }) => span(fromDay, toDay, language) },
    {
      ...{ key: 'value', title: t('agreements.value'), number: true },
      value: ({ value }) => value,
      cell: ({ value, currency }) => (value === null ? t('notSaid') : `${number(value, language)} ${currency}`),
    },
    {
      key: 'standing',
      title: t('meetings.how'),
      value: ({ standing }) => standing,
      cell: ({ standing }) => <span className={standing === 'expiring' ? 'tag' : undefined}>{t(`agreements.standing.${standing}`)}</span>,
    },
  ]
  const steps: Column<Agreement> = {
    ...{ key: 'step', title: t('agreements.step') },
    cell: ({ id, standing }) => {
      const to = next[standing]
      return to ? (
        <Button size="compact-sm" variant="default" onClick={() => stepping.mutate({ id, to })}>
          {t(`agreements.to.${to as 'negotiated' | 'cleared' | 'signed' | 'active' | 'ended' | 'terminated'}`)}
        </Button>
      ) : null
    },
  }
  const amendments: Column<Agreement> = {
    ...{ key: 'amendments', title: t('agreements.amendments'), number: true, value: (one) => one.amendments.length },
    cell: ({ id, amendments: made }) => (
      <Button size="compact-sm" variant="subtle" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
        {open === id ? t('ask.shut') : t('agreements.amendmentCount', { n: made.length })}
      </Button>
    ),
  }
  const { active, endingIn90Days, reportsOverdue } = data.portfolio
  return (
    <>
      <p className="quiet">{t('agreements.portfolio', { active, ending: endingIn90Days, reports: reportsOverdue })}</p>
      <Refusals refusals={refusalsOf(stepping.error)} focus />
      {data.agreements.length === 0 && <Empty title={t('agreements.none')}>{t('agreements.noneNote')}</Empty>}
      {data.agreements.length > 0 && (
        <DataTable
          rows={data.agreements}
          columns={edits ? [...columns, amendments, steps] : [...columns, amendments]}
          rowKey={({ id }) => id}
          caption={t('coordination.part.agreements')}
          isOpen={({ id }) => id === open}
          details={(one) => <AmendAgreement agreement={one} mayAmend={edits && ['active', 'expiring'].includes(one.standing)} done={() => setOpen(null)} />}
          stacks
        />
      )}
      {edits && <NewAgreement />}
    </>
  )
}
