/** What was promised and is late first; then the groups, with their next meeting and how they keep their word. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { dateAndTime } from '../../../ui/moments.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { type Discipline, type Group, useActions, useGroups } from '../../api/coordination.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { ActionTable } from './ActionTable.tsx'
import { CallMeeting } from './CallMeeting.tsx'
import { NewGroup } from './NewGroup.tsx'

export function MeetingsTab() {
  const { t } = useWords()
  const edits = useHolds('clusterCoordinator')
  const actions = useActions()
  const groups = useGroups()
  const error = actions.error ?? groups.error
  if (!actions.data || !groups.data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  const open = actions.data.actions.filter(({ state }) => state === 'open')
  const ended = actions.data.actions.filter(({ state }) => state !== 'open')
  return (
    <>
      <h2>{t('meetings.actions')}</h2>
      <Kept discipline={actions.data.discipline} />
      {open.length === 0 ? <Empty title={t('meetings.noActions')}>{t('meetings.noActionsNote')}</Empty> : <ActionTable actions={open} edits={edits} />}
      {ended.length > 0 && (
        <details className="after-table">
          <summary>{t('meetings.ended', { n: ended.length })}</summary>
          <ActionTable actions={ended} edits={false} />
        </details>
      )}
      <h2 className="after-table">{t('meetings.groups')}</h2>
      {groups.data.groups.length === 0 && <Empty title={t('meetings.noGroups')}>{t(edits ? 'meetings.noGroupsNote' : 'meetings.noGroupsOfYours')}</Empty>}
      <div className="group-cards">
        {groups.data.groups.map((group) => (
          <GroupCard key={group.id} group={group} edits={edits} />
        ))}
      </div>
      {edits && <NewGroup />}
    </>
  )
}

function Kept({ discipline: { due, onTime, late, overdue, percent } }: { discipline: Discipline }) {
  const { t, language } = useWords()
  if (percent === null) return <p className="quiet">{t('meetings.nothingDue')}</p>
  return <p className="quiet">{t('meetings.kept', { percent: number(Math.round(percent * 10) / 10, language), due, onTime, late, overdue })}</p>
}

function GroupCard({ group, edits }: { group: Group; edits: boolean }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const [calling, setCalling] = useState(false)
  return (
    <section className="card">
      <h3>{mine(group.name)}</h3>
      <p className="quiet">
        {t(`meetings.kind.${group.kind}`)} · {t(`meetings.rhythm.${group.rhythm}`)} · {t('meetings.chairedBy', { name: group.chairName })}
      </p>
      <p>{group.members.map(({ name, acronym }) => acronym ?? name).join(' · ')}</p>
      {group.meetings.length > 0 && (
        <ul>
          {group.meetings.slice(0, 5).map(({ id, startsAt, state }) => (
            <li key={id}>
              <Link href={`/coordination/meetings/${id}`}>{dateAndTime(startsAt, language)}</Link>{' '}
              <span className={state === 'called' ? 'tag' : 'quiet'}>{t(`meetings.state.${state}`)}</span>
            </li>
          ))}
        </ul>
      )}
      <Kept discipline={group.discipline} />
      {edits && !calling && (
        <Button variant="default" onClick={() => setCalling(true)}>
          {t('meetings.call')}
        </Button>
      )}
      {calling && <CallMeeting group={group.id} done={() => setCalling(false)} />}
    </section>
  )
}
