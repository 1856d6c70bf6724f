/** The board that makes the week: one row per district, what is answered, what is odd, figures against last time; a row opens its places. */
import { Link, useSearchParams } from 'wouter'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import type { District } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import { ChangeText } from './ChangeText.tsx'
import { figureColumn, previousColumn } from './columns.tsx'
import { countedSoFar, difference } from './figures.ts'
import { ListDeeds } from './ListDeeds.tsx'
import { PlacesOfDistrict } from './PlacesOfDistrict.tsx'
import type { TabGiven } from './Workbench.tsx'

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
  const fromPhones: Column<District> = {
    key: 'forms',
    title: t('bench.forms'),
    number: true,
    value: ({ formsReceived }) => formsReceived,
    cell: ({ formsReceived, formsApproved, pcode }) =>
      formsReceived === 0 ? (
        <span className="quiet">0</span>
      ) : (
        <Link href={`/forms/review?place=${pcode}`}>{t('bench.formsOf', { approved: formsApproved, received: formsReceived })}</Link>
      ),
  }
  const columns: Column<District>[] = [
    {
      key: 'name',
      title: t('bench.district'),
      header: true,
      value: ({ name }) => name,
      cell: (row) => (
        <button type="button" className="link tight" onClick={() => open(row)}>
          {row.name}
        </button>
      ),
    },
    { key: 'province', title: t('bench.province'), value: ({ province }) => province, cell: ({ province }) => <span className="tight">{province}</span> },
    count('expected', t('bench.expected')),
    count('assessed', t('bench.assessed')),
    count('carriedForward', t('bench.carried')),
    count('notAssessed', t('bench.notAssessed')),
    count('waiting', t('bench.waiting')),
    ...(bench.districts.some(({ formsReceived }) => formsReceived > 0) ? [fromPhones] : []),
    odd('errors', t('bench.errors')),
    odd('warnings', t('bench.warnings')),
    figureColumn('individuals', t('bench.people'), (row) => countedSoFar(row, row.individuals)),
    previousColumn(bench, t),
    {
      key: 'change',
      title: t('bench.change'),
      number: true,
      value: (row) => difference(countedSoFar(row, row.individuals), row.previousIndividuals),
      cell: (row) => <ChangeText now={countedSoFar(row, row.individuals)} before={row.previousIndividuals} language={language} />,
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
