/** The end of the day by tablet, item and lot. What differs is explained by one person and signed by another. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { distributionsAt, useReliefDeed, type Variance } from '../../../api/distributions.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'

const figures = ['received', 'handed', 'returned', 'damaged', 'expected', 'counted', 'variance'] as const

function Explain({ line }: { line: Variance }) {
  const { t } = useWords()
  const [words, setWords] = useState(line.explanation ?? '')
  const explaining = useReliefDeed(() => post(`${distributionsAt}/variances/${line.id}/explain`, { words }))
  const signing = useReliefDeed(() => post(`${distributionsAt}/variances/${line.id}/sign`))
  const about = `${line.label} · ${line.item} ${line.lot}`
  return (
    <div className="filters">
      <Refusals refusals={refusalsOf(explaining.error ?? signing.error)} focus />
      <TextInput label={t('distribution.explainOf', { about })} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <Button variant="default" disabled={words.trim() === ''} loading={explaining.isPending} onClick={() => explaining.mutate(undefined)}>
        {t('distribution.explain')}
      </Button>
      {line.state === 'explained' && (
        <Button loading={signing.isPending} onClick={() => signing.mutate(undefined)}>
          {t('distribution.sign')}
        </Button>
      )}
    </div>
  )
}

export function Reconciliation({ lines }: { lines: Variance[] }) {
  const { t, named, language } = useWords()
  const signs = useHolds('clusterCoordinator', 'pipeline', 'chief')
  const columns: Column<Variance>[] = [
    { key: 'label', title: t('distribution.tablet'), header: true, value: ({ label }) => label, cell: ({ label }) => label },
    { key: 'item', title: t('distribution.item'), value: ({ item }) => item, cell: ({ item, lot }) => `${item} ${lot}` },
    ...figures.map(
      (figure): Column<Variance> => ({
        key: figure,
        title: t(`distribution.${figure}`),
        number: true,
        value: (line) => line[figure],
        cell: (line) => number(line[figure], language),
      }),
    ),
    {
      key: 'state',
      title: t('distribution.state'),
      value: ({ state }) => state,
      cell: ({ state }) => <span className="tag">{named('distribution.lineIs', state)}</span>,
    },
  ]
  return (
    <section className="card after-table">
      <h3>{t('distribution.reconciliation')}</h3>
      <DataTable rows={lines} columns={columns} rowKey={({ id }) => id} caption={t('distribution.reconciliation')} />
      {signs && lines.filter(({ state }) => state === 'unexplained' || state === 'explained').map((line) => <Explain key={line.id} line={line} />)}
    </section>
  )
}
