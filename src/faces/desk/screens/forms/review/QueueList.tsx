/** The queue: who sent what, from where, how long it took, and what is doubted. */
import type { QueueLine } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'
import { moment } from './moment.ts'

const shapes: Record<QueueLine['state'], string> = {
  received: 'working',
  hasIssues: 'reviewing',
  edited: 'working',
  approved: 'done',
  rejected: 'past',
  withdrawn: 'past',
}

export function QueueList({ lines, open, onOpen }: { lines: readonly QueueLine[]; open: string; onOpen: (submission: string) => void }) {
  const { t, language } = useWords()
  return (
    <ul className="queue" aria-label={t('review.title')}>
      {lines.map((line) => (
        <li key={line.submission}>
          <button
            type="button"
            data-row=""
            className="queue-row"
            aria-current={line.submission === open ? 'true' : undefined}
            onClick={() => onOpen(line.submission)}
            onFocus={() => onOpen(line.submission)}
          >
            <span className="queue-name">
              {line.instanceName ?? `${line.formTitle} · ${line.scope}`}
              {line.openFindings > 0 && <b className="odd warnings">{t('review.doubts', { n: line.openFindings })}</b>}
              {line.filesMissing > 0 && <b className="odd warnings">{t('review.filesMissing', { n: line.filesMissing })}</b>}
            </span>
            <span className="queue-facts">
              <span className={`state ${shapes[line.state]}`}>{t(`submissionState.${line.state}`)}</span>
              <span>{line.deviceLabel ?? line.sentBy ?? t('unknown')}</span>
              <span>{moment(line.receivedAt, language)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
