/** The rows behind a figure: each activity with its organisation, place, state and what it says it reached. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type About, type ActivityRow, type Presence, useActivities } from '../../api/fourW.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { CountFrom } from './CountFrom.tsx'
import { whoParts } from './ReachFields.tsx'

export function ActivityRows({ about, presence, onClose }: { about: About; presence: Presence; onClose: () => void }) {
  const { t, named, language } = useWords()
  const { data, error } = useActivities(about)
  const decides = useHolds('clusterCoordinator')
  const [open, setOpen] = useState<string | null>(null)
  const where = [about.district && (presence.places[about.district]?.name ?? about.district), about.sector && named('sector', about.sector)]
    .filter(Boolean)
    .join(' · ')
  const whoSaid = (who: ActivityRow['who']) => {
    const said = whoParts.flatMap((part) => (who[part] === null ? [] : [`${t(`fourW.who.${part}`)} ${number(who[part], language)}`]))
    return said.length > 0 && <small className="quiet"> {said.join(' · ')}</small>
  }
  const columns: Column<ActivityRow>[] = [
    {
      key: 'organisation',
      title: t('fourW.organisation'),
      header: true,
      value: ({ organisationName }) => organisationName,
      cell: ({ organisationName }) => organisationName,
    },
    { key: 'sector', title: t('fourW.sector'), value: ({ sector }) => named('sector', sector), cell: ({ sector }) => named('sector', sector) },
    { key: 'type', title: t('fourW.type'), value: ({ activityType }) => activityType, cell: ({ activityType }) => activityType ?? t('notSaid') },
    { key: 'place', title: t('fourW.place'), value: ({ placeName }) => placeName, cell: ({ placeName }) => placeName ?? t('fourW.wholeCountry') },
    { key: 'status', title: t('fourW.status'), value: ({ status }) => status, cell: ({ status }) => (status ? named('fourW.state', status) : t('notSaid')) },
    {
      key: 'people',
      title: t('fourW.people'),
      number: true,
      value: ({ people }) => people,
      cell: ({ people, who, evidence, countedWith, exact, countedFrom }) => (
        <>
          <CountText value={people} />
          {whoSaid(who)}
          {exact && <small className="quiet"> {t('countFrom.exact')}</small>}
          {!exact && countedFrom && <small className="lacking">{t('countFrom.notKnown')}</small>}
          {evidence === 'derived' && <small className="quiet"> {t('fourW.derived')}</small>}
          {countedWith && <small className="lacking">{t('workLinks.countedWith', { name: countedWith })}</small>}
        </>
      ),
    },
    {
      key: 'confirmed',
      title: t('fourW.lastConfirmed'),
      value: ({ lastConfirmed }) => lastConfirmed,
      cell: ({ lastConfirmed }) => (lastConfirmed ? shortDate(lastConfirmed, language) : t('fourW.notConfirmed')),
    },
  ]
  const counting: Column<ActivityRow> = {
    ...{ key: 'counting', title: t('countFrom.title') },
    cell: ({ id, countedFrom }) => (
      <Button size="compact-sm" variant="default" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
        {countedFrom ? t('countFrom.by', { n: countedFrom.length }) : t('countFrom.choose')}
      </Button>
    ),
  }
  return (
    <section>
      <h2 className="after-table">{t('fourW.rows', { where: where || t('fourW.everything') })}</h2>
      <p className="small">
        {data && data.total > data.rows.length && <span className="quiet">{t('fourW.firstRows', { shown: data.rows.length, n: data.total })} </span>}
        <button type="button" className="link" onClick={onClose}>
          {t('close')}
        </button>
      </p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && (
        <DataTable
          rows={data.rows}
          columns={decides ? [...columns, counting] : columns}
          rowKey={({ id }) => id}
          caption={t('fourW.rows', { where })}
          isOpen={({ id }) => id === open}
          details={({ id }) => <CountFrom activity={id} done={() => setOpen(null)} />}
        />
      )}
    </section>
  )
}
