/** The board that makes the week: one row per district, what is answered, what is odd, figures against last time; a row opens its places. */
import { useSearchParams } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import type { District } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import { ChangeText } from './ChangeText.tsx'
import { ListDeeds } from './ListDeeds.tsx'
import { PlacesOfDistrict } from './PlacesOfDistrict.tsx'
import type { TabGiven } from './Workbench.tsx'

const known = (value: unknown) => (typeof value === 'number' ? value : null)

export function DistrictBoard({ bench }: TabGiven) {
  const { t, language } = useWords()
  const [search, setSearch] = useSearchParams()
  const district = bench.districts.find(({ pcode }) => pcode === search.get('district'))
  const open = ({ pcode }: District) => setSearch({ district: pcode })
  if (district) return <PlacesOfDistrict bench={bench} district={district} onOther={(pcode) => setSearch(pcode ? { district: pcode } : {})} />
  const count = (key: 'expected' | 'assessed' | 'carriedForward' | 'notAssessed' | 'waiting', title: string): Column<District> => ({
    key,
    title,
    number: true,
    total: true,
    value: (row) => row[key],
    cell: (row) => (row[key] === 0 ? <span className="quiet">0</span> : row[key]),
  })
  const odd = (key: 'errors' | 'warnings', title: string): Column<District> => ({
    key,
    title,
    number: true,
    total: true,
    value: (row) => row[key],
    cell: (row) => (row[key] === 0 ? <span className="quiet">0</span> : <b className={`odd ${key}`}>{row[key]}</b>),
  })
  const columns: Column<District>[] = [
    {
      key: 'name',
      title: t('bench.district'),
      header: true,
      value: ({ name }) => name,
      cell: (row) => (
        <button type="button" className="link" onClick={() => open(row)}>
          {row.name}
        </button>
      ),
    },
    { key: 'province', title: t('bench.province'), value: ({ province }) => province, cell: ({ province }) => province },
    count('expected', t('bench.expected')),
    count('assessed', t('bench.assessed')),
    count('carriedForward', t('bench.carried')),
    count('notAssessed', t('bench.notAssessed')),
    count('waiting', t('bench.waiting')),
    odd('errors', t('bench.errors')),
    odd('warnings', t('bench.warnings')),
    {
      key: 'individuals',
      title: t('bench.people'),
      number: true,
      total: true,
      value: ({ individuals }) => known(individuals),
      cell: ({ individuals }) => <CountText value={individuals} />,
    },
    {
      key: 'previous',
      title: bench.previous ? t('bench.previous', { round: String(bench.previous.number) }) : t('bench.before'),
      number: true,
      total: true,
      value: ({ previousIndividuals }) => known(previousIndividuals),
      cell: ({ previousIndividuals }) => <CountText value={previousIndividuals} />,
    },
    {
      key: 'change',
      title: t('bench.change'),
      number: true,
      value: ({ individuals, previousIndividuals }) =>
        known(individuals) === null || known(previousIndividuals) === null ? null : known(individuals)! - known(previousIndividuals)!,
      cell: ({ individuals, previousIndividuals }) => <ChangeText now={individuals} before={previousIndividuals} language={language} />,
    },
  ]
  return (
    <>
      {bench.districts.length === 0 ? (
        <Empty title={t('bench.noListTitle')}>{t('bench.noListNote')}</Empty>
      ) : (
        <DataTable rows={bench.districts} columns={columns} rowKey={({ pcode }) => pcode} caption={t('bench.board')} onOpen={open} totals />
      )}
      <ListDeeds bench={bench} district={null} />
    </>
  )
}
