/** Events beside two rounds, district by district: what the events do not explain is printed and never corrected away. */
import { NativeSelect } from '@mantine/core'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useOperations, useRounds } from '../../api/displacement.ts'
import { type ReconciledRow, useReconciled } from '../../api/events.ts'
import { useChosen } from '../../shell/useChosen.ts'
import { useWords } from '../../words/words.ts'
import { People } from './Sums.tsx'

export function ReconcileTab() {
  const { t, language } = useWords()
  const [search, choose] = useChosen()
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? '']
  const { data: rounds } = useRounds({})
  const { data: operations } = useOperations()
  const { data, error } = useReconciled(from, to)
  const nameOf = (id: string) => operations?.rows.find((operation) => operation.id === id)?.name ?? ''
  const choices = [
    { value: '', label: t('reconcile.choose') },
    ...(rounds?.rows ?? [])
      .filter(({ reportingDate, collectedTo }) => reportingDate || collectedTo)
      .map(({ id, operation, number: n, reportingDate, collectedTo }) => ({
        value: id,
        label: `${nameOf(operation)} · ${t('home.round', { round: String(n) })} · ${shortDate(collectedTo ?? reportingDate!, language)}`,
      })),
  ]
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(Math.abs(value), language)}`
  const columns: Column<ReconciledRow>[] = [
    { key: 'name', title: t('home.area'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    {
      key: 'before',
      title: t('reconcile.before', { n: String(data?.from.number ?? '') }),
      number: true,
      value: ({ before }) => (typeof before === 'number' ? before : null),
      cell: ({ before }) => <CountText value={before} />,
    },
    { key: 'arrived', title: t('reconcile.arrived'), number: true, value: ({ arrived }) => arrived.individuals, cell: ({ arrived }) => <Moved {...arrived} /> },
    { key: 'left', title: t('reconcile.left'), number: true, value: ({ left }) => left.individuals, cell: ({ left }) => <Moved {...left} /> },
    {
      key: 'expected',
      title: t('reconcile.expected'),
      number: true,
      value: ({ expected }) => expected,
      cell: ({ expected }) => <CountText value={expected} />,
    },
    {
      key: 'after',
      title: t('reconcile.before', { n: String(data?.to.number ?? '') }),
      number: true,
      value: ({ after }) => (typeof after === 'number' ? after : null),
      cell: ({ after }) => <CountText value={after} />,
    },
    {
      key: 'residual',
      title: t('reconcile.residual'),
      number: true,
      value: ({ residual }) => residual,
      cell: ({ residual, why }) => (residual === null ? <small className="quiet">{why && t(`reconcile.${why}`)}</small> : <b>{signed(residual)}</b>),
    },
  ]
  return (
    <>
      <p>{t('reconcile.intro')}</p>
      <div className="filters">
        <NativeSelect label={t('reconcile.first')} value={from} onChange={(event) => choose({ from: event.currentTarget.value })} data={choices} />
        <NativeSelect label={t('reconcile.second')} value={to} onChange={(event) => choose({ to: event.currentTarget.value })} data={choices} />
      </div>
      <Refusals refusals={refusalsOf(error)} focus />
      {(from === '' || to === '') && <Empty title={t('reconcile.pick')}>{t('reconcile.pickNote')}</Empty>}
      {from !== '' && to !== '' && !data && !error && <WaitingTable />}
      {data?.rows.length === 0 && <Empty title={t('reconcile.none')}>{t('reconcile.noneNote')}</Empty>}
      {data && data.rows.length > 0 && <DataTable rows={data.rows} columns={columns} rowKey={({ pcode }) => pcode} caption={t('events.part.reconcile')} />}
    </>
  )
}

const Moved = (sum: ReconciledRow['arrived']) => (sum.movements === 0 ? '0' : <People {...sum} />)
