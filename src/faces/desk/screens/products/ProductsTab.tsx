/** Every product with its state and how often its files were taken, and planning the next one. */
import { Link, useLocation } from 'wouter'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { makers, type ProductHead, useDownloads, useProducts, useSubscribers } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { NewProduct } from './NewProduct.tsx'
import { ProductStateTag } from './ProductState.tsx'

export function ProductsTab() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const { data, error } = useProducts()
  const { data: downloads } = useDownloads()
  const mayPlan = useHolds(...makers)
  const taken = (slug: string | null) => (slug && downloads ? downloads.filter((each) => each.slug === slug).reduce((sum, each) => sum + each.people, 0) : null)
  const columns: Column<ProductHead>[] = [
    { key: 'name', title: t('products.name'), header: true, value: ({ name }) => name, cell: ({ id, name }) => <Link href={`/products/${id}`}>{name}</Link> },
    {
      key: 'number',
      title: t('products.number'),
      value: ({ number: own }) => own,
      cell: ({ number: own, edition }) => `${own}, ${t('products.edition', { n: edition })}`,
    },
    { key: 'kind', title: t('products.kind'), value: ({ kind }) => kind, cell: ({ kind }) => t(`products.kind.${kind}`) },
    { key: 'planned', title: t('products.plannedFor'), value: ({ plannedFor }) => plannedFor, cell: ({ plannedFor }) => shortDate(plannedFor, language) },
    { key: 'state', title: t('meetings.how'), value: ({ state }) => state, cell: ({ state }) => <ProductStateTag state={state} /> },
    {
      ...{ key: 'taken', title: t('products.taken'), number: true },
      value: ({ slug }) => taken(slug),
      cell: ({ slug }) => {
        const times = taken(slug)
        return times === null ? '' : number(times, language)
      },
    },
  ]
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.rows.length === 0 && <Empty title={t('products.none')}>{t('products.noneNote')}</Empty>}
      {data && data.rows.length > 0 && (
        <DataTable
          rows={data.rows}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('products.tab.all')}
          onOpen={({ id }) => go(`/products/${id}`)}
          stacks
        />
      )}
      <Readers />
      {mayPlan && data && <NewProduct />}
    </>
  )
}

/** Who hears by e-mail of what goes out: how many, never who. */
function Readers() {
  const { t } = useWords()
  const { data } = useSubscribers()
  if (!data) return null
  const { pt, en, asked, gone, stuck, mail } = data
  return (
    <section>
      <h2 className="after-table">{t('products.readers')}</h2>
      <p>{t('products.readersNow', { n: pt + en, pt, en, asked, gone })}</p>
      {!mail && <p className="quiet">{t('products.readersOff')}</p>}
      {mail && stuck > 0 && <p className="refusals error">{t('products.readersStuck', { n: stuck })}</p>}
    </section>
  )
}
