/** The waterfall of a pair: from the chance before anything is compared, what each comparison adds or takes, in bits; to the right speaks for one person. */
import type { OpenPair } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function Evidence({ lines }: { lines: OpenPair['evidence'] }) {
  const { t, named } = useWords()
  const shown = lines.filter(({ comparison, level, bits }) => comparison === 'fingers' || (level !== 'unknown' && Math.abs(bits) > 0.005))
  let sum = 0
  const steps = shown.map((line) => {
    const from = sum
    sum += line.bits
    return { ...line, from, to: sum }
  })
  const ends = [0, ...steps.map(({ to }) => to)]
  const [low, high] = [Math.min(...ends), Math.max(...ends)]
  const at = (bits: number) => ((bits - low) / Math.max(1, high - low)) * 100
  return (
    <figure className="evidence">
      <figcaption>{t('registration.evidence')}</figcaption>
      <ul>
        {steps.map(({ comparison, bits, from, to }) => (
          <li key={comparison}>
            <span>{named('registration.comparison', comparison)}</span>
            <span className="track" aria-hidden="true">
              <i
                className={bits < 0 ? 'against' : 'for'}
                style={{ left: `${at(Math.min(from, to))}%`, width: `${Math.max(0.8, at(Math.max(from, to)) - at(Math.min(from, to)))}%` }}
              />
            </span>
            <b>
              {bits > 0 ? '+' : bits < 0 ? '−' : ''}
              {Math.abs(bits).toFixed(1)}
            </b>
          </li>
        ))}
      </ul>
    </figure>
  )
}
