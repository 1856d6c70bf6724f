/** The life of a round at a glance: what is done, where it is, what is still to come. */
import type { RoundState } from '../../api/displacement.ts'
import { useWords } from '../../words/words.ts'

const life: readonly RoundState[] = ['draft', 'planned', 'collecting', 'cleaning', 'technical_review', 'government_review', 'endorsed', 'published']
const standsAt: Partial<Record<RoundState, RoundState>> = { training: 'planned', superseded: 'published' }

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
