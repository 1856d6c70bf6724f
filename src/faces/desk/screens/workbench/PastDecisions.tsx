/** What was decided on this round, for ever: office, date, reservations beside their place, the hash that was agreed to. */
import { longDate } from '../../../portal/numbers.ts'
import type { Endorsement } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'

export function PastDecisions({ endorsements }: { endorsements: Endorsement[] }) {
  const { t, named, language } = useWords()
  return (
    <section>
      <h2>{t('bench.past')}</h2>
      {endorsements.length === 0 && <p className="quiet">{t('bench.noPast')}</p>}
      <ul className="past-decisions">
        {endorsements.map(({ office, decision, decidedOn, placeName, text, frozenHash }) => (
          <li key={`${office}${decidedOn}${placeName}${text}`}>
            <b>{placeName ? t('bench.reservationOn', { place: placeName }) : named('value', decision)}</b> · {office}, {longDate(decidedOn, language)}
            {text && <p>{text}</p>}
            {!placeName && frozenHash && <code className="quiet">{frozenHash.slice(0, 16)}…</code>}
          </li>
        ))}
      </ul>
    </section>
  )
}
