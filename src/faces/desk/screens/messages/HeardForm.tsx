/** What was heard, in few words and without anybody in them: new under a listening, or put right. */
import { Button, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { heardKinds } from '../../../../engines/message/index.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import type { HeardThing } from '../../api/listening.ts'
import { useMessages, useOutreachDeed } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'

const empty = { kind: 'question', topic: '', message: '', wording: '' }

export function HeardForm({ at }: { at: { listening: string } | { heard: HeardThing } }) {
  const { t } = useWords()
  const topics = useCodes('messageTopic')
  const messages = useMessages().data?.messages ?? []
  const before = 'heard' in at ? at.heard : null
  const [given, setGiven] = useState(before ? { ...before, message: before.message ?? '' } : empty)
  const [times, setTimes] = useState<string | number>(before?.times ?? 1)
  const { kind, topic, message, wording } = given
  const body = { kind, topic, message: message || null, wording, times: Number(times) }
  const keeping = useOutreachDeed(
    () => ('heard' in at ? patch(`/api/publications/heard/${at.heard.id}`, body) : post(`/api/publications/listenings/${at.listening}/heard`, body)),
    () => before === null && setGiven({ ...empty, topic, message }),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  // A message says its topic.
  const putMessage = ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
    setGiven({ ...given, message: value, topic: messages.find(({ id }) => id === value)?.topic ?? topic })
  const ready = topic !== '' && wording.trim() !== '' && Number(times) >= 1
  const name = t(before ? 'listening.change' : 'listening.add')
  return (
    <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={before ? `${name}: ${before.wording}` : name}>
      <div className="side-by-side">
        <NativeSelect
          label={t('listening.kind')}
          value={kind}
          onChange={put('kind')}
          data={heardKinds.map((each) => ({ value: each, label: t(`listening.kind.${each}`) }))}
        />
        <NativeSelect
          label={t('listening.message')}
          value={message}
          onChange={putMessage}
          data={[{ value: '', label: t('listening.noMessage') }, ...messages.map(({ id, key }) => ({ value: id, label: key }))]}
        />
        <NativeSelect label={t('messages.topic')} value={topic} onChange={put('topic')} data={[{ value: '', label: t('records.choose') }, ...topics.options]} />
        <NumberInput label={t('listening.times')} min={1} max={10_000} value={times} onChange={setTimes} />
      </div>
      <Textarea
        label={t('listening.wording')}
        description={t('listening.wordingNote')}
        autosize
        minRows={2}
        maxLength={300}
        value={wording}
        onChange={put('wording')}
      />
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!ready} loading={keeping.isPending}>
          {name}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
    </KeyedForm>
  )
}
