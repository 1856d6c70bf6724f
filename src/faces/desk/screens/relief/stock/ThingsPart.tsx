/** What stock is counted by: shelves of this warehouse, items of the catalogue, lots. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useHolds } from '../../../api/session.ts'
import { useDay, useStockDeed } from '../../../api/stock.ts'
import { pathOfRecord } from '../../../navigation.ts'
import { useWords } from '../../../words/words.ts'
import { ChangeItem, ItemForm } from './ItemForm.tsx'
import { KitForm } from './KitForm.tsx'
import { NewLot } from './NewLot.tsx'
import { NewWarehouse } from './NewWarehouse.tsx'
import { StockSheet } from './StockSheet.tsx'
import { TreatmentForm } from './TreatmentForm.tsx'

export function ThingsPart({ code }: { code: string }) {
  const { t } = useWords()
  const opens = useHolds('pipeline')
  const keeps = useHolds('warehouse', 'pipeline')
  return (
    <>
      <p className="deeds">
        <Link href={pathOfRecord('relief.item')}>{t('stock.allItems')}</Link>
        <Link href={pathOfRecord('relief.lot')}>{t('stock.allLots')}</Link>
        <Link href={pathOfRecord('relief.kit_version')}>{t('stock.allKits')}</Link>
      </p>
      <Shelves code={code} />
      {keeps && <StockSheet code={code} />}
      {keeps && <NewLot code={code} />}
      {keeps && <TreatmentForm code={code} />}
      {keeps && (
        <details className="card after-table">
          <summary>{t('stock.newItem')}</summary>
          <ItemForm />
        </details>
      )}
      {keeps && <ChangeItem code={code} />}
      {opens && <KitForm />}
      {opens && <NewWarehouse />}
      {opens && <CloseWarehouse code={code} />}
    </>
  )
}

/** Only an empty one, with nothing of it on the road; its papers stay readable. */
function CloseWarehouse({ code }: { code: string }) {
  const { t } = useWords()
  const { data } = useDay(code)
  const closing = useStockDeed(() => post(`/api/relief/warehouses/${code}/close`))
  if (!data?.warehouse.open) return <p className="quiet">{t('stock.warehouseClosed', { warehouse: code })}</p>
  return (
    <details className="card after-table">
      <summary>{t('stock.closeWarehouse', { warehouse: code })}</summary>
      <p className="small quiet">{t('stock.closeWarehouseNote')}</p>
      <Refusals refusals={refusalsOf(closing.error)} focus />
      <Button variant="default" loading={closing.isPending} onClick={() => closing.mutate(undefined)}>
        {t('stock.closeWarehouse', { warehouse: code })}
      </Button>
    </details>
  )
}

function Shelves({ code }: { code: string }) {
  const { t } = useWords()
  const { data } = useDay(code)
  const [name, setName] = useState('')
  const opening = useStockDeed(
    () => post(`/api/relief/warehouses/${code}/shelves`, { name }),
    () => setName(''),
  )
  const closing = useStockDeed((shelf: string) => post(`/api/relief/warehouses/${code}/shelves/${shelf.slice(code.length + 1)}/close`))
  const shelves = data?.shelves.filter(({ kind, closedOn }) => kind === 'bin' && !closedOn) ?? []
  return (
    <section className="card after-table">
      <h2>{t('stock.shelves')}</h2>
      <Refusals refusals={[...refusalsOf(opening.error), ...refusalsOf(closing.error)]} focus />
      {shelves.length === 0 && <p className="quiet">{t('stock.noShelves')}</p>}
      <ul className="chosen">
        {shelves.map((shelf) => (
          <li key={shelf.code}>
            {shelf.code}{' '}
            {data?.mine && (
              <Button size="compact-xs" variant="subtle" aria-label={t('stock.closeShelf', { shelf: shelf.code })} onClick={() => closing.mutate(shelf.code)}>
                {t('stock.close')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data?.mine && (
        <KeyedForm onSave={() => name && opening.mutate(undefined)} label={t('stock.newShelf')}>
          <div className="side-by-side">
            <TextInput label={t('stock.shelfName')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value.replace(/[^A-Za-z0-9-]/g, ''))} />
          </div>
          <div className="form-deeds">
            <Button type="submit" variant="default" disabled={name === ''} loading={opening.isPending}>
              {t('stock.newShelf')}
            </Button>
          </div>
        </KeyedForm>
      )}
    </section>
  )
}
