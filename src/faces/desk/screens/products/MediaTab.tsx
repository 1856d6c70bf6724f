/** Questions of journalists by deadline, each with its answer, who cleared it, and the next step. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type MediaRequest, makers, useMedia, useProductDeed } from '../../api/products.ts'
import { useHolds } from '../../api/session.ts'
import { LifeSteps } from '../../shell/LifeSteps.tsx'
import { useWords } from '../../words/words.ts'
import { NewRequest } from './NewRequest.tsx'
import { PressTexts } from './PressTexts.tsx'

export function MediaTab() {
  const { t } = useWords()
  const { data, error } = useMedia()
  const edits = useHolds(...makers)
  return (
    <>
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data?.length === 0 && <Empty title={t('media.none')}>{t('media.noneNote')}</Empty>}
      <ul className="media-cards">
        {data?.map((request) => (
          <RequestCard key={request.id} request={request} />
        ))}
      </ul>
      {edits && data && <NewRequest />}
      <PressTexts />
    </>
  )
}

const looks: Record<MediaRequest['state'], string> = {
  received: 'open',
  assigned: 'working',
  drafted: 'reviewing',
  cleared: 'reviewing',
  answered: 'done',
  declined: 'past',
  followed: 'done',
}

function RequestCard({ request }: { request: MediaRequest }) {
  const { t, language } = useWords()
  const { id, state, people, assignedTo, clearedBy } = request
  return (
    <li className="card">
      <p className="small quiet">
        {request.number} · {request.language === 'pt' ? 'Português' : 'English'}
        {request.sensitive && ` · ${t('media.sensitive')}`}
      </p>
      <h3>{request.outlet}</h3>
      <p>
        <span className={`state ${looks[state]}`}>{t(`media.state.${state}`)}</span>{' '}
        <span className={request.late ? 'overdue' : 'small quiet'}>
          {t(request.late ? 'media.wasDue' : 'media.due', { when: dateAndTime(request.deadline, language) })}
        </span>
      </p>
      <p className="written">{request.question}</p>
      {request.answer && (
        <>
          <h4>{t('media.answer')}</h4>
          <p className="written">{request.answer}</p>
        </>
      )}
      <p className="small quiet">
        {assignedTo && t('media.with', { name: people[assignedTo] ?? '' })} {clearedBy && t('media.clearedBy', { name: people[clearedBy] ?? '' })}{' '}
        {request.informedOn && t('media.informed', { day: shortDate(request.informedOn, language) })} {request.declinedBecause} {request.publishedLink}
      </p>
      <WhoAsks id={id} />
      <LifeSteps key={`${state} ${request.version}`} domain="publications" path="media-request" id={id} by={[...makers, 'chief']} />
    </li>
  )
}

/** Asked for by a deed, never by a page that loads by itself: each look leaves a line. */
function WhoAsks({ id }: { id: string }) {
  const { t } = useWords()
  const [who, setWho] = useState<{ journalist: string; contact: string } | null>(null)
  const looking = useProductDeed(() => post<{ journalist: string; contact: string }>(`/api/publications/media/${id}/look`), setWho)
  if (who)
    return (
      <p>
        {who.journalist} · {who.contact}
      </p>
    )
  return (
    <>
      <Button size="compact-sm" variant="default" loading={looking.isPending} onClick={() => looking.mutate(undefined)}>
        {t('media.look')}
      </Button>
      <Refusals refusals={refusalsOf(looking.error)} focus />
    </>
  )
}
