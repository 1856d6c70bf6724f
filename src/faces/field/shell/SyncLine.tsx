/**
 * The one line that is always there: how many forms are here, how many are going, how many the office has. It never says "sent": a form has a receipt or it
 * is still on this phone.
 */
import { usePicture, useWords } from '../usePhone.tsx'
import { hourOrDay } from './format.ts'

export function SyncLine() {
  const { say, language } = useWords()
  const { counts, isMeeting, trouble, profile } = usePicture()
  const { here, going, needsYou, received, last } = counts
  const parts = [say('line.here', { n: here }), say('line.going', { n: going })]
  if (needsYou > 0) parts.push(say('line.needsYou', { n: needsYou }))
  const arrived = last
    ? `${say('line.received', { n: received })}, ${say('line.last', { time: hourOrDay(last, language) })}`
    : say('line.received', { n: received })
  const state = isMeeting ? 'meeting' : needsYou > 0 ? 'attention' : trouble?.trouble === 'offline' ? 'offline' : 'calm'
  return (
    <div className="above">
      {profile.isTraining && <p className="training">{say('training')}</p>}
      <a className={`line ${state}`} href="#/outbox" title={say('line.open')}>
        <span className="dot" aria-hidden="true" />
        <span role="status">
          {[...parts, arrived].join(' · ')}
          {isMeeting && <span className="unseen"> ({say('line.meeting')})</span>}
        </span>
      </a>
    </div>
  )
}
