/** The situation of one operation on chosen days: by kind, day by day, from where to where, and every movement with its withdrawal. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type NamedLine, type Situation, useEventDeed, useSituation, useTracked } from '../../api/events.ts'
import { useHolds } from '../../api/session.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { moment } from '../forms/review/moment.ts'
import { DayBars } from './DayBars.tsx'
import { MovementTable } from './MovementTable.tsx'
import { People, Sums } from './Sums.tsx'

const daysBefore = (day: string, days: number) => new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

export function SituationTab() {
  const { t } = useWords()
  const { data: tracked, error: noList } = useTracked()
  const [search, choose] = useChosen()
  const operation = search.get('operation') ?? tracked?.operations[0]?.id ?? ''
  // Without a choice of days: the two weeks until the last movement, so that an old crisis does not look like silence.
  const last = tracked?.operations.find(({ id }) => id === operation)?.lastDay ?? new Date().toISOString().slice(0, 10)
  const [from, to] = [search.get('from') ?? daysBefore(last, 13), search.get('to') ?? last]
  const { data, error } = useSituation(operation, from, to)
  if (tracked?.operations.length === 0)
    return (
      <Empty title={t('events.noOperation')} deed={<Link href="/records/displacement/operation">{t('nav.records')}</Link>}>
        {t('events.noOperationNote')}
      </Empty>
    )
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t('events.operation')}
          value={operation}
          onChange={(event) => choose({ operation: event.currentTarget.value })}
          data={(tracked?.operations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput type="date" label={t('events.from')} value={from} max={to} onChange={(event) => choose({ from: event.currentTarget.value })} />
        <TextInput type="date" label={t('events.to')} value={to} min={from} onChange={(event) => choose({ to: event.currentTarget.value })} />
      </div>
      <Refusals refusals={refusalsOf(noList ?? error)} title={t('loadFailed')} />
      {!data && !error && !noList && <WaitingTable />}
      {data && <Shown situation={data} days={{ from, to }} />}
    </>
  )
}

function Shown({ situation, days }: { situation: Situation; days: { from: string; to: string } }) {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const mayDraft = useHolds('dataOfficer')
  const drafting = useEventDeed(
    () => post<{ id: string }>('/api/displacement/alerts', { operation: situation.operation.id, periodFrom: days.from, periodTo: days.to }),
    ({ id }) => go(`/events/alerts/${id}`),
  )
  const nothing = situation.movements.length === 0
  const place = (name: string | null) => name ?? <i className="quiet">{t('events.unknownPlace')}</i>
  const columns: Column<NamedLine>[] = [
    { key: 'kind', title: t('events.kind'), value: ({ kind }) => t(`events.kind.${kind}`), cell: ({ kind }) => t(`events.kind.${kind}`) },
    { key: 'from', title: t('events.fromPlace'), header: true, value: ({ fromName }) => fromName, cell: ({ fromName }) => place(fromName) },
    { key: 'to', title: t('events.toPlace'), value: ({ toName }) => toName, cell: ({ toName }) => place(toName) },
    { key: 'people', title: t('events.people'), number: true, value: ({ individuals }) => individuals, cell: (line) => <People {...line} /> },
    { key: 'n', title: t('events.movements'), number: true, value: ({ movements }) => movements, cell: ({ movements }) => movements },
  ]
  return (
    <>
      {situation.waiting > 0 && (
        <p className="event-waiting small">
          {t('events.waiting', { n: situation.waiting })} <Link href="/forms/review">{t('events.review')}</Link>
        </p>
      )}
      <Refusals refusals={refusalsOf(drafting.error)} focus />
      {nothing && <Empty title={t('events.none')}>{t('events.noneNote')}</Empty>}
      {situation.sums.length > 0 && (
        <>
          <Sums sums={situation.sums} />
          <div className="event-deeds">
            {situation.lastReport && <span className="small quiet">{t('events.lastReport', { when: moment(situation.lastReport, language) })}</span>}
            {mayDraft && (
              <Button loading={drafting.isPending} onClick={() => drafting.mutate(undefined)}>
                {t('alerts.new')}
              </Button>
            )}
          </div>
          <h2>{t('events.byDay')}</h2>
          <DayBars days={situation.days} from={days.from} to={days.to} print={(day) => shortDate(day, language)} />
          <h2>{t('events.where')}</h2>
          <DataTable rows={situation.lines} columns={columns} rowKey={({ kind, from, to }) => `${kind} ${from} ${to}`} caption={t('events.where')} />
        </>
      )}
      {!nothing && (
        <>
          <h2>{t('events.all')}</h2>
          <MovementTable movements={situation.movements} />
        </>
      )}
    </>
  )
}
