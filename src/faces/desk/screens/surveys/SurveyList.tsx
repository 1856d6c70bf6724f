/** Every survey with how far it has come. */
import { Link, useLocation } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type ListedSurvey, type SurveyState, useSurveys } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

const looks: Record<SurveyState, string> = {
  designing: 'open',
  drawn: 'open',
  collecting: 'working',
  weighting: 'reviewing',
  approved: 'done',
  published: 'done',
  withdrawn: 'past',
}

export function SurveyStateTag({ state }: { state: SurveyState }) {
  const { t } = useWords()
  return <span className={`state ${looks[state]}`}>{t(`surveys.state.${state}`)}</span>
}

export function SurveyList() {
  const { t, language } = useWords()
  const [, go] = useLocation()
  const { data, error } = useSurveys()
  const mayBegin = useHolds('dataOfficer')
  const columns: Column<ListedSurvey>[] = [
    {
      key: 'title',
      title: t('surveys.one'),
      header: true,
      value: ({ code }) => code,
      cell: ({ id, code, title }) => (
        <Link href={`/surveys/${id}`}>
          {code} · {title[language]}
        </Link>
      ),
    },
    { key: 'purpose', title: t('surveys.purpose'), value: ({ purpose }) => purpose, cell: ({ purpose }) => t(`surveys.purpose.${purpose}`) },
    { key: 'operation', title: t('surveys.operation'), value: ({ operation }) => operation, cell: ({ operation }) => operation },
    {
      key: 'answered',
      title: t('surveys.answered'),
      number: true,
      value: ({ visited }) => visited,
      cell: ({ visited, units }) => (units === 0 ? '' : t('surveys.of', { n: number(visited, language), all: number(units, language) })),
    },
    { key: 'state', title: t('surveys.state'), value: ({ state }) => state, cell: ({ state }) => <SurveyStateTag state={state} /> },
  ]
  const begin = mayBegin && (
    <Link href="/surveys/new" className="button">
      {t('surveys.new')}
    </Link>
  )
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('surveys.title')}</h1>
          <p className="quiet">{t('surveys.intro')}</p>
        </div>
        {data && data.surveys.length > 0 && <div className="deeds">{begin}</div>}
      </div>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.surveys.length === 0 && (
        <Empty title={t('surveys.none')} deed={begin}>
          {t('surveys.noneNote')}
        </Empty>
      )}
      {data && data.surveys.length > 0 && (
        <DataTable rows={data.surveys} columns={columns} rowKey={({ id }) => id} caption={t('surveys.title')} onOpen={({ id }) => go(`/surveys/${id}`)} />
      )}
    </>
  )
}
