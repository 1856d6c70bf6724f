/** Flow monitoring of a week or a month: points with the hours behind each figure, who went from where to where, and the bulletin. */
import { NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { lastDay, type Period, startOf } from '../../../../engines/periods.ts'
import { number, percent, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type FlowCell, type FlowPicture, type FlowPointFigure, useFlows } from '../../api/flows.ts'
import { useHolds } from '../../api/session.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { FlowMapPart, InterviewsPart, SeasonPart } from './FlowParts.tsx'
import { PublishFlows } from './PublishFlows.tsx'

export function FlowsTab() {
  const { t, language } = useWords()
  const [search, choose] = useChosen()
  const kind: Period = search.get('kind') === 'month' ? 'month' : 'week'
  const from = startOf(kind, search.get('from') ?? new Date().toISOString().slice(0, 10))
  const to = lastDay(kind, from)
  const { data, error } = useFlows(from, to, kind, language)
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t('flows.period')}
          value={kind}
          onChange={(event) => choose({ kind: event.currentTarget.value })}
          data={(['week', 'month'] as const).map((value) => ({ value, label: t(`flows.${value}`) }))}
        />
        <TextInput
          type="date"
          label={t('flows.day')}
          value={from}
          onChange={(event) => event.currentTarget.value && choose({ from: event.currentTarget.value })}
        />
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && <Picture data={data} period={{ kind, from, to }} onLast={(day) => choose({ from: day })} />}
    </>
  )
}

type Given = { data: FlowPicture; period: { kind: Period; from: string; to: string }; onLast: (day: string) => void }

function Picture({ data, period, onLast }: Given) {
  const { t, language } = useWords()
  const mayPublish = useHolds('reportOfficer', 'dataOfficer')
  const watched = data.points.filter(({ sessions }) => sessions > 0)
  const points = usePointColumns(data.summed)
  const known = data.bulletins.find(({ kind, periodFrom }) => kind === period.kind && periodFrom === period.from)
  const cells: Column<FlowCell>[] = [
    { key: 'from', title: t('events.fromPlace'), header: true, value: ({ fromName }) => fromName[language], cell: ({ fromName }) => fromName[language] },
    { key: 'to', title: t('events.toPlace'), value: ({ toName }) => toName[language], cell: ({ toName }) => toName[language] },
    {
      key: 'people',
      title: t('flows.passages'),
      number: true,
      total: true,
      value: ({ people }) => people,
      cell: ({ people, uncounted }) => (
        <>
          {number(people, language)}
          {uncounted > 0 && <small className="quiet event-gone">{t('flows.uncounted', { n: uncounted })}</small>}
        </>
      ),
    },
  ]
  if (data.points.length === 0)
    return (
      <Empty title={t('flows.noPoints')} deed={<Link href="/records/displacement/flow-point/new">{t('flows.newPoint')}</Link>}>
        {t('flows.noPointsNote')}
      </Empty>
    )
  return (
    <>
      {watched.length === 0 && (
        <Empty
          title={t('flows.nothing')}
          deed={
            data.lastDay && (
              <button type="button" className="link" onClick={() => onLast(data.lastDay!)}>
                {t('flows.last', { day: shortDate(data.lastDay, language) })}
              </button>
            )
          }
        >
          {t('flows.nothingNote')}
        </Empty>
      )}
      <h2 className="after-table">{t('flows.points')}</h2>
      <DataTable rows={data.points} columns={points} rowKey={({ code }) => code} caption={t('flows.points')} />
      {data.cells.length > 0 && (
        <>
          <h2 className="after-table">{t('events.where')}</h2>
          <DataTable rows={data.cells} columns={cells} rowKey={({ from, to }) => `${from} ${to}`} caption={t('events.where')} totals />
        </>
      )}
      <FlowMapPart {...data} />
      <SeasonPart season={data.season} />
      <InterviewsPart interviews={data.interviews} />
      {mayPublish && watched.length > 0 && <PublishFlows kind={period.kind} from={period.from} isAgain={known !== undefined} />}
      {data.bulletins.length > 0 && (
        <>
          <h2 className="after-table">{t('flows.bulletins')}</h2>
          <ul>
            {data.bulletins.map(({ id, kind, periodFrom, periodTo, slug }) => (
              <li key={id}>
                <a href={`/${language}/publications/${slug}`}>
                  {t(`flows.${kind}`)} {shortDate(periodFrom, language)} – {shortDate(periodTo, language)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function usePointColumns(summed: readonly string[]): Column<FlowPointFigure>[] {
  const { t, language } = useWords()
  const watched = (point: FlowPointFigure, shown: ReactNode) => (point.sessions === 0 ? <i className="quiet">{t('flows.notWatched')}</i> : shown)
  return [
    {
      key: 'name',
      title: t('flows.point'),
      header: true,
      value: ({ name }) => name,
      cell: (point) => (
        <>
          {point.name}
          <small className="quiet event-gone">
            {point.place}
            {!summed.includes(point.code) && `; ${t('flows.notAdded', { corridor: point.corridor ?? '' })}`}
          </small>
        </>
      ),
    },
    {
      key: 'hours',
      title: t('flows.hours'),
      number: true,
      value: ({ hours }) => hours,
      cell: (point) => watched(point, number(point.hours, language)),
    },
    {
      key: 'coverage',
      title: t('flows.coverage'),
      number: true,
      value: ({ coverage }) => coverage,
      cell: (point) => (point.sessions === 0 ? '' : percent(100 * point.coverage, language)),
    },
    {
      key: 'observed',
      title: t('flows.passages'),
      number: true,
      value: ({ observed }) => (typeof observed === 'number' ? observed : null),
      cell: ({ observed }) => <CountText value={observed} />,
    },
    {
      key: 'perHour',
      title: t('flows.perHour'),
      number: true,
      value: ({ perHour }) => perHour,
      cell: ({ perHour }) => (perHour === null ? '' : number(perHour, language)),
    },
    {
      key: 'estimate',
      title: t('flows.estimate'),
      number: true,
      value: ({ estimate }) => (typeof estimate === 'number' ? estimate : null),
      cell: ({ estimate }) => <CountText value={estimate} />,
    },
    { key: 'status', title: t('flows.status'), value: ({ status }) => status, cell: ({ status }) => (status ? t(`flows.status.${status}`) : t('unknown')) },
  ]
}
