/**
 * The signature of an honest comparison: the raw difference between two rounds split into places counted both times, newly covered and no longer covered.
 * A bar and a table in one; carried-forward places stand apart.
 */
import { number, percent, signed } from '../portal/numbers.ts'
import { useUiWords } from './words.ts'

/** As the API gives it; the frozen publication uses the same shape. */
export type Terms = {
  unit: 'individuals' | 'households'
  raw: number
  common: { places: number; from: number; change: number }
  newlyCovered: { places: number; amount: number }
  noLongerCovered: { places: number; amount: number }
  carriedForward: { places: number; change: number }
  percentOfCommonBase: number | null
}

export function TermsBar({ terms, compact = false }: { terms: Terms; compact?: boolean }) {
  const { say, language } = useUiWords()
  const rows = [
    { key: 'termCommon', places: terms.common.places, amount: terms.common.change, look: 'common' },
    { key: 'termNew', places: terms.newlyCovered.places, amount: terms.newlyCovered.amount, look: 'new' },
    { key: 'termLost', places: terms.noLongerCovered.places, amount: -terms.noLongerCovered.amount, look: 'lost' },
    ...(terms.carriedForward.places > 0
      ? [{ key: 'termCarried', places: terms.carriedForward.places, amount: terms.carriedForward.change, look: 'carried' } as const]
      : []),
    { key: 'termRaw', places: null, amount: terms.raw, look: 'raw' },
  ] as const
  const largest = Math.max(1, ...rows.map(({ amount }) => Math.abs(amount)))
  const percentWords = terms.percentOfCommonBase === null ? null : say('ofCommonBase', { percent: percent(terms.percentOfCommonBase, language, 'always') })
  return (
    <div className={compact ? 'terms compact' : 'terms'}>
      <table>
        <tbody>
          {rows.map(({ key, places, amount, look }) => (
            <tr key={key} className={look}>
              <th scope="row">
                {say(key)}
                {!compact && places !== null && (
                  <small>{[say('termPlaces', { n: places }), look === 'common' && percentWords].filter(Boolean).join(' · ')}</small>
                )}
              </th>
              <td className="n">{amount === 0 ? number(0, language) : signed(amount, language)}</td>
              <td className="terms-drawing">
                <svg viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    className={`bar ${look}`}
                    x={amount < 0 ? 100 - (100 * -amount) / largest : 100}
                    width={Math.max(0.5, (100 * Math.abs(amount)) / largest)}
                    y="1"
                    height="10"
                  />
                  <line x1="100" x2="100" y1="0" y2="12" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!compact && terms.newlyCovered.places > 0 && <p className="small quiet">{say('newIsNotDisplacement')}</p>}
    </div>
  )
}
