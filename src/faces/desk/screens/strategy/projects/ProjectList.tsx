/** Every project with its donor and dates, and how many of its activities are under way, done and late. */
import { Link, useLocation } from 'wouter'
import { shortDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type ListedProject, type Project, useProjects } from '../../../api/projects.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { StrategyTabs } from '../StrategyTabs.tsx'

const looks: Record<Project['state'], string> = {
  pipeline: 'open',
  implementation: 'working',
  finalisation: 'reviewing',
  closed: 'done',
  cancelled: 'past',
  suspended: 'past',
}

export function ProjectStateTag({ state }: { state: Project['state'] }) {
  const { named } = useWords()
  return <span className={`state ${looks[state]}`}>{named('value', state)}</span>
}

export function ProjectList() {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [, go] = useLocation()
  const { data, error } = useProjects()
  const mayBegin = useHolds('monitoring')
  const count = (key: 'underWay' | 'done' | 'late'): Column<ListedProject> => ({
    ...{ key, title: t(`projects.${key}Column`), number: true, total: true, value: (project) => project[key] },
    cell: (project) => (key === 'late' && project.late > 0 ? <span className="standing late">{project.late}</span> : String(project[key])),
  })
  const columns: Column<ListedProject>[] = [
    {
      key: 'code',
      title: t('projects.one'),
      header: true,
      value: ({ code }) => code,
      cell: ({ id, code, name }) => (
        <Link href={`/strategy/projects/${id}`}>
          {code} · {mine(name)}
        </Link>
      ),
    },
    { key: 'donor', title: t('projects.donor'), value: ({ donorName }) => donorName, cell: ({ donorName }) => donorName },
    {
      key: 'dates',
      title: t('projects.dates'),
      value: ({ toDay }) => toDay,
      cell: ({ fromDay, toDay }) => `${shortDate(fromDay, language)} – ${shortDate(toDay, language)}`,
    },
    count('underWay'),
    count('done'),
    count('late'),
    { key: 'state', title: t('projects.state'), value: ({ state }) => state, cell: ({ state }) => <ProjectStateTag state={state} /> },
  ]
  const begin = mayBegin && (
    <Link href="/strategy/projects/new" className="button">
      {t('projects.new')}
    </Link>
  )
  const rows = data?.projects ?? []
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('projects.title')}</h1>
          <p className="quiet">{t('projects.intro')}</p>
        </div>
        <div className="deeds">
          <a href={`/api/results/matrix?lang=${language}`} download>
            {t('projects.matrix')}
          </a>
          {rows.length > 0 && begin}
        </div>
      </div>
      <StrategyTabs />
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && rows.length === 0 && (
        <Empty title={t('projects.none')} deed={begin}>
          {t('projects.noneNote')}
        </Empty>
      )}
      {rows.length > 0 && (
        <DataTable
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          caption={t('projects.title')}
          onOpen={({ id }) => go(`/strategy/projects/${id}`)}
          totals
          stacks
        />
      )}
    </>
  )
}
