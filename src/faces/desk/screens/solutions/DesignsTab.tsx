/** The library of designs: what is built, of what, and what makes it stand in wind and water. An edition is never changed; a better one is the next. */
import { Link, Route, Switch } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Design, solutionsOfficers, useDesigns } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { useDesignCost } from './designCost.ts'
import { NewDesign } from './NewDesign.tsx'
import { OneDesign } from './OneDesign.tsx'

export function DesignsTab() {
  const { t } = useWords()
  const edits = useHolds(...solutionsOfficers)
  const { data, error, isFetching } = useDesigns()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <Switch>
      <Route path="/solutions/designs/:id">
        {({ id }) =>
          data.rows.some((one) => one.id === id) || !isFetching ? <OneDesign key={id} designs={data.rows} id={id} edits={edits} /> : <WaitingTable />
        }
      </Route>
      <Route>
        <div className="solutions-parts">
          {data.rows.length === 0 ? <Empty title={t('designs.none')}>{t('designs.noneNote')}</Empty> : <Library designs={data.rows} />}
          {edits && <NewDesign />}
        </div>
      </Route>
    </Switch>
  )
}

function Library({ designs }: { designs: readonly Design[] }) {
  const { t, named, language } = useWords()
  const mine = useBilingual()
  const costOf = useDesignCost()
  const columns: Column<Design>[] = [
    {
      ...{ key: 'code', title: t('designs.code'), header: true, value: ({ code }) => code },
      cell: ({ id, code, edition }) => <Link href={`/solutions/designs/${id}`}>{t('designs.edition', { code, edition })}</Link>,
    },
    { key: 'name', title: t('designs.name'), value: ({ name }) => mine(name), cell: ({ name }) => mine(name) },
    { key: 'area', title: t('designs.area'), number: true, value: ({ areaM2 }) => areaM2, cell: ({ areaM2 }) => number(areaM2, language) },
    { key: 'rooms', title: t('designs.rooms'), number: true, value: ({ rooms }) => rooms, cell: ({ rooms }) => number(rooms, language) },
    {
      ...{ key: 'hazards', title: t('designs.hazards') },
      cell: ({ hazardFeatures }) => hazardFeatures.map((one) => named('feature', one)).join(', ') || t('designs.noHazards'),
    },
    {
      ...{ key: 'cost', title: t('designs.cost'), value: ({ cost }) => cost },
      cell: costOf,
    },
  ]
  return (
    <section>
      <h2>{t('solutions.part.designs')}</h2>
      <p className="small quiet">{t('designs.note')}</p>
      <DataTable rows={designs} columns={columns} rowKey={({ id }) => id} caption={t('solutions.part.designs')} stacks />
    </section>
  )
}
