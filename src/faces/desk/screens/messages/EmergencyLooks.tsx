/** Emergency messages that went out at once and wait for a second pair of eyes; after a day without one they are an alarm on every tab and on the first screen. */
import './messages.css'
import { Button } from '@mantine/core'
import { shortDate } from '../../../portal/numbers.ts'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useEmergencies, useOutreachDeed } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'

export function EmergencyLooks() {
  const { t, language } = useWords()
  const waiting = useEmergencies().data?.deliveries ?? []
  const mayLook = useHolds('communications', 'chief', 'governmentReviewer')
  const looking = useOutreachDeed((id: string) => post(`/api/publications/deliveries/${id}/look`))
  if (waiting.length === 0) return null
  const late = waiting.some(({ alarm }) => alarm)
  return (
    <section className={`refusals ${late ? 'error' : 'warning'}`} role={late ? 'alert' : undefined}>
      <strong>{t(late ? 'messages.look.late' : 'messages.look.waiting', { n: waiting.length })}</strong>
      <ul className="looks">
        {waiting.map(({ id, messageKey, channel, placeName, place, day, mine, remindedAt, alarmedAt }) => (
          <li key={id}>
            <span>
              «{messageKey}» · {t(`messages.channel.${channel}`)} · {placeName ?? place} · {shortDate(day, language)}
              {alarmedAt && <strong> · {t('messages.look.alarmed', { when: dateAndTime(alarmedAt, language) })}</strong>}
              {!alarmedAt && remindedAt && <span className="quiet"> · {t('messages.look.reminded', { when: dateAndTime(remindedAt, language) })}</span>}
            </span>
            {mayLook && !mine && (
              <Button size="compact-sm" variant="default" loading={looking.isPending && looking.variables === id} onClick={() => looking.mutate(id)}>
                {t('messages.look.deed')}
              </Button>
            )}
            {mine && <span className="quiet">{t('messages.look.mine')}</span>}
          </li>
        ))}
      </ul>
      <Refusals refusals={refusalsOf(looking.error)} focus />
    </section>
  )
}
