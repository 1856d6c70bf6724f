/** A partner's month in ten minutes: "your activities: still true?" with yes, ended and changed, then one press to hand it in. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { CountText } from '../../../ui/Unknown.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Mine, type OwnActivity, useFourWDeed, useMine } from '../../api/fourW.ts'
import { useWords } from '../../words/words.ts'
import { CountFrom } from './CountFrom.tsx'
import { monthName } from './monthName.ts'
import { NewActivity } from './NewActivity.tsx'
import { blankReach, ReachFields, saidOf, type TypedReach } from './ReachFields.tsx'
import { SameWork } from './SameWork.tsx'

type Given = { answer: 'yes' | 'ended' | 'changed'; reach?: TypedReach }

export function MyActivities() {
  const { t } = useWords()
  const { data, error } = useMine()
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  return data ? <Shown mine={data} /> : <WaitingTable />
}

function Shown({ mine: { cycle, organisation, report, activities } }: { mine: Mine }) {
  const { t, language } = useWords()
  const [given, setGiven] = useState<Record<string, Given>>({})
  const [reason, setReason] = useState('')
  const isLocked = cycle?.state === 'locked' || cycle?.state === 'published'
  const answering = useFourWDeed(
    () =>
      post('/api/coordination/mine/answers', {
        answers: Object.entries(given).map(([activity, { answer, reach }]) => ({
          activity,
          answer,
          ...(answer === 'changed' && reach ? { said: saidOf(reach) } : {}),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        })),
      }),
    () => setGiven({}),
  )
  const handing = useFourWDeed(() => post('/api/coordination/mine/submit'))
  const waiting = activities.filter(({ confirmed, status }) => !confirmed && status !== 'completed' && status !== 'cancelled').length
  const answered = Object.keys(given).length
  return (
    <>
      <h2>{activities.length > 0 ? t('fourW.mine', { n: activities.length, organisation }) : organisation}</h2>
      <p className="quiet">
        {cycle
          ? t(isLocked ? 'fourW.mineLocked' : 'fourW.mineDue', { month: monthName(cycle.month, language), day: shortDate(cycle.dueOn, language) })
          : t('fourW.noMonth')}
      </p>
      {report?.state === 'reminded' && <p className="notice">{t('fourW.youWereReminded')}</p>}
      {report?.state === 'submitted' && !isLocked && <p className="notice">✓ {t('fourW.youSubmitted')}</p>}
      <Refusals refusals={refusalsOf(answering.error ?? handing.error)} focus />
      {activities.length === 0 && <Empty title={t('fourW.mineNone')}>{t('fourW.mineNoneNote')}</Empty>}
      {activities.length > 0 && (
        <ul className="plain-list">
          {activities.map((one) => (
            <OneActivity key={one.id} one={one} given={given[one.id]} onGive={(next) => setGiven((before) => ({ ...before, [one.id]: next }))} />
          ))}
        </ul>
      )}
      {isLocked && answered > 0 && <TextInput label={t('fourW.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      {activities.length > 0 && (
        <div className="form-deeds">
          <Button onClick={() => answering.mutate(undefined)} disabled={answered === 0} loading={answering.isPending}>
            {t('fourW.keepAnswers', { n: answered })}
          </Button>
          {cycle && !isLocked && report?.state !== 'submitted' && (
            <Button variant="default" onClick={() => handing.mutate(undefined)} loading={handing.isPending}>
              {t('fourW.submit')}
            </Button>
          )}
          <span role="status" className="small quiet">
            {waiting > 0 ? t('fourW.stillWaiting', { n: waiting }) : t('fourW.allAnswered')}
          </span>
        </div>
      )}
      <SameWork />
      <p className="fourw-upload">
        <Link href="/import">{t('fourW.upload')}</Link> <span className="small quiet">{t('fourW.uploadNote')}</span>{' '}
        {activities.length > 0 && (
          <a href={`/api/coordination/workbook?lang=${language}`} download>
            {t('fourW.workbook')}
          </a>
        )}
      </p>
      <NewActivity isLocked={isLocked} />
    </>
  )
}

function OneActivity({ one, given, onGive }: { one: OwnActivity; given: Given | undefined; onGive: (given: Given) => void }) {
  const { t, named, language } = useWords()
  const [counting, setCounting] = useState(false)
  const title = `${one.activityType ?? named('sector', one.sector)} · ${one.placeName ?? t('fourW.wholeCountry')}`
  return (
    <li className="card">
      <strong>{title}</strong>
      <p className="small quiet">
        {named('sector', one.sector)} · {one.status ? named('fourW.state', one.status) : t('notSaid')} · {t('fourW.people')}: <CountText value={one.people} />
        {one.distinct !== null && ` (${t('countFrom.distinct', { n: one.distinct })})`} ·{' '}
        {one.lastConfirmed ? t('fourW.confirmedOn', { day: shortDate(one.lastConfirmed, language) }) : t('fourW.notConfirmed')}
      </p>
      <fieldset className="fourw-answers">
        <legend className="unseen">{t('fourW.stillTrue', { activity: title })}</legend>
        {(['yes', 'ended', 'changed'] as const).map((answer) => (
          <label key={answer}>
            <input type="radio" name={`answer-${one.id}`} checked={given?.answer === answer} onChange={() => onGive({ answer })} />{' '}
            {t(`fourW.answer.${answer}`)}
          </label>
        ))}
      </fieldset>
      <p className="small">
        <button type="button" className="link" aria-expanded={counting} onClick={() => setCounting(!counting)}>
          {one.countedFrom ? t('countFrom.by', { n: one.countedFrom.length }) : t('countFrom.choose')}
        </button>
      </p>
      {counting && <CountFrom activity={one.id} done={() => setCounting(false)} />}
      {given?.answer === 'changed' && (
        <div className="fourw-change">
          <ReachFields reach={given.reach ?? blankReach} label={t('fourW.peopleNow')} onChange={(reach) => onGive({ answer: 'changed', reach })} />
        </div>
      )}
    </li>
  )
}
