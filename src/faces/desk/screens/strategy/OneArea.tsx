/** One focus area: its objective, key results, activities with who serves each, and its links to global frameworks as far as the source can be read. */
import { Link } from 'wouter'
import { longDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { useWords } from '../../words/words.ts'
import { AreaIndicators } from './AreaIndicators.tsx'
import { StrategySource } from './StrategySource.tsx'
import type { Activity, FocusArea, Strategy, StrategyLink } from './strategy.ts'

export function OneArea({ strategy, area }: { strategy: Strategy; area: FocusArea }) {
  const { t } = useWords()
  const mine = useBilingual()
  const priority = strategy.priorities.find(({ number }) => number === area.priority)
  const columns: Column<Activity>[] = [
    { key: 'letter', title: t('strategy.letter'), header: true, cell: ({ letter }) => letter },
    { key: 'title', title: t('strategy.activity'), cell: ({ title, sourceNotes }) => <Noted text={mine(title)} notes={sourceNotes} strategy={strategy} /> },
    { key: 'served', title: t('strategy.servedBy'), cell: (activity) => <ServedBy activity={activity} strategy={strategy} /> },
  ]
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/strategy">{t('strategy.back')}</Link> › {priority && mine(priority.name)}
          </p>
          <h1>
            {area.number}. {mine(area.name)}
          </h1>
          <p>{mine(area.objective)}</p>
        </div>
      </div>
      <h2>{t('strategy.keyResults')}</h2>
      <ol className="key-results">
        {area.keyResults.map(({ number, title, sourceNotes }) => (
          <li key={number} value={number}>
            <Noted text={mine(title)} notes={sourceNotes} strategy={strategy} />
          </li>
        ))}
      </ol>
      <AreaIndicators area={String(area.number)} />
      <h2 className="after-table">{t('strategy.activities')}</h2>
      <DataTable rows={area.activities} columns={columns} rowKey={({ letter }) => letter} caption={t('strategy.activities')} />
      <h2 className="after-table">{t('strategy.links')}</h2>
      <Links links={area.links} />
      <StrategySource strategy={strategy} area={area} />
    </>
  )
}

function ServedBy({ activity: { servedBy }, strategy }: { activity: Activity; strategy: Strategy }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const domain = named('domain', servedBy.domain)
  if ('feature' in servedBy) {
    const key = `${servedBy.domain}/${servedBy.feature}`
    const screen = strategy.standing[key]
    return screen ? (
      <>
        <b>{domain}</b> · <Link href={screen}>{mine(strategy.features[key])}</Link>
      </>
    ) : (
      <>
        {domain} · {mine(strategy.features[key])}
        <small className="planned-why">{t('strategy.notOpen')}</small>
      </>
    )
  }
  return (
    <>
      {domain} · <span className="unknown">{t('strategy.planned')}</span>
      <small className="planned-why">{mine(servedBy.plannedOnly)}</small>
    </>
  )
}

/** The text, and what has to be known about its source, in words and not behind a sign. */
function Noted({ text, notes = [], strategy }: { text: string; notes?: string[]; strategy: Strategy }) {
  const mine = useBilingual()
  return (
    <>
      {text}
      {notes.map((id) => (
        <small key={id} className="source-note">
          {mine(strategy.sourceNotes[id])}
        </small>
      ))}
    </>
  )
}

function Links({ links }: { links: StrategyLink[] }) {
  const { t, language } = useWords()
  const frameworks = [...new Set(links.map(({ framework }) => framework))]
  const words = ({ code, legibility, added }: StrategyLink) => {
    if (legibility === 'not_legible') return t('strategy.notLegible')
    return added ? `${code} (${t('strategy.byMission', { source: added.source, date: longDate(added.date, language) })})` : (code ?? '')
  }
  return (
    <dl className="facts">
      {frameworks.map((framework) => {
        const own = links.filter((link) => link.framework === framework)
        return (
          <div key={framework}>
            <dt>{t(`framework.${framework}`)}</dt>
            <dd className={own.every(({ legibility }) => legibility === 'not_legible') ? 'unknown' : undefined}>{own.map(words).join(', ')}</dd>
          </div>
        )
      })}
    </dl>
  )
}
