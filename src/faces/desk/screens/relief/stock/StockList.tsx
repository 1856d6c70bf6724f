/** What lies in a warehouse: item by item with its lots, how long it lasts, what it weighs, and the kits that it makes. */
import { number, shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useHolds } from '../../../api/session.ts'
import { type ItemStock, type Stock, type StockRow, useStock } from '../../../api/stock.ts'
import { useWords } from '../../../words/words.ts'
import { pdfOf } from './pdfOf.ts'
import { useUnit } from './useUnit.ts'

export function StockList({ code }: { code: string }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const unit = useUnit()
  const followsDonors = useHolds('pipeline', 'clusterCoordinator', 'chief', 'monitoring')
  const { data, error } = useStock(code)
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  if (data.items.length === 0) return <Empty title={t('stock.empty')}>{t('stock.emptyNote')}</Empty>
  const figure = (key: 'usable' | 'notUsable' | 'onRoad'): Column<ItemStock> => ({
    ...{
      key,
      title: t(key === 'usable' ? 'stock.usable' : `stock.${key}Figure`),
      number: true,
      value: (item) => item[key],
      cell: (item) => number(item[key], language),
    },
  })
  const columns: Column<ItemStock>[] = [
    {
      ...{ key: 'item', title: t('stock.item'), header: true, value: ({ code: of }: ItemStock) => of },
      cell: ({ code: of, name, baseUnit }) => (
        <>
          {mine(name)} <span className="quiet">{of}</span> <span className="quiet small">{unit(baseUnit)}</span>
        </>
      ),
    },
    figure('usable'),
    figure('notUsable'),
    figure('onRoad'),
    {
      ...{ key: 'cover', title: t('stock.cover'), number: true, value: ({ monthsOfCover }: ItemStock) => monthsOfCover },
      cell: ({ monthsOfCover }) =>
        monthsOfCover === null ? <span className="unknown">{t('stock.notComputable')}</span> : number(Math.round(10 * monthsOfCover) / 10, language),
    },
    { key: 'lots', title: t('stock.whereAndLot'), cell: ({ rows }) => <Lots rows={rows} /> },
  ]
  return (
    <>
      <p className="deeds">
        <Load load={data.load} />
        <a href={pdfOf('/api/relief/stock/export', { warehouse: code, format: 'xlsx', lang: language })}>XLSX</a>
        <a href={pdfOf('/api/relief/stock/export', { warehouse: code, format: 'csv', lang: language })}>CSV</a>
        {followsDonors && <a href={pdfOf('/api/relief/print/donor-lots', { lang: language })}>{t('stock.pdf.donors')}</a>}
      </p>
      <DataTable rows={data.items} columns={columns} rowKey={({ code: of }) => of} caption={t('stock.part.list')} stacks />
      <h2 className="after-table">{t('stock.kits')}</h2>
      {data.kits.length === 0 && <p className="quiet">{t('stock.noKits')}</p>}
      <ul>
        {data.kits.map((kit) => (
          <li key={kit.code}>
            {t('stock.kitsOf', { n: kit.kits, name: mine(kit.name), edition: kit.edition, list: kit.limitedBy.map((part) => mine(part)) })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Lots({ rows }: { rows: readonly StockRow[] }) {
  const { t, language } = useWords()
  return (
    <ul className="plain">
      {rows.map(({ shelf, kind, lot, quantity, expiry, notUsable, donor }) => (
        <li key={`${shelf} ${lot}`}>
          {kind === 'in_transit' ? t('stock.onRoadFigure') : shelf}
          {lot && ` · ${lot}`}: <strong>{number(quantity, language)}</strong>{' '}
          {expiry && <span className="quiet">{t('stock.until', { day: shortDate(expiry, language) })}</span>} {donor && <span className="quiet">{donor}</span>}{' '}
          {notUsable && <span className="tag">{t(`stock.why.${notUsable}`)}</span>}
        </li>
      ))}
    </ul>
  )
}

/** A sum over what is known is a least, and says how many items nobody knows the weight of; where nobody knows any, there is no sum. */
function Load({ load: { kilograms, cubicMetres } }: { load: Stock['load'] }) {
  const { t } = useWords()
  const said = (what: 'weight' | 'volume', { atLeast, unknown }: { atLeast: number; unknown: number }) => {
    const key = unknown === 0 ? '' : atLeast === 0 ? 'Unknown' : 'AtLeast'
    return t(`stock.${what}${key}`, { much: Math.round(10 * atLeast) / 10, n: unknown })
  }
  return (
    <span>
      {said('weight', kilograms)} {said('volume', cubicMetres)}
    </span>
  )
}
