/** When each campaign runs, as bars over six weeks around today; the words beside say the same. */
import { useBilingual } from '../../../ui/language.tsx'
import type { Campaign } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'
import { span } from '../coordination/span.ts'

const dayMs = 86_400_000
const before = 14
const shownDays = 42

export function CampaignBars({ campaigns }: { campaigns: readonly Campaign[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const first = Date.parse(new Date().toISOString().slice(0, 10)) - before * dayMs
  const at = (day: string) => Math.min(shownDays, Math.max(0, (Date.parse(day) - first) / dayMs))
  const percent = (days: number) => `${(100 * days) / shownDays}%`
  const shown = campaigns.filter(({ state, fromDay, toDay }) => state !== 'cancelled' && at(fromDay) < shownDays && Date.parse(toDay) >= first)
  if (shown.length === 0) return null
  return (
    <ul className="bars" aria-label={t('campaigns.calendar')}>
      {shown.map(({ id, name, state, fromDay, toDay }) => (
        <li key={id}>
          <span className="bar-name">
            {mine(name)} <span className="quiet small">{span(fromDay, toDay, language)}</span>
          </span>
          <span className="bar-line">
            <span
              className={`bar ${state === 'on_air' ? 'on-air' : ''}`}
              style={{ left: percent(at(fromDay)), width: percent(Math.max(1, at(toDay) + 1 - at(fromDay))) }}
            />
            <span className="bar-today" style={{ left: percent(before) }} />
          </span>
        </li>
      ))}
      <li className="quiet small bar-legend">{t('campaigns.todayLine')}</li>
    </ul>
  )
}
