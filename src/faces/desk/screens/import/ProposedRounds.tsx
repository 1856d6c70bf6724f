/** The rounds found in the file. A figure nobody can vouch for is printed as unknown, never as zero. */
import { shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { CountText, Unknown } from '../../../ui/Unknown.tsx'
import { useWords } from '../../words/words.ts'
import type { RoundProposed } from './imports.ts'

const known = (count: RoundProposed['individuals']) => (typeof count === 'number' ? count : null)

export function ProposedRounds({ rounds }: { rounds: RoundProposed[] }) {
  const { t, language } = useWords()
  const day = (date: string | null) => (date ? shortDate(date, language) : <Unknown />)
  const several = new Set(rounds.map(({ country, operation, assessmentType }) => `${country} ${operation} ${assessmentType}`)).size > 1
  const columns: Column<RoundProposed>[] = [
    { key: 'number', title: t('import.round'), header: true, value: ({ number }) => number, cell: ({ number }) => (number === null ? <Unknown /> : number) },
    ...(several
      ? [
          {
            key: 'of',
            title: t('import.operation'),
            value: ({ country, operation }: RoundProposed) => `${country} ${operation}`,
            cell: ({ country, operation, assessmentType }: RoundProposed) => [country, operation, assessmentType].filter(Boolean).join(' · '),
          },
        ]
      : []),
    {
      key: 'period',
      title: t('import.period'),
      value: ({ from }) => from,
      cell: ({ from, to }) => (
        <span className="nowrap">
          {day(from)}
          {from !== to && <> – {day(to)}</>}
        </span>
      ),
    },
    { key: 'places', title: t('import.places'), number: true, value: ({ places }) => places, cell: ({ places }) => <CountText value={places} /> },
    {
      key: 'households',
      title: t('import.households'),
      number: true,
      value: ({ households }) => known(households),
      cell: ({ households }) => <CountText value={households} />,
    },
    {
      key: 'individuals',
      title: t('import.individuals'),
      number: true,
      value: ({ individuals }) => known(individuals),
      cell: ({ individuals }) => <CountText value={individuals} />,
    },
  ]
  return (
    <DataTable
      rows={rounds}
      columns={columns}
      rowKey={({ country, operation, assessmentType, number, from }) => `${country} ${operation} ${assessmentType} ${number} ${from}`}
      caption={t('import.rounds')}
    />
  )
}
