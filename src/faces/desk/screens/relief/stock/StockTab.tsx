/** The day of whoever keeps a warehouse, what lies there, and the catalogue that it is counted by; each at its own address. */
import { NativeSelect } from '@mantine/core'
import { Link, Route, Switch, useLocation } from 'wouter'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useHolds } from '../../../api/session.ts'
import { useStock, type WarehouseOf } from '../../../api/stock.ts'
import { NotFound } from '../../../shell/NotFound.tsx'
import { useChosen } from '../../../shell/useChosen.ts'
import { useWords } from '../../../words/words.ts'
import { NewWarehouse } from './NewWarehouse.tsx'
import { StockList } from './StockList.tsx'
import { ThingsPart } from './ThingsPart.tsx'
import { WarehouseDay } from './WarehouseDay.tsx'

const parts = [
  { path: '/relief/stock', word: 'stock.part.day' },
  { path: '/relief/stock/list', word: 'stock.part.list' },
  { path: '/relief/stock/things', word: 'stock.part.things' },
] as const

export function StockTab() {
  const { t } = useWords()
  const opens = useHolds('pipeline')
  const { data, error } = useStock()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  if (data.warehouses.length === 0)
    return (
      <>
        <Empty title={t('stock.noWarehouse')}>{t('stock.noWarehouseNote')}</Empty>
        {opens && <NewWarehouse />}
      </>
    )
  return <Parts warehouses={data.warehouses} />
}

function Parts({ warehouses }: { warehouses: readonly WarehouseOf[] }) {
  const { t } = useWords()
  const [path] = useLocation()
  const [chosen, choose] = useChosen()
  const { code } = warehouses.find((one) => one.code === chosen.get('warehouse')) ?? warehouses[0]!
  return (
    <>
      <div className="filters">
        <NativeSelect
          label={t('stock.warehouse')}
          value={code}
          onChange={({ currentTarget }) => choose({ warehouse: currentTarget.value })}
          data={warehouses.map((one) => ({ value: one.code, label: `${one.code} · ${one.name}` }))}
        />
        <nav className="deeds sub-parts" aria-label={t('relief.part.stock')}>
          {parts.map((part) => (
            <Link key={part.path} href={`${part.path}?warehouse=${code}`} aria-current={path === part.path ? 'page' : undefined}>
              {t(part.word)}
            </Link>
          ))}
        </nav>
      </div>
      <Switch>
        <Route path="/relief/stock">
          <WarehouseDay key={code} code={code} />
        </Route>
        <Route path="/relief/stock/list">
          <StockList code={code} />
        </Route>
        <Route path="/relief/stock/things">
          <ThingsPart code={code} />
        </Route>
        <Route component={NotFound} />
      </Switch>
    </>
  )
}
