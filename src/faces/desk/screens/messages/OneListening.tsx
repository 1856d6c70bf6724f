/** One listening with what was heard at it: each with its answer, who cleared that, and the forms to add, put right and strike out. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import type { HeardThing, Session } from '../../api/listening.ts'
import { useOutreachDeed } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { HeardForm } from './HeardForm.tsx'

export function OneListening({ session }: { session: Session }) {
  const { t, language } = useWords()
  const { label } = useCodes('messageLanguage')
  const edits = useHolds('communications')
  const { id, channel, place, placeName, day, team, heard, struckBecause } = session
  const counts = struckBecause === null
  return (
    <section className="card">
      <h2>
        {t(`messages.channel.${channel}`)} · {placeName ?? place} · {shortDate(day, language)}
      </h2>
      <p className="quiet">
        {team} · {label(session.language)}
      </p>
      {!counts && <p className="small">{t('listening.struck', { why: struckBecause })}</p>}
      {heard.length === 0 && counts && <p>{t('listening.nothing')}</p>}
      <ul className="deliveries">
        {heard.map((thing) => (
          <OneThing key={thing.id} thing={thing} edits={edits && counts} />
        ))}
      </ul>
      {edits && counts && (
        <>
          <details>
            <summary>{t('listening.add')}</summary>
            <HeardForm at={{ listening: id }} />
          </details>
          <Strike id={id} />
        </>
      )}
    </section>
  )
}

function OneThing({ thing, edits }: { thing: HeardThing; edits: boolean }) {
  const { t } = useWords()
  const { label } = useCodes('messageTopic')
  const mayClear = useHolds('communications', 'chief', 'governmentReviewer')
  const clearing = useOutreachDeed(() => post(`/api/publications/heard/${thing.id}/clear`))
  const { kind, wording, times, topic, messageKey, answer, answererName, clearedAt, clearerName, mine } = thing
  return (
    <li>
      <strong>{t(`listening.kind.${kind}`)}</strong>: «{wording}» ({t('listening.timesHeard', { n: times })})
      <span className="lacking">
        {label(topic)}
        {messageKey && ` · ${messageKey}`}
      </span>
      {answer === null ? (
        kind !== 'remark' && <span className="tag">{t('listening.unanswered')}</span>
      ) : (
        <p>
          {answer}{' '}
          <span className="quiet small">
            {t('listening.answeredBy', { name: answererName ?? t('notSaid') })},{' '}
            {clearedAt ? t('listening.clearedBy', { name: clearerName ?? t('notSaid') }) : t('listening.notCleared')}
          </span>
        </p>
      )}
      {mayClear && answer !== null && clearedAt === null && !mine && (
        <Button size="compact-sm" variant="default" loading={clearing.isPending} onClick={() => clearing.mutate(undefined)}>
          {t('listening.clear')}
        </Button>
      )}
      <Refusals refusals={refusalsOf(clearing.error)} focus />
      {edits && <Answer thing={thing} />}
      {edits && (
        <details>
          <summary>{t('listening.change')}</summary>
          <HeardForm at={{ heard: thing }} />
        </details>
      )}
    </li>
  )
}

function Answer({ thing: { id, answer, wording } }: { thing: HeardThing }) {
  const { t } = useWords()
  const [said, setSaid] = useState(answer ?? '')
  const answering = useOutreachDeed(() => post(`/api/publications/heard/${id}/answer`, { answer: said }))
  const ready = said.trim() !== '' && said !== answer
  return (
    <details>
      <summary>{t('listening.answer')}</summary>
      <KeyedForm onSave={() => ready && answering.mutate(undefined)} label={`${t('listening.answer')}: ${wording}`}>
        <Textarea label={t('listening.answerLabel')} autosize minRows={2} value={said} onChange={({ currentTarget }) => setSaid(currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!ready} loading={answering.isPending}>
          {t('listening.saveAnswer')}
        </Button>
        <Refusals refusals={refusalsOf(answering.error)} focus />
      </KeyedForm>
    </details>
  )
}

function Strike({ id }: { id: string }) {
  const { t } = useWords()
  const [because, setBecause] = useState('')
  const striking = useOutreachDeed(() => post(`/api/publications/listenings/${id}/strike`, { because }))
  const ready = because.trim() !== ''
  return (
    <details>
      <summary>{t('listening.strike')}</summary>
      <KeyedForm onSave={() => ready && striking.mutate(undefined)} label={t('listening.strike')}>
        <TextInput label={t('listening.strikeWhy')} value={because} onChange={({ currentTarget }) => setBecause(currentTarget.value)} />
        <Button type="submit" variant="default" disabled={!ready} loading={striking.isPending}>
          {t('listening.strike')}
        </Button>
        <Refusals refusals={refusalsOf(striking.error)} focus />
      </KeyedForm>
    </details>
  )
}
