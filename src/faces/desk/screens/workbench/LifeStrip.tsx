/** The life of a round at a glance: what is done, where it is, what is still to come. */
import { type RoundState, roundStates } from '../../../../engines/rounds/states.ts'
import { useWords } from '../../words/words.ts'

const standsAt: Partial<Record<RoundState, RoundState>> = { training: 'planned', superseded: 'published' }
/** Training stands with planning; what follows publication is told by the tag of the round, not by its way there. */
const life = roundStates.filter((state) => state !== 'withdrawn' && !(state in standsAt))

export function LifeStrip({ state }: { state: RoundState }) {
  const { t } = useWords()
  const now = life.indexOf(standsAt[state] ?? state)
  return (
    <ol className="life" aria-label={t('bench.life')}>
      {life.map((each, i) => (
        <li key={each} className={i < now ? 'past' : i === now ? 'now' : 'to-come'} aria-current={i === now ? 'step' : undefined}>
          {t(`state.${each}`)}
          {i < now && <span className="unseen"> ({t('bench.done')})</span>}
        </li>
      ))}
    </ol>
  )
}
