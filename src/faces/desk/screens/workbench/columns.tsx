/** Columns that the tables of the workbench share: a figure that may be unknown, and the figure of the round before. */
import type { Count } from '../../../../engines/count.ts'
import type { Column } from '../../../ui/DataTable.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import type { Workbench } from '../../api/displacement.ts'
import type { useWords } from '../../words/words.ts'
import { known } from './figures.ts'

type Figure = Count | null

/** Summed under the table; what is not known says so in words and sorts apart. */
export const figureColumn = <Row,>(key: string, title: string, of: (row: Row) => Figure): Column<Row> => ({
  key,
  title,
  number: true,
  total: true,
  value: (row) => known(of(row)),
  cell: (row) => <CountText value={of(row)} />,
})

type Say = ReturnType<typeof useWords>['t']

export const previousColumn = <Row extends { previousIndividuals: Figure }>({ previous }: Workbench, t: Say): Column<Row> =>
  figureColumn(
    'previous',
    previous ? t('bench.previous', { round: String(previous.number) }) : t('bench.before'),
    ({ previousIndividuals }) => previousIndividuals,
  )
