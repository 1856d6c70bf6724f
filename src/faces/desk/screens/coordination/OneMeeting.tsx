/** One meeting: before it, its agenda; in it, the minutes as they are typed; after it, what was decided and the paper to hand out. */
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { shortDate } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Meeting, useCoordinationDeed, useMeeting } from '../../api/coordination.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { ActionTable } from './ActionTable.tsx'
import { MinutesForm } from './MinutesForm.tsx'

export function OneMeeting({ id }: { id: string }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const edits = useHolds('clusterCoordinator')
  const { data: meeting, error } = useMeeting(id)
  const cancelling = useCoordinationDeed(() => post(`/api/coordination/meetings/${id}/cancel`))
  if (!meeting) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const { state, group } = meeting
  const facts = [
    [t('meetings.when'), `${dateAndTime(meeting.startsAt, language)} – ${dateAndTime(meeting.endsAt, language)}`],
    [t('meetings.when.venue'), meeting.venue],
    [t('meetings.new.chair'), group.chairName],
    [t('meetings.how'), t(`meetings.state.${state}`)],
    ...(state === 'held' ? [[t('meetings.present'), meeting.presentNames.map(({ name, people }) => `${name} (${people})`).join(', ')]] : []),
  ] as [string, string][]
  return (
    <>
      <p className="small">
        <Link href="/coordination">{t('nav.coordination')}</Link>
      </p>
      <h1>{mine(group.name)}</h1>
      <dl className="facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="form-deeds">
        <a href={`/api/coordination/meetings/${id}/calendar.ics?lang=${language}`}>{t('meetings.calendar')}</a>
        {state === 'held' && (
          <>
            <a href={`/api/coordination/meetings/${id}/minutes.pdf?lang=pt`}>{t('meetings.minutesPt')}</a>
            <a href={`/api/coordination/meetings/${id}/minutes.pdf?lang=en`}>{t('meetings.minutesEn')}</a>
          </>
        )}
      </p>
      {state === 'called' && <Agenda agenda={meeting.agenda} />}
      {state === 'held' && <Minutes meeting={meeting} />}
      {state === 'called' && edits && (
        <>
          <MinutesForm meeting={meeting} />
          <Refusals refusals={refusalsOf(cancelling.error)} focus />
          <p>
            <Button variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate(undefined)}>
              {t('meetings.cancel')}
            </Button>
          </p>
        </>
      )}
    </>
  )
}

function Agenda({ agenda }: Pick<Meeting, 'agenda'>) {
  const { t, language } = useWords()
  return (
    <section className="card">
      <h2>{t('meetings.agenda')}</h2>
      {agenda.length === 0 && <Empty title={t('meetings.noAgenda')}>{t('meetings.noAgendaNote')}</Empty>}
      <ol>
        {agenda.map(({ kind, text, due, who }) => (
          <li key={`${kind}${text}${due}`}>
            {text} {kind === 'overdue' && <span className="tag">{t('meetings.late')}</span>}
            {due && <small className="lacking">{t('meetings.until', { who: who ?? '', day: shortDate(due, language) })}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Minutes({ meeting }: { meeting: Meeting }) {
  const { t } = useWords()
  const edits = useHolds('clusterCoordinator')
  return (
    <>
      <section className="card">
        <h2>{t('meetings.minutes')}</h2>
        {(meeting.minutes ?? []).map(({ topic, said, decision }) => (
          <div key={`${topic}${decision}`}>
            <h3>{topic}</h3>
            {said && <p>{said}</p>}
            {decision && (
              <p className="decision">
                <strong>{t('meetings.decision')}:</strong> {decision}
              </p>
            )}
          </div>
        ))}
      </section>
      <h2 className="after-table">{t('meetings.actions')}</h2>
      {meeting.actions.length === 0 ? <p className="quiet">{t('meetings.noneFromThis')}</p> : <ActionTable actions={meeting.actions} edits={edits} />}
    </>
  )
}
