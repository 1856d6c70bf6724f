/** How long each part of the way takes; what is still open stands beside the median and is no part of it. */
import { number } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import type { Clock } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const { t, language } = useWords()
  const said = (hours: number) => (hours < 72 ? t('ask.hours', { n: number(hours, language) }) : t('ask.days', { n: number(Math.round(hours / 24), language) }))
  const columns: Column<Clock>[] = [
    { key: 'part', title: t('ask.clockPart'), header: true, cell: ({ name }) => t(`ask.clock.${name}`) },
    { key: 'median', title: t('ask.clockMedian'), number: true, cell: ({ medianHours }) => (medianHours === null ? t('ask.notYet') : said(medianHours)) },
    { key: 'done', title: t('ask.clockDone'), number: true, cell: ({ done }) => number(done, language) },
    { key: 'open', title: t('ask.clockOpen'), number: true, cell: ({ open }) => number(open, language) },
    {
      key: 'oldest',
      title: t('ask.clockOldest'),
      number: true,
      cell: ({ oldestOpenHours }) => (oldestOpenHours === null ? t('ask.noneOpen') : said(oldestOpenHours)),
    },
  ]
  return (
    <>
      <h2 className="after-table">{t('ask.clocks')}</h2>
      <DataTable rows={clocks} columns={columns} rowKey={({ name }) => name} caption={t('ask.clocks')} />
    </>
  )
}
