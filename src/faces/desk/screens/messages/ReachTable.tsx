/** Whom something reached, one line for each way of knowing. There is no last line with a sum: one person hears the radio and takes a leaflet. */
import type { ReachLine } from '../../../../engines/message/index.ts'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { useWords } from '../../words/words.ts'

export function ReachTable({ lines, name }: { lines: readonly ReachLine[]; name: string }) {
  const { t, language } = useWords()
  const columns: Column<ReachLine>[] = [
    { key: 'channel', title: t('reach.channel'), header: true, cell: ({ channel }) => t(`messages.channel.${channel}`) },
    {
      ...{ key: 'reach', title: t('reach.reach') },
      cell: ({ reach, unit, quantity }) =>
        reach === null ? (
          <Unknown />
        ) : unit === 'delivered' && quantity !== null ? (
          t('reach.deliveredOf', { reach: number(reach, language), quantity: number(quantity, language) })
        ) : (
          t(`reach.unit.${unit}`, { n: reach, reach: number(reach, language) })
        ),
    },
    { key: 'method', title: t('reach.how'), cell: ({ method }) => t(`reach.method.${method}`) },
    { key: 'deliveries', title: t('reach.deliveries'), number: true, cell: ({ deliveries }) => number(deliveries, language) },
  ]
  return (
    <>
      <DataTable rows={lines} columns={columns} rowKey={({ channel, method }) => `${channel}${method}`} caption={t('reach.caption', { name })} stacks />
      <p className="quiet small">{t('reach.noSum')}</p>
    </>
  )
}
