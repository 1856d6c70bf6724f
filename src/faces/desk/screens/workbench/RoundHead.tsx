/** Where the round stands, what comes next, what is in the way, and how far the list of places is answered. */
import { Link } from 'wouter'
import { longDate, signed } from '../../../portal/numbers.ts'
import { Coverage } from '../../../ui/Coverage.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import type { Workbench } from '../../api/displacement.ts'
import { useHolds } from '../../api/session.ts'
import { pathOfRecord, pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { StateTag } from '../rounds/StateTag.tsx'
import { countedSoFar } from './figures.ts'
import { LifeStrip } from './LifeStrip.tsx'
import { NextStep } from './NextStep.tsx'

export function RoundHead({ bench }: { bench: Workbench }) {
  const { t, language } = useWords()
  const { round, operation, counts, previous } = bench
  const mayChange = useHolds('dataOfficer') && ['draft', 'planned', 'training', 'collecting', 'cleaning'].includes(round.state)
  const totals = { individuals: countedSoFar(counts, bench.totals.individuals), households: countedSoFar(counts, bench.totals.households) }
  const common = { date: round.reportingDate, source: pathOfRound(round.id), sourceWords: t('bench.seePlaces') }
  const difference = (now: unknown, before: unknown) =>
    typeof now === 'number' && typeof before === 'number' && previous ? (
      <span className="figure-age">{`${signed(now - before, language)} ${t('bench.since', { round: String(previous.number) })}`}</span>
    ) : null
  return (
    <header className="round-head">
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href={`/rounds?operation=${operation.id}`}>{operation.name}</Link> · {t(`type.${round.assessmentType}`)}
          </p>
          <h1>
            {t('home.round', { round: String(round.number) })}
            {round.edition > 1 && <small> {t('rounds.edition', { edition: String(round.edition) })}</small>}
          </h1>
          <p>
            <StateTag state={round.state} />
            {round.reportingDate && <span className="quiet"> · {longDate(round.reportingDate, language)}</span>}
            {mayChange && (
              <span className="no-print">
                {' · '}
                <Link href={pathOfRecord('displacement.round', round.id)}>{t('bench.changeRound')}</Link>
              </span>
            )}
          </p>
        </div>
        <LifeStrip state={round.state} />
      </div>
      <div className="round-now">
        <div>
          <div className="key-figures">
            <Figure label={t('home.displaced')} value={totals.individuals} counts={t('bench.countsPeople')} coverage={counts} {...common}>
              {difference(totals.individuals, previous?.individuals)}
            </Figure>
            <Figure label={t('home.households')} value={totals.households} counts={t('bench.countsHouseholds')} coverage={counts} {...common}>
              {difference(totals.households, previous?.households)}
            </Figure>
          </div>
          <Coverage counts={counts} legend />
        </div>
        <NextStep round={round} />
      </div>
    </header>
  )
}
