/** Lost and damaged against everything that came into a warehouse, and against everything that a carrier was given to carry. */
import { number, percent } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Unknown } from '../../../../ui/Unknown.tsx'
import type { Loss, Pipeline } from '../../../api/pipeline.ts'
import { useWords } from '../../../words/words.ts'

type Named = Loss & { who: string }
const some = ({ lost, damaged }: Loss) => lost + damaged > 0

export function Losses({ losses: { byWarehouse, byCarrier } }: { losses: Pipeline['losses'] }) {
  const { t } = useWords()
  const warehouses = byWarehouse.filter(some).map((loss) => ({ ...loss, who: loss.warehouse }))
  const carriers = byCarrier.filter(some).map((loss) => ({ ...loss, who: loss.carrier }))
  if (warehouses.length + carriers.length === 0) return null
  return (
    <>
      <h2 className="after-table">{t('pipe.losses')}</h2>
      <p className="small quiet">{t('pipe.lossesNote')}</p>
      <LossTable rows={warehouses} of={t('ask.warehouse')} caption={t('pipe.losses')} />
      {carriers.length > 0 && <h3 className="after-table">{t('pipe.lossesByCarrier')}</h3>}
      {carriers.length > 0 && <LossTable rows={carriers} of={t('pipe.carrier')} caption={t('pipe.lossesByCarrier')} />}
    </>
  )
}

function LossTable({ rows, of, caption }: { rows: readonly Named[]; of: string; caption: string }) {
  const { t, language } = useWords()
  const print = (value: number) => number(value, language)
  const columns: Column<Named>[] = [
    { key: 'who', title: of, header: true, value: ({ who }) => who, cell: ({ who }) => who },
    { key: 'item', title: t('pipe.item'), value: ({ item }) => item, cell: ({ item }) => item },
    { key: 'lost', title: t('pipe.lost'), number: true, cell: ({ lost }) => print(lost) },
    { key: 'damaged', title: t('pipe.damaged'), number: true, cell: ({ damaged }) => print(damaged) },
    { key: 'handled', title: t('pipe.handled'), number: true, cell: ({ handled }) => print(handled) },
    {
      ...{ key: 'rate', title: t('pipe.lossRate'), number: true, value: ({ rate }: Named) => rate },
      cell: ({ rate }) => (rate === null ? <Unknown /> : percent(100 * rate, language)),
    },
  ]
  return <DataTable rows={rows} columns={columns} rowKey={({ who, item }) => `${who} ${item}`} caption={caption} stacks />
}
