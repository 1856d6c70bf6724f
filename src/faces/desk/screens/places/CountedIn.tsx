/** The rounds whose list of places holds this one, with the outcome in each. */
import { Link } from 'wouter'
import { longDate } from '../../../portal/numbers.ts'
import { Unknown } from '../../../ui/Unknown.tsx'
import { type Round, useOperations, useRounds } from '../../api/displacement.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'
import { type Place, useListed } from './register.ts'

export function CountedIn({ place }: { place: Place }) {
  const { t, named, language } = useWords()
  const counts = place.level >= 3
  const { data } = useListed(place.id, counts)
  const { data: rounds } = useRounds({})
  const { data: operations } = useOperations()
  if (!counts || !data) return null
  const lines = data.rows
    .flatMap((line) => {
      const round: Round | undefined = rounds?.rows.find(({ id }) => id === line.round)
      return round ? [{ ...line, round }] : []
    })
    .sort((a, b) => (b.round.reportingDate ?? '').localeCompare(a.round.reportingDate ?? ''))
  return (
    <section>
      <h3>{t('places.counted')}</h3>
      {lines.length === 0 && <p className="quiet">{t('places.notCounted')}</p>}
      <ul className="lines-plain">
        {lines.map(({ id, round, outcome }) => (
          <li key={id}>
            <Link href={pathOfRound(round.id)}>
              {operations?.rows.find((operation) => operation.id === round.operation)?.name} · {t('home.round', { round: String(round.number) })}
            </Link>{' '}
            <span className="quiet">
              {round.reportingDate && `${longDate(round.reportingDate, language)} · `}
              {outcome ? named('value', outcome) : <Unknown />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
