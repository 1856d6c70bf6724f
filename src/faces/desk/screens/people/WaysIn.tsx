/** The ways in that a person has open: each session and each token with what tells it apart, and a button that ends it alone. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { longDate } from '../../../portal/numbers.ts'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { get, refusalsOf, remove } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import './people.css'

type Session = { id: string; createdAt: string; lastSeen: string; expiresAt: string; browser: string | null; system: string | null; here: boolean }
type Token = { id: string; name: string; roles: string[]; areas: string[]; createdAt: string; expiresAt: string; lastSeen: string | null }

/** `of`: `/api/me` for one's own, `/api/people/<id>` for those of another. */
export function WaysIn({ of }: { of: string }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const key = ['ways-in', of]
  const { data, error } = useQuery({ queryKey: key, queryFn: () => get<{ sessions: Session[]; tokens: Token[] }>(`${of}/ways-in`) })
  const ending = useMutation({ mutationFn: (way: string) => remove(`${of}/${way}`), onSettled: () => answers.invalidateQueries({ queryKey: key }) })
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return null
  const end = (way: string) => ending.mutate(way)
  return (
    <section className="card">
      <h2>{t('waysIn.sessions')}</h2>
      <Refusals refusals={refusalsOf(ending.error)} focus />
      {data.sessions.length === 0 && <p className="quiet">{t('waysIn.noSession')}</p>}
      <ul className="ways-in">
        {data.sessions.map((session) => (
          <OneSession key={session.id} session={session} onEnd={() => end(`sessions/${session.id}`)} />
        ))}
      </ul>
      <h2>{t('waysIn.tokens')}</h2>
      {data.tokens.length === 0 && <p className="quiet">{t('waysIn.noToken')}</p>}
      <ul className="ways-in">
        {data.tokens.map((token) => (
          <OneToken key={token.id} token={token} onEnd={() => end(`tokens/${token.id}`)} />
        ))}
      </ul>
    </section>
  )
}

function OneSession({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { t, language } = useWords()
  const { browser, system, here, createdAt, lastSeen } = session
  const name = browser && system ? t('waysIn.browserOn', { browser, system }) : (browser ?? system ?? t('waysIn.unknownBrowser'))
  return (
    <li>
      <span>
        <b>{name}</b> {here && <span className="tag">{t('waysIn.here')}</span>}
        <small className="quiet">{t('waysIn.when', { since: dateAndTime(createdAt, language), seen: dateAndTime(lastSeen, language) })}</small>
      </span>
      <button type="button" className="link" onClick={onEnd}>
        {t('waysIn.end')}
        <span className="unseen"> {name}</span>
      </button>
    </li>
  )
}

function OneToken({ token, onEnd }: { token: Token; onEnd: () => void }) {
  const { t, named, language } = useWords()
  const areas = token.areas.includes('*') ? t('allAreas') : token.areas.join(', ')
  return (
    <li>
      <span>
        <b>{token.name}</b>
        <small className="quiet">{[token.roles.map((role) => named('role', role)).join(', '), areas].join(' · ')}</small>
        <small className="quiet">
          {t('waysIn.until', { date: longDate(token.expiresAt, language) })}{' '}
          {token.lastSeen ? t('waysIn.used', { seen: dateAndTime(token.lastSeen, language) }) : t('waysIn.neverUsed')}
        </small>
      </span>
      <button type="button" className="link" onClick={onEnd}>
        {t('waysIn.revoke')}
        <span className="unseen"> {token.name}</span>
      </button>
    </li>
  )
}
