/** Where this round can go: the share of places that can be reached by district, what was asked of which office, what it answered, and whether the team got there. */
import './access.css'
import { useMemo, useState } from 'react'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { MapOnDemand } from '../../../../ui/MapOnDemand.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { type AccessRequest, type DistrictAccess, useAccess } from '../../../api/access.ts'
import { refusalsOf } from '../../../api/ask.ts'
import { useAreas } from '../../../api/places.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import type { TabGiven } from '../Workbench.tsx'
import { AskForAccess } from './AskForAccess.tsx'
import { WhatCameOfIt } from './WhatCameOfIt.tsx'

/** Of those about which anybody said something; null: nobody did. */
const shareReached = ({ accessible, partly, inaccessible }: DistrictAccess) => {
  const told = accessible + partly + inaccessible
  return told === 0 ? null : accessible / told
}

export function AccessTab({ bench: { round } }: TabGiven) {
  const { t } = useWords()
  const { data, error } = useAccess(round.id)
  const { data: areas } = useAreas(2)
  const shares = useMemo(() => data?.districts.map((district) => ({ ...district, value: shareReached(district) })), [data])
  const keeps = useHolds('dataOfficer', 'coordinator')
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  const count = (key: 'accessible' | 'partly' | 'inaccessible' | 'unknown'): Column<DistrictAccess> => ({
    ...{ key, title: t(`accessLog.${key}`), number: true, total: true },
    value: (district) => district[key],
    cell: (district) => district[key],
  })
  const columns: Column<DistrictAccess>[] = [
    { key: 'name', title: t('bench.district'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    ...[count('accessible'), count('partly'), count('inaccessible'), count('unknown')],
  ]
  return (
    <div className="access-log">
      <p className="quiet">{t('accessLog.intro')}</p>
      <div className="map-and-list">
        <MapOnDemand areas={areas} shares={shares ?? []} label={t('accessLog.mapLabel')} legendTitle={t('accessLog.legend')} />
        <DataTable rows={data.districts} columns={columns} rowKey={({ pcode }) => pcode} caption={t('accessLog.mapLabel')} totals />
      </div>
      <h2>{t('accessLog.requests')}</h2>
      {data.waiting > 0 && <p className="tag">{t('accessLog.waiting', { n: data.waiting })}</p>}
      {data.requests.length === 0 ? (
        <Empty title={t('accessLog.none')}>{t('accessLog.noneNote')}</Empty>
      ) : (
        <Requests round={round.id} requests={data.requests} keeps={keeps} />
      )}
      {keeps && <AskForAccess round={round.id} />}
    </div>
  )
}

function Requests({ round, requests, keeps }: { round: string; requests: AccessRequest[]; keeps: boolean }) {
  const { t, named, language } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const turn = (id: string) => setOpen(open === id ? null : id)
  const on = (day: string | null) => (day ? shortDate(day, language) : '')
  const columns: Column<AccessRequest>[] = [
    {
      key: 'place',
      title: t('accessLog.place'),
      header: true,
      value: ({ placeName }) => placeName,
      cell: ({ id, place, placeName }) =>
        keeps ? (
          <button type="button" className="link" aria-expanded={open === id} onClick={() => turn(id)}>
            {placeName ?? place}
          </button>
        ) : (
          (placeName ?? place)
        ),
    },
    {
      key: 'asked',
      title: t('accessLog.askedOn'),
      value: ({ askedOn }) => askedOn,
      cell: ({ askedOn, round: of }) => `${on(askedOn)}${of ? '' : ` · ${t('accessLog.lasting')}`}`,
    },
    { key: 'office', title: t('accessLog.office'), value: ({ office }) => office, cell: ({ office, purpose }) => `${office}: ${purpose}` },
    {
      key: 'reply',
      title: t('accessLog.reply'),
      value: ({ reply }) => reply,
      cell: ({ reply, repliedOn, days, replyWords }) => (
        <>
          {named('accessReply', reply)} {on(repliedOn)}
          {days !== null && <span className="quiet"> ({t('accessLog.days', { n: days })})</span>}
          {replyWords && <small className="said">{replyWords}</small>}
        </>
      ),
    },
    {
      key: 'outcome',
      title: t('accessLog.outcome'),
      value: ({ outcome }) => outcome,
      cell: ({ outcome, outcomeOn, outcomeWords }) =>
        outcome ? (
          <>
            {named('accessOutcome', outcome)} {on(outcomeOn)}
            {outcomeWords && <small className="said">{outcomeWords}</small>}
          </>
        ) : (
          <span className="unknown">{t('accessLog.notYet')}</span>
        ),
    },
  ]
  return (
    <DataTable
      rows={requests}
      columns={columns}
      rowKey={({ id }) => id}
      caption={t('accessLog.requests')}
      isOpen={({ id }) => id === open}
      {...(keeps ? { onOpen: ({ id }: AccessRequest) => turn(id) } : {})}
      details={(request) => <WhatCameOfIt round={round} request={request} done={() => setOpen(null)} />}
      stacks
    />
  )
}
