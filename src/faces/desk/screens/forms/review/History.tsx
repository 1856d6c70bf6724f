/** Everything that happened to it, oldest first, and what each edit changed. */
import type { OneSubmission } from '../../../api/review.ts'
import { useHistory } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'
import { moment } from './moment.ts'

export function History({ id, data }: { id: string; data: OneSubmission }) {
  const { t, named, language } = useWords()
  const { data: history } = useHistory(id)
  const last = data.instances.at(-1)
  return (
    <section className="history">
      <h3>{t('review.history')}</h3>
      {last?.elapsedMs != null && <p className="small">{t('review.took', { n: Math.max(1, Math.round(last.elapsedMs / 60_000)) })}</p>}
      {data.files.length > 0 && <p className="small">{data.files.map(({ name, sha256 }) => (sha256 ? name : t('review.fileMissing', { name }))).join(', ')}</p>}
      <ol>
        {(history?.events ?? []).map(({ at, by, deed, facts }) => (
          <li key={`${at}${deed}`}>
            <b>{named('deed', deed)}</b> <span className="quiet">{`${moment(at, language)}${by ? ` · ${by}` : ''}`}</span>
            {(facts.reason ?? facts.words ?? facts.answer) && <p>{facts.reason ?? facts.words ?? facts.answer}</p>}
            {facts.changes?.map(({ path, before, after }) => (
              <p key={path}>
                <code>{path}</code> <del>{before ?? t('review.leftEmpty')}</del> <span aria-hidden="true">→</span> <ins>{after ?? t('review.leftEmpty')}</ins>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
