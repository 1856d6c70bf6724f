/** How much of the list of places has an answer, as a strip that reads the same in black and white, with its words beside it. */
import { number } from '../portal/numbers.ts'
import { useUiWords } from './words.ts'

export type CoverageCounts = {
  expected: number
  assessed: number
  carriedForward: number
  notAssessed: number
  closed: number
  merged?: number
  empty?: number
}

const parts = ['assessed', 'carriedForward', 'notAssessed', 'closed', 'waiting'] as const

function sharesOf(counts: CoverageCounts) {
  const closed = counts.closed + (counts.merged ?? 0) + (counts.empty ?? 0)
  const { assessed, carriedForward, notAssessed, expected } = counts
  return { assessed, carriedForward, notAssessed, closed, waiting: Math.max(0, expected - assessed - carriedForward - notAssessed - closed) }
}

/** Rounded down: a list with one place missing is never called complete. */
export const visitedShare = ({ assessed, expected }: Pick<CoverageCounts, 'assessed' | 'expected'>) =>
  `${Math.floor((100 * assessed) / Math.max(1, expected))}\u00a0%`

export function Coverage({ counts, legend = false }: { counts: CoverageCounts; legend?: boolean }) {
  const { say, language } = useUiWords()
  const shares = sharesOf(counts)
  if (counts.expected === 0) return <span className="quiet">{say('noPlaces')}</span>
  const words = say('coverageWords', { assessed: counts.assessed, expected: counts.expected })
  return (
    <div className="coverage">
      <div
        className="strip"
        role="img"
        aria-label={`${words}. ${parts
          .filter((part) => shares[part] > 0)
          .map((part) => `${say(part)}: ${number(shares[part], language)}`)
          .join('; ')}`}
      >
        {parts.map((part) => shares[part] > 0 && <span key={part} className={`part ${part}`} style={{ flexGrow: shares[part] }} />)}
      </div>
      {legend && (
        <ul className="strip-legend">
          {parts.map(
            (part) =>
              (shares[part] > 0 || part === 'assessed') && (
                <li key={part}>
                  <span className={`key ${part}`} aria-hidden="true" /> <b>{number(shares[part], language)}</b> {say(part)}
                </li>
              ),
          )}
        </ul>
      )}
    </div>
  )
}
