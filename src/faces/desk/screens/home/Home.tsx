/** The first screen: the situation on a map, each figure with its date and coverage, what changed in three terms, and what waits for me. */
import { Link, useSearchParams } from 'wouter'
import { longDate } from '../../../portal/numbers.ts'
import { portalPaths } from '../../../portal/paths.ts'
import { Coverage, visitedShare } from '../../../ui/Coverage.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { TermsBar } from '../../../ui/TermsBar.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Change, type Situation, useHome } from '../../api/displacement.ts'
import { useLateMedia } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { EmergencyLooks } from '../messages/EmergencyLooks.tsx'
import { LateMedia } from '../products/LateMedia.tsx'
import { AreaStrip } from '../strategy/AreaStrip.tsx'
import { KeyFigures } from './KeyFigures.tsx'
import { SituationMap } from './SituationMap.tsx'
import { WaitingForMe } from './WaitingForMe.tsx'

export function Home() {
  const { t, language } = useWords()
  const [search, setSearch] = useSearchParams()
  const { data, error } = useHome()
  const mayCreate = useHolds('dataOfficer')
  const { data: late } = useLateMedia(useHolds('chief'))
  const looksAtEmergencies = useHolds('communications', 'chief', 'governmentReviewer')
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingPage />
  const chosen = data.situation.find(({ operation }) => operation.name === search.get('operation')) ?? data.situation[0]
  return (
    <div className="home">
      <div className="page-head">
        <div>
          <h1>{chosen ? chosen.operation.name : t('home.title')}</h1>
          {chosen && (
            <p className="kicker">
              {t('home.round', { round: String(chosen.round.number) })}
              {chosen.round.reportingDate && ` · ${longDate(chosen.round.reportingDate, language)}`} · {t(`state.${chosen.round.state}`)}
            </p>
          )}
        </div>
        {chosen && (
          <div className="deeds">
            {chosen.round.id && <Link href={`/rounds/${chosen.round.id}`}>{t('home.openRound')}</Link>}
            {chosen.round.slug && <a href={portalPaths('', language).publication(chosen.round.slug)}>{t('home.publicPage')}</a>}
          </div>
        )}
      </div>
      {looksAtEmergencies && <EmergencyLooks />}
      <AreaStrip />
      <div className="home-columns">
        <div className="home-main">
          {chosen ? (
            <>
              <KeyFigures situation={chosen} />
              <SituationMap situation={chosen} />
            </>
          ) : (
            <Empty title={t('home.emptyTitle')} deed={mayCreate && <Link href="/rounds/new">{t('home.emptyDeed')}</Link>}>
              {t('home.emptyNote')}
            </Empty>
          )}
        </div>
        <div className="home-side">
          {late && <LateMedia late={late} />}
          <WaitingForMe waiting={data.waiting} />
          {chosen && <Changed change={chosen.change} />}
        </div>
      </div>
      {data.situation.length > 1 && <Operations situation={data.situation} chosen={chosen} onOpen={(operation) => setSearch({ operation })} />}
    </div>
  )
}

function Changed({ change }: { change: Change | null }) {
  const { t } = useWords()
  const mine = useBilingual()
  return (
    <section className="card">
      <h2>{change ? t('home.changed', { round: String(change.fromRound) }) : t('home.changed', { round: '' }).trim()}</h2>
      {!change && <p className="quiet">{t('home.firstRound')}</p>}
      {change?.computable && <TermsBar terms={change.terms} />}
      {change && !change.computable && (
        <p>
          {t('home.notComputable')} {mine(change.why)}
        </p>
      )}
    </section>
  )
}

function Operations({ situation, chosen, onOpen }: { situation: Situation[]; chosen: Situation | undefined; onOpen: (operation: string) => void }) {
  const { t, language } = useWords()
  const columns: Column<Situation>[] = [
    {
      key: 'operation',
      title: t('home.operation'),
      header: true,
      value: ({ operation }) => operation.name,
      cell: ({ operation }) => (
        <button type="button" className="link" aria-pressed={operation.name === chosen?.operation.name} onClick={() => onOpen(operation.name)}>
          {operation.name}
        </button>
      ),
    },
    { key: 'round', title: t('home.roundColumn'), number: true, value: ({ round }) => round.number, cell: ({ round }) => String(round.number) },
    {
      key: 'date',
      title: t('home.date'),
      value: ({ round }) => round.reportingDate,
      cell: ({ round }) => (round.reportingDate ? longDate(round.reportingDate, language) : t('unknown')),
    },
    {
      key: 'people',
      title: t('home.displaced'),
      number: true,
      value: ({ individuals }) => Number(individuals),
      cell: ({ individuals }) => <CountText value={individuals} />,
    },
    {
      key: 'households',
      title: t('home.households'),
      number: true,
      value: ({ households }) => Number(households),
      cell: ({ households }) => <CountText value={households} />,
    },
    { key: 'coverage', title: t('home.coverage'), cell: ({ coverage }) => <OperationCoverage coverage={coverage} /> },
  ]
  return (
    <section>
      <h2>{t('home.operations')}</h2>
      <DataTable
        rows={situation}
        columns={columns}
        rowKey={({ operation }) => operation.name}
        caption={t('home.operations')}
        onOpen={({ operation }) => onOpen(operation.name)}
      />
    </section>
  )
}

function OperationCoverage({ coverage }: { coverage: Situation['coverage'] }) {
  return (
    <div className="coverage-cell">
      <Coverage counts={coverage} /> <span className="small">{coverage.expected > 0 && visitedShare(coverage)}</span>
    </div>
  )
}
