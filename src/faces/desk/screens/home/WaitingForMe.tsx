/** What waits for my decision, the heaviest first; each line opens where it is decided. */
import { Link } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import type { Waiting } from '../../api/displacement.ts'
import { pathOfRound } from '../../navigation.ts'
import { useWords } from '../../words/words.ts'

const where = ({ kind, round, import: handedIn }: Waiting) => {
  if (kind === 'import') return handedIn ? `/import/${handedIn.id}` : '/import'
  return pathOfRound(round?.id ?? '', kind === 'finding' ? 'findings' : '')
}

export function WaitingForMe({ waiting }: { waiting: Waiting[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  return (
    <section className="card">
      <h2>{t('home.waiting')}</h2>
      {waiting.length === 0 && (
        <p className="quiet">
          {t('home.nothingWaiting')} {t('home.nothingWaitingNote')}
        </p>
      )}
      <ul className="waiting-list">
        {waiting.map((each) => (
          <li key={`${each.kind}${each.round?.id}${mine(each.text)}`}>
            <Link href={where(each)} data-row="">
              <span className="waiting-count">
                {each.kind === 'finding' ? (
                  number(each.count, language)
                ) : (
                  <Icon name={each.kind === 'step' && each.count === 0 ? 'check' : 'right'} size={18} />
                )}
              </span>
              <span>
                {mine(each.text)}
                {each.round && (
                  <small>
                    {each.round.operationName}, {t('home.round', { round: String(each.round.number) })}
                    {each.kind === 'step' && ` · ${each.count > 0 ? t('home.obstacles', { n: each.count }) : t('home.stepReady')}`}
                  </small>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
