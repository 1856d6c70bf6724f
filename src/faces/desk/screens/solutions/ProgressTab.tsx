/** Progress towards solutions: displaced people beside their hosts, one criterion after the other in the order of the IASC framework. Without hosts there is no gap. */
import { longDate, number, signed } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type ProgressSurvey, solutionsOfficers, useProgress } from '../../api/solutions.ts'
import { useWords } from '../../words/words.ts'
import { NewProgress } from './NewProgress.tsx'
import { printOf } from './printOf.ts'

type Line = ProgressSurvey['criteria'][number]

export function ProgressTab() {
  const { t, language } = useWords()
  const edits = useHolds(...solutionsOfficers, 'monitoring')
  const { data, error } = useProgress()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="solutions-parts">
      {data.surveys.length === 0 && <Empty title={t('progress.none')}>{t('progress.noneNote')}</Empty>}
      {data.surveys.map((survey) => (
        <section key={survey.id} className="card">
          <h2>{t('progress.title', { place: survey.placeName ?? survey.place, day: longDate(survey.asOf, language) })}</h2>
          <p className="quiet">{survey.source}</p>
          <Criteria survey={survey} />
          <p>
            <a href={printOf(`progress/${survey.id}`, language)}>{t('papers.progress')}</a>
          </p>
          {survey.index && <Index index={survey.index} />}
        </section>
      ))}
      {edits && <NewProgress />}
    </div>
  )
}

function Criteria({ survey }: { survey: ProgressSurvey }) {
  const { t, named, language } = useWords()
  const tenths = (part: number) => number(Math.round(part * 1000) / 10, language)
  const points = (part: number) => signed(Math.round(part * 1000) / 10, language)
  const share = (asked: Line['displaced']) =>
    asked ? t('progress.share', { percent: tenths(asked.yes / asked.asked), n: asked.asked }) : t('progress.notAsked')
  const columns: Column<Line>[] = [
    {
      ...{ key: 'criterion', title: t('progress.criterion'), header: true },
      cell: ({ criterion, question }) => (
        <>
          {named('criterion', criterion)}
          {question && <small className="lacking">{question}</small>}
        </>
      ),
    },
    { key: 'displaced', title: t('progress.displaced'), number: true, cell: ({ displaced }) => share(displaced) },
    { key: 'hosts', title: t('progress.hosts'), number: true, cell: ({ hosts }) => share(hosts) },
    {
      ...{ key: 'gap', title: t('progress.gap'), number: true },
      cell: ({ gap, displaced }) =>
        gap
          ? t('progress.gapLine', { gap: points(gap.gap), low: points(gap.interval.low), high: points(gap.interval.high) })
          : displaced
            ? t('progress.noHosts')
            : t('progress.notAsked'),
    },
  ]
  return <DataTable rows={survey.criteria} columns={columns} rowKey={({ criterion }) => criterion} caption={survey.source} stacks />
}

function Index({ index: { version, value, band } }: { index: NonNullable<ProgressSurvey['index']> }) {
  const { t, language } = useWords()
  const percent = (part: number) => number(Math.round(part * 1000) / 10, language)
  return (
    <p className="small">
      {value === null || !band
        ? t('progress.indexUnknown', { version })
        : t('progress.index', { version, value: percent(value), low: percent(band.low), high: percent(band.high) })}
    </p>
  )
}
