/** What was heard before, during and after a campaign, with how much was listened beside it: no cause is claimed, and a time without listening is unknown. */
import type { CampaignPart, HeardAround } from '../../../../engines/message/index.ts'
import { number, shortDate } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { useCodes } from '../../api/codes.ts'
import { useWords } from '../../words/words.ts'
import { span } from '../coordination/span.ts'

type Line = { key: string; topic: string; kind: string; counts: HeardAround['sums'] }

export function HeardAroundTable({ around: { time, lines, sums }, name }: { around: HeardAround; name: string }) {
  const { t, language } = useWords()
  const { label } = useCodes('messageTopic')
  const listened = time.some(({ sessions }) => sessions > 0)
  const count = (part: CampaignPart, n: number | 'unknown') =>
    n === 'unknown' ? (
      <span className="unknown">{t(time.some((each) => each.part === part && each.still === 'to-come') ? 'heard.toCome' : 'heard.nobody')}</span>
    ) : (
      number(n, language)
    )
  const columns: Column<Line>[] = [
    { key: 'topic', title: t('messages.topic'), header: true, cell: ({ topic }) => topic },
    { key: 'kind', title: t('listening.kind'), cell: ({ kind }) => kind },
    ...time.map(({ part }) => ({ key: part, title: t(`heard.${part}`), number: true, cell: ({ counts }: Line) => count(part, counts[part]) })),
  ]
  const rows: Line[] = [
    ...lines.map(({ topic, kind, counts }) => ({ key: `${topic} ${kind}`, topic: label(topic), kind: t(`listening.kind.${kind}`), counts })),
    { key: 'sum', topic: t('heard.sum'), kind: '', counts: sums },
  ]
  return (
    <>
      <h3>{t('heard.title')}</h3>
      <ul className="small">
        {time.map(({ part, from, to, still, sessions, days, places }) => (
          <li key={part}>
            <strong>{t(`heard.${part}`)}</strong> ({span(from, to, language)}
            {still === 'running' && `; ${t('heard.running')}`}):{' '}
            {sessions > 0
              ? `${t('heard.sessions', { n: sessions })} · ${places.join(', ')} · ${days.map((day) => shortDate(day, language)).join(', ')}`
              : t(still === 'to-come' ? 'heard.toCome' : 'heard.nobody')}
          </li>
        ))}
      </ul>
      {listened && <DataTable rows={rows} columns={columns} rowKey={({ key }) => key} caption={t('heard.caption', { name })} stacks />}
      <p className="quiet small">{t('heard.noCause')}</p>
    </>
  )
}
