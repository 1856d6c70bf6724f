/** A meeting is called: when, where, and what stands on the agenda beside what it takes from open actions. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

export function CallMeeting({ group, done }: { group: string; done: () => void }) {
  const { t } = useWords()
  const [, go] = useLocation()
  const [value, setValue] = useState({ day: '', from: '09:00', to: '11:00', venue: '', topics: '' })
  const at = (clock: string) => new Date(`${value.day}T${clock}`).toISOString()
  const calling = useCoordinationDeed(
    () =>
      post<{ id: string }>(`/api/coordination/groups/${group}/meetings`, {
        ...{ startsAt: at(value.from), endsAt: at(value.to), venue: value.venue },
        topics: value.topics.split('\n').flatMap((line) => line.trim() || []),
      }),
    ({ id }) => go(`/coordination/meetings/${id}`),
  )
  const input = (name: 'day' | 'from' | 'to' | 'venue', type: string) => (
    <TextInput
      type={type}
      label={t(`meetings.when.${name}`)}
      value={value[name]}
      onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })}
    />
  )
  const ready = [value.day, value.from, value.to, value.venue.trim()].every((each) => each !== '')
  return (
    <KeyedForm onSave={() => ready && calling.mutate(undefined)} label={t('meetings.call')}>
      <Refusals refusals={refusalsOf(calling.error)} focus />
      <div className="side-by-side">
        {input('day', 'date')}
        {input('from', 'time')}
        {input('to', 'time')}
        {input('venue', 'text')}
      </div>
      <Textarea
        label={t('meetings.topics')}
        description={t('meetings.topicsNote')}
        autosize
        minRows={2}
        value={value.topics}
        onChange={({ currentTarget }) => setValue({ ...value, topics: currentTarget.value })}
      />
      <div className="form-deeds">
        <Button type="submit" disabled={!ready} loading={calling.isPending}>
          {t('meetings.call')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </KeyedForm>
  )
}
