/** Houses: how far each programme is, and every house with its stage. A house counts when it is handed over. */
import { Link, Route, Switch } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type HouseLine, type Programme, solutionsOfficers, useHouses } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { BringPartners } from './BringPartners.tsx'
import { FromField } from './FromField.tsx'
import { NewHouse } from './NewHouse.tsx'
import { OneHouse } from './OneHouse.tsx'
import { printOf } from './printOf.ts'
import { buildingStages } from './stages.ts'

export function HousesTab() {
  return (
    <Switch>
      <Route path="/solutions/houses/:id">{({ id }) => <OneHouse id={id} />}</Route>
      <Route>
        <AllHouses />
      </Route>
    </Switch>
  )
}

function AllHouses() {
  const { t } = useWords()
  const edits = useHolds(...solutionsOfficers)
  const { data, error } = useHouses()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="solutions-parts">
      <FromField edits={edits} />
      {data.houses.length === 0 && <Empty title={t('houses.none')}>{t('houses.noneNote')}</Empty>}
      {data.programmes.length > 0 && <Programmes programmes={data.programmes} edits={edits} />}
      {data.houses.length > 0 && <Houses houses={data.houses} />}
      {edits && <NewHouse />}
      {edits && <BringPartners />}
    </div>
  )
}

function Programmes({ programmes, edits }: { programmes: readonly Programme[]; edits: boolean }) {
  const { t, named, language } = useWords()
  const columns: Column<Programme>[] = [
    {
      ...{ key: 'programme', title: t('houses.programme'), header: true, value: ({ programme }) => programme },
      cell: ({ programme }) => (
        <>
          {programme}
          <span className="papers">
            {(edits ? (['materials', 'households', 'tenure'] as const) : (['materials'] as const)).map((paper) => (
              <a key={paper} href={printOf(paper, language, { programme })}>
                {t(`papers.${paper}`)}
              </a>
            ))}
          </span>
        </>
      ),
    },
    {
      ...{ key: 'percent', title: t('houses.progress'), number: true, value: ({ percent }) => percent },
      cell: ({ percent }) => (percent === null ? t('notSaid') : `${number(Math.round(percent * 10) / 10, language)} %`),
    },
    { key: 'houses', title: t('houses.all'), number: true, value: ({ houses }) => houses, cell: ({ houses }) => number(houses, language) },
    ...buildingStages.map(
      (stage): Column<Programme> => ({
        ...{ key: stage, title: named('stage', stage), number: true, value: ({ passed }: Programme) => passed[stage] },
        cell: ({ passed, firstPass }) => (
          <>
            {number(passed[stage], language)}
            {firstPass[stage].rate !== null && (
              <small className="lacking">
                {t('houses.firstPass', { n: number(firstPass[stage].passed, language), of: number(firstPass[stage].first, language) })}
              </small>
            )}
          </>
        ),
      }),
    ),
    {
      ...{ key: 'handed', title: t('houses.handedOver'), number: true, value: ({ handedOver }) => handedOver },
      cell: ({ handedOver }) => <strong>{number(handedOver, language)}</strong>,
    },
    {
      key: 'year',
      title: t('houses.yearAfter'),
      cell: ({ yearAfter: { due, checked, sustained, shares } }) =>
        shares ? t('houses.yearLine', { sustained, checked, due, lost: number(shares.not_found, language) }) : t('houses.yearNone', { due }),
    },
  ]
  return (
    <section>
      <h2>{t('houses.programmes')}</h2>
      <DataTable rows={programmes} columns={columns} rowKey={({ programme }) => programme} caption={t('houses.programmes')} stacks />
      <p className="small quiet">{t('houses.rule')}</p>
    </section>
  )
}

function Houses({ houses }: { houses: readonly HouseLine[] }) {
  const { t, named } = useWords()
  const columns: Column<HouseLine>[] = [
    {
      ...{ key: 'number', title: t('houses.number'), header: true, value: ({ number: own }) => own },
      cell: ({ id, number: own }) => <Link href={`/solutions/houses/${id}`}>{own}</Link>,
    },
    { key: 'programme', title: t('houses.programme'), value: ({ programme }) => programme, cell: ({ programme }) => programme },
    { key: 'place', title: t('houses.place'), value: ({ placeName, place }) => placeName ?? place, cell: ({ placeName, place }) => placeName ?? place },
    { key: 'design', title: t('houses.design'), value: ({ design }) => design, cell: ({ design }) => design ?? t('notSaid') },
    { key: 'state', title: t('houses.state'), value: ({ state }) => state, cell: ({ state }) => named('houseState', state) },
    {
      ...{ key: 'defects', title: t('houses.defects'), number: true, value: ({ openDefects }) => openDefects },
      cell: ({ openDefects }) => (openDefects > 0 ? <span className="tag">{openDefects}</span> : '0'),
    },
  ]
  return (
    <section>
      <h2>{t('solutions.part.houses')}</h2>
      <DataTable rows={houses} columns={columns} rowKey={({ id }) => id} caption={t('solutions.part.houses')} stacks />
    </section>
  )
}
