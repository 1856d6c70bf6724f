/** What markets and hands can give, place by place, with what the rules propose or what to ask first. The rules propose; the officer decides. */
import { longDate, number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Assessment, solutionsOfficers, useMarkets } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { NewAssessment } from './NewAssessment.tsx'

export function MarketsTab() {
  const { t, named, language } = useWords()
  const edits = useHolds(...solutionsOfficers)
  const { data, error } = useMarkets()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const list = (names: readonly string[]) => names.map((name) => named('marketFact', name)).join(', ')
  const questions = (names: readonly string[]) => names.map((name) => named('marketAsk', name)).join('; ')
  const count = (value: number | null) => (value === null ? t('markets.unknown') : number(value, language))
  const columns: Column<Assessment>[] = [
    { key: 'material', title: t('markets.material'), header: true, value: ({ material }) => material, cell: ({ material }) => material },
    { key: 'place', title: t('houses.place'), value: ({ placeName }) => placeName, cell: ({ placeName, place }) => placeName ?? place },
    { key: 'day', title: t('markets.assessedOn'), value: ({ assessedOn }) => assessedOn, cell: ({ assessedOn }) => longDate(assessedOn, language) },
    {
      ...{ key: 'shops', title: t('markets.shops') },
      cell: ({ shopsAble, shopsNeeded }) => t('markets.shopsLine', { able: count(shopsAble), needed: count(shopsNeeded) }),
    },
    {
      ...{ key: 'note', title: t('markets.note') },
      cell: ({ note: { proposed, ask, because } }) => (
        <>
          <strong>{proposed === 'not_decidable' ? t('markets.ask', { facts: questions(ask) }) : named('proposed', proposed)}</strong>
          {because.length > 0 && (
            <small className="lacking">{t(proposed === 'not_decidable' ? 'markets.against' : 'markets.because', { facts: list(because) })}</small>
          )}
        </>
      ),
    },
  ]
  return (
    <div className="solutions-parts">
      {data.assessments.length === 0 ? (
        <Empty title={t('markets.none')}>{t('markets.noneNote')}</Empty>
      ) : (
        <section>
          <h2>{t('solutions.part.markets')}</h2>
          <p className="small quiet">{t('markets.rule')}</p>
          <DataTable rows={data.assessments} columns={columns} rowKey={({ id }) => id} caption={t('solutions.part.markets')} stacks />
        </section>
      )}
      {edits && <NewAssessment />}
    </div>
  )
}
