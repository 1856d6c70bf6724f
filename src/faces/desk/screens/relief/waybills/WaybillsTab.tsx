/** Waybills from both ends: the sender follows them, whoever receives writes what came, and two people explain what differs. */
import { Link, Route, Switch } from 'wouter'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useWaybills, type Waybill } from '../../../api/stock.ts'
import { NotFound } from '../../../shell/NotFound.tsx'
import { useWords } from '../../../words/words.ts'
import { OneWaybill } from './OneWaybill.tsx'

export function WaybillsTab() {
  const { t } = useWords()
  const { data, error } = useWaybills()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <Switch>
      <Route path="/relief/waybills">
        <WaybillList waybills={data.waybills} />
      </Route>
      <Route path="/relief/waybills/:id">
        {({ id }) => {
          const waybill = data.waybills.find((one) => one.id === id)
          return waybill ? <OneWaybill key={id} waybill={waybill} /> : <NotFound />
        }}
      </Route>
    </Switch>
  )
}

function WaybillList({ waybills }: { waybills: readonly Waybill[] }) {
  const { t, language } = useWords()
  if (waybills.length === 0) return <Empty title={t('waybills.none')}>{t('waybills.noneNote')}</Empty>
  const columns: Column<Waybill>[] = [
    {
      ...{ key: 'number', title: t('waybills.number'), header: true, value: ({ year, number }: Waybill) => year * 100_000 + number },
      cell: ({ id, warehouseCode, year, number }) => (
        <Link href={`/relief/waybills/${id}`}>
          {warehouseCode} {year}/{number}
        </Link>
      ),
    },
    { key: 'at', title: t('waybills.left'), value: ({ effectiveAt }) => effectiveAt, cell: ({ effectiveAt }) => shortDate(effectiveAt, language) },
    {
      ...{ key: 'to', title: t('waybills.to'), value: ({ consignee }: Waybill) => consignee },
      cell: ({ consignee, placeName }) => (
        <>
          {consignee} <span className="quiet">{placeName}</span>
        </>
      ),
    },
    { key: 'lines', title: t('stock.lines'), number: true, value: ({ lines }) => lines.length, cell: ({ lines }) => lines.length },
    {
      ...{ key: 'state', title: t('waybills.state'), value: ({ state }: Waybill) => state },
      cell: ({ state, discrepancies }) => (
        <>
          {t(`waybills.state.${state}`)} {discrepancies.some((one) => one.state !== 'signed') && <span className="tag">{t('stock.differs')}</span>}
        </>
      ),
    },
  ]
  return <DataTable rows={waybills} columns={columns} rowKey={({ id }) => id} caption={t('relief.part.waybills')} stacks />
}
