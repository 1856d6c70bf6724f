/** What is on its way, with its three dates, how sure it is, and what somebody should still look at. */
import { NativeSelect } from '@mantine/core'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { Pipeline, PipelineLine, PipelineStage } from '../../../api/pipeline.ts'
import { useReliefDeed } from '../../../api/reliefRequests.ts'
import { useWords } from '../../../words/words.ts'

const stages: readonly PipelineStage[] = ['pledged', 'ordered', 'shipped', 'customs', 'inland', 'arrived', 'cancelled']

/** A note that names a line lowers what is still to come, so that nothing is counted twice: on the shelf and on its way. */
export function PipelineLines({ lines, names, manages }: { lines: readonly PipelineLine[]; names: Pipeline['names']; manages: boolean }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const changing = useReliefDeed((line: PipelineLine) => post(`/api/relief/pipeline-lines/${line.id}`, line))
  const columns: Column<PipelineLine>[] = [
    {
      key: 'item',
      title: t('pipe.item'),
      header: true,
      value: ({ item }) => item,
      cell: ({ item }) => (names[item] ? `${mine(names[item])} (${item})` : item),
    },
    { key: 'quantity', title: t('pipe.promised'), number: true, value: ({ quantity }) => quantity, cell: ({ quantity }) => number(quantity, language) },
    { key: 'received', title: t('pipe.received'), number: true, value: ({ received }) => received, cell: ({ received }) => number(received, language) },
    {
      ...{ key: 'remaining', title: t('pipe.remaining'), number: true, value: ({ remaining }: PipelineLine) => remaining },
      cell: ({ quantity, received, remaining }) => (
        <>
          {number(remaining, language)}
          {received > quantity && <small className="lacking">{t('pipe.over', { n: number(received - quantity, language) })}</small>}
        </>
      ),
    },
    { key: 'donor', title: t('pipe.donor'), cell: ({ donorName }) => donorName ?? t('pipe.ownPurchase') },
    {
      ...{ key: 'arrival', title: t('pipe.arrival'), value: ({ likely }) => likely },
      cell: ({ earliest, likely, latest }) => [earliest, likely, latest].map((day) => shortDate(day, language)).join(' · '),
    },
    {
      ...{ key: 'stage', title: t('pipe.stage'), value: ({ stage }: PipelineLine) => stage },
      cell: (line) =>
        manages ? (
          <NativeSelect
            size="xs"
            aria-label={`${t('pipe.changeStage')}: ${line.item}`}
            value={line.stage}
            onChange={({ currentTarget }) => changing.mutate({ ...line, stage: currentTarget.value as PipelineStage })}
            data={stages.map((stage) => ({ value: stage, label: t(`pipe.stage.${stage}`) }))}
          />
        ) : (
          t(`pipe.stage.${line.stage}`)
        ),
    },
    {
      ...{ key: 'confidence', title: t('pipe.confidence'), value: ({ confidence }) => confidence },
      cell: ({ confidence, isConfirmed }) => `${number(confidence, language)} · ${t(isConfirmed ? 'pipe.confirmed' : 'pipe.notConfirmed')}`,
    },
    { key: 'warnings', title: t('ask.how'), cell: ({ warnings }) => warnings.map(({ code, sentence }) => <p key={code}>{mine(sentence)}</p>) },
  ]
  return (
    <>
      <h2 className="after-table">{t('pipe.lines')}</h2>
      <Refusals refusals={refusalsOf(changing.error)} focus />
      {lines.length === 0 ? (
        <Empty title={t('pipe.linesNone')} />
      ) : (
        <DataTable rows={lines} columns={columns} rowKey={({ id }) => id} caption={t('pipe.lines')} stacks />
      )}
    </>
  )
}
