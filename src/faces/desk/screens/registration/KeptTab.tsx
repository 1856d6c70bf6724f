/** What is left of people who were erased, and why. */
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Kept, useKept } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function KeptTab() {
  const { t, named, language } = useWords()
  const { data, error } = useKept()
  const counts: Column<Kept['counts'][number]>[] = [
    { key: 'name', title: t('registration.exercise'), header: true, value: ({ name }) => name, cell: ({ name }) => name },
    { key: 'people', title: t('events.people'), number: true, value: ({ people }) => people, cell: ({ people }) => number(people, language) },
    { key: 'basis', title: t('registration.new.legalBasis'), value: ({ legalBasis }) => legalBasis, cell: ({ legalBasis }) => legalBasis },
    { key: 'until', title: t('registration.until'), value: ({ retainUntil }) => retainUntil, cell: ({ retainUntil }) => shortDate(retainUntil, language) },
  ]
  const erased: Column<Kept['erased'][number]>[] = [
    { key: 'day', title: t('registration.day'), header: true, value: ({ day }) => day, cell: ({ day }) => shortDate(day, language) },
    { key: 'what', title: t('registration.what'), value: ({ what }) => what, cell: ({ what }) => named('registration.erased', what.replace('.', '-')) },
    { key: 'why', title: t('registration.why'), value: ({ reason }) => reason, cell: ({ reason }) => named('registration.reason', reason) },
    { key: 'records', title: t('registration.records'), number: true, value: ({ records }) => records, cell: ({ records }) => number(records, language) },
  ]
  return (
    <>
      <p>{t('registration.keptNote')}</p>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.erased.length === 0 && data.counts.length === 0 && <Empty title={t('registration.keptNone')}>{t('registration.keptNoneNote')}</Empty>}
      {data && data.counts.length > 0 && (
        <DataTable rows={data.counts} columns={counts} rowKey={({ exercise }) => exercise} caption={t('registration.keptCounts')} />
      )}
      {data && data.erased.length > 0 && (
        <DataTable rows={data.erased} columns={erased} rowKey={({ day, what, reason }) => `${day} ${what} ${reason}`} caption={t('registration.keptErased')} />
      )}
    </>
  )
}
