/** The cleaning log: every corrected figure with its earlier value, the reason and who did it. */
import { longDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Diff } from '../../../ui/Diff.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf, withQuery } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Correction, useCorrections } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import type { TabGiven } from './Workbench.tsx'

export function CorrectionsTab({ bench }: TabGiven) {
  const { t, named, language } = useWords()
  const { label } = useCodes('correctionReason')
  const { data, error } = useCorrections(bench.round.id)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  if (data.length === 0) return <Empty title={t('bench.noCorrections')}>{t('bench.noCorrectionsNote')}</Empty>
  const columns: Column<Correction>[] = [
    { key: 'place', title: t('bench.place'), header: true, value: ({ place }) => place, cell: ({ place }) => place },
    { key: 'field', title: t('bench.field'), value: ({ field }) => field, cell: ({ field }) => named('value', field) },
    { key: 'diff', title: t('bench.beforeAfter'), cell: ({ before, after }) => <Diff before={before} after={after} /> },
    { key: 'reason', title: t('bench.reason'), value: ({ reason }) => reason, cell: ({ reason }) => label(reason) },
    { key: 'note', title: t('bench.note'), cell: ({ note }) => note },
    { key: 'who', title: t('bench.who'), value: ({ by }) => by, cell: ({ by }) => by ?? t('unknown') },
    { key: 'when', title: t('bench.when'), value: ({ at }) => at, cell: ({ at }) => longDate(at, language) },
  ]
  const exported = withQuery('/api/displacement/correction/export', { round: bench.round.id, format: 'csv', lang: language })
  return (
    <>
      <p className="deeds">
        <a href={exported}>
          <Icon name="download" /> {t('records.exportCsv')}
        </a>
      </p>
      <DataTable
        rows={data}
        columns={columns}
        rowKey={({ pcode, field, at }) => `${pcode}${field}${at}`}
        caption={t('bench.corrections')}
        sort={{ key: 'when', descending: true }}
      />
    </>
  )
}
