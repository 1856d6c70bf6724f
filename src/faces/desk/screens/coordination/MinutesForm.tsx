/** The minutes, typed once while people still sit in the room: who is there, topic by topic what was said and decided, and who does what by when. */
import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Meeting, useCoordinationDeed } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

type ActionTyped = { key: number; words: string; owner: string; person: string; due: string }
type ItemTyped = { key: number; topic: string; said: string; decision: string; actions: ActionTyped[] }

let last = 0
const nextKey = () => ++last
const newItem = (topic = ''): ItemTyped => ({ key: nextKey(), topic, said: '', decision: '', actions: [] })

export function MinutesForm({ meeting: { id, agenda, group } }: { meeting: Meeting }) {
  const { t } = useWords()
  const [items, setItems] = useState<ItemTyped[]>(() => (agenda.length > 0 ? agenda.map(({ text }) => newItem(text)) : [newItem()]))
  const [present, setPresent] = useState<Record<string, number>>({})
  const keeping = useCoordinationDeed(() =>
    post(`/api/coordination/meetings/${id}/minutes`, {
      present: Object.entries(present).flatMap(([organisation, people]) => (people > 0 ? { organisation, people } : [])),
      items: items
        .filter(({ topic }) => topic.trim() !== '')
        .map(({ topic, said, decision, actions }) => ({
          topic,
          said: said || null,
          decision: decision || null,
          actions: actions.map(({ key: _, ...action }) => action),
        })),
    }),
  )
  const change = (key: number, changed: Partial<ItemTyped>) => setItems(items.map((item) => (item.key === key ? { ...item, ...changed } : item)))
  const ready =
    items.some(({ topic }) => topic.trim() !== '') &&
    items.every(({ actions }) => actions.every((action) => Object.values(action).every((each) => each !== '')))
  return (
    <section className="card">
      <h2>{t('meetings.writeMinutes')}</h2>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('meetings.writeMinutes')}>
        <fieldset>
          <legend>{t('meetings.presentCount')}</legend>
          <div className="side-by-side">
            {group.members.map((member) => (
              <NumberInput
                key={member.id}
                label={member.name}
                min={0}
                max={500}
                value={present[member.id] ?? ''}
                onChange={(people) => setPresent({ ...present, [member.id]: Number(people) || 0 })}
              />
            ))}
          </div>
        </fieldset>
        {items.map((item, at) => (
          <OneItem key={item.key} item={item} at={at + 1} members={group.members} change={(changed) => change(item.key, changed)} />
        ))}
        <div className="form-deeds">
          <Button variant="default" onClick={() => setItems([...items, newItem()])}>
            {t('meetings.addTopic')}
          </Button>
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('meetings.keepMinutes')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}

type ItemGiven = { item: ItemTyped; at: number; members: Meeting['group']['members']; change: (changed: Partial<ItemTyped>) => void }

function OneItem({ item, at, members, change }: ItemGiven) {
  const { t } = useWords()
  const changeAction = (key: number, changed: Partial<ActionTyped>) =>
    change({ actions: item.actions.map((action) => (action.key === key ? { ...action, ...changed } : action)) })
  return (
    <div className="minutes-item">
      <TextInput label={t('meetings.topicNumber', { n: at })} value={item.topic} onChange={({ currentTarget }) => change({ topic: currentTarget.value })} />
      <div className="side-by-side">
        <Textarea label={t('meetings.said')} autosize value={item.said} onChange={({ currentTarget }) => change({ said: currentTarget.value })} />
        <Textarea label={t('meetings.decision')} autosize value={item.decision} onChange={({ currentTarget }) => change({ decision: currentTarget.value })} />
      </div>
      {item.actions.map((action) => (
        <div className="minutes-action" key={action.key}>
          <TextInput
            label={t('meetings.action')}
            value={action.words}
            onChange={({ currentTarget }) => changeAction(action.key, { words: currentTarget.value })}
          />
          <NativeSelect
            label={t('meetings.owner')}
            value={action.owner}
            onChange={({ currentTarget }) => changeAction(action.key, { owner: currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...members.map((member) => ({ value: member.id, label: member.name }))]}
          />
          <TextInput
            label={t('meetings.person')}
            value={action.person}
            onChange={({ currentTarget }) => changeAction(action.key, { person: currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('meetings.due')}
            value={action.due}
            onChange={({ currentTarget }) => changeAction(action.key, { due: currentTarget.value })}
          />
        </div>
      ))}
      <p>
        <Button variant="subtle" onClick={() => change({ actions: [...item.actions, { key: nextKey(), words: '', owner: '', person: '', due: '' }] })}>
          {t('meetings.addAction')}
        </Button>
      </p>
    </div>
  )
}
