/** Lost and damaged against everything that came into a warehouse. */
import { number, percent } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Unknown } from '../../../../ui/Unknown.tsx'
import type { Pipeline } from '../../../api/pipeline.ts'
import { useWords } from '../../../words/words.ts'

type Loss = Pipeline['losses'][number]

export function Losses({ losses }: { losses: readonly Loss[] }) {
  const { t, language } = useWords()
  const print = (value: number) => number(value, language)
  const columns: Column<Loss>[] = [
    { key: 'warehouse', title: t('ask.warehouse'), header: true, value: ({ warehouse }) => warehouse, cell: ({ warehouse }) => warehouse },
    { key: 'item', title: t('pipe.item'), value: ({ item }) => item, cell: ({ item }) => item },
    { key: 'lost', title: t('pipe.lost'), number: true, cell: ({ lost }) => print(lost) },
    { key: 'damaged', title: t('pipe.damaged'), number: true, cell: ({ damaged }) => print(damaged) },
    { key: 'handled', title: t('pipe.handled'), number: true, cell: ({ handled }) => print(handled) },
    {
      ...{ key: 'rate', title: t('pipe.lossRate'), number: true, value: ({ rate }) => rate },
      cell: ({ rate }) => (rate === null ? <Unknown /> : percent(100 * rate, language)),
    },
  ]
  const shown = losses.filter(({ lost, damaged }) => lost + damaged > 0)
  return (
    <>
      <h2 className="after-table">{t('pipe.losses')}</h2>
      <DataTable rows={shown} columns={columns} rowKey={({ warehouse, item }) => `${warehouse} ${item}`} caption={t('pipe.losses')} />
    </>
  )
}
