/** The places of a district as the reviewer reads them: now, before, change, and a button to reserve. */
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { usePlaces } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'
import { ChangeText } from './ChangeText.tsx'
import type { Reservations } from './DecisionForm.tsx'

type Given = { round: string; district: string; reserved: Reservations; onReserve: ((place: string, name: string) => void) | null }

export function DistrictReview({ round, district, reserved, onReserve }: Given) {
  const { t, named, language } = useWords()
  const { data } = usePlaces(round, district)
  if (!data) return <WaitingTable rows={3} />
  return (
    <div className="place-details">
      <table className="data cells">
        <caption className="unseen">{t('bench.place')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bench.place')}</th>
            <th scope="col">{t('bench.outcome')}</th>
            <th scope="col" className="n">
              {t('bench.people')}
            </th>
            <th scope="col" className="n">
              {t('bench.before')}
            </th>
            <th scope="col" className="n">
              {t('bench.change')}
            </th>
            {onReserve && (
              <th scope="col">
                <span className="unseen">{t('bench.reserve')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {data.map(({ place, name, outcome, individuals, previousIndividuals }) => (
            <tr key={place}>
              <th scope="row">{name}</th>
              <td>{outcome ? named('value', outcome) : t('bench.waiting')}</td>
              <td className="n">
                <CountText value={individuals} />
              </td>
              <td className="n">
                <CountText value={previousIndividuals} />
              </td>
              <td className="n">
                <ChangeText now={individuals} before={previousIndividuals} language={language} />
              </td>
              {onReserve && (
                <td>
                  <button type="button" className="link" disabled={place in reserved} onClick={() => onReserve(place, name)}>
                    {t('bench.reserve')}
                    <span className="unseen">: {name}</span>
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
