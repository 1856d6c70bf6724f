/** What is on its way, with its three dates, how sure it is, and what somebody should still look at. */
import { number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import type { PipelineLine } from '../../../api/pipeline.ts'
import { useWords } from '../../../words/words.ts'

export function PipelineLines({ lines }: { lines: readonly PipelineLine[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const columns: Column<PipelineLine>[] = [
    { key: 'item', title: t('pipe.item'), header: true, value: ({ item }) => item, cell: ({ item }) => item },
    { key: 'quantity', title: t('pipe.quantity'), number: true, value: ({ quantity }) => quantity, cell: ({ quantity }) => number(quantity, language) },
    { key: 'donor', title: t('pipe.donor'), cell: ({ donorName }) => donorName ?? t('pipe.ownPurchase') },
    {
      ...{ key: 'arrival', title: t('pipe.arrival'), value: ({ likely }) => likely },
      cell: ({ earliest, likely, latest }) => [earliest, likely, latest].map((day) => shortDate(day, language)).join(' · '),
    },
    { key: 'stage', title: t('pipe.stage'), value: ({ stage }) => stage, cell: ({ stage }) => t(`pipe.stage.${stage}`) },
    {
      ...{ key: 'confidence', title: t('pipe.confidence'), value: ({ confidence }) => confidence },
      cell: ({ confidence, isConfirmed }) => `${number(confidence, language)} · ${t(isConfirmed ? 'pipe.confirmed' : 'pipe.notConfirmed')}`,
    },
    { key: 'warnings', title: t('ask.how'), cell: ({ warnings }) => warnings.map(({ code, sentence }) => <p key={code}>{mine(sentence)}</p>) },
  ]
  return (
    <>
      <h2 className="after-table">{t('pipe.lines')}</h2>
      {lines.length === 0 ? (
        <Empty title={t('pipe.linesNone')} />
      ) : (
        <DataTable rows={lines} columns={columns} rowKey={({ id }) => id} caption={t('pipe.lines')} stacks />
      )}
    </>
  )
}
