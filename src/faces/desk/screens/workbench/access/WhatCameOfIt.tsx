/** What an office answered, and whether the team got there: each is written down when it is known. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { type AccessRequest, accessKey, accessOutcomes, accessReplies } from '../../../api/access.ts'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useDeed } from '../../../api/useDeed.ts'
import { useWords } from '../../../words/words.ts'

type Given = { round: string; request: AccessRequest; done: () => void }
type Half = { chosen: string; day: string; words: string }

export function WhatCameOfIt(given: Given) {
  const { reply, repliedOn, replyWords, outcome, outcomeOn, outcomeWords } = given.request
  return (
    <div className="side-by-side">
      <HalfForm {...given} half="reply" choices={accessReplies} known={{ chosen: reply, day: repliedOn ?? '', words: replyWords ?? '' }} />
      <HalfForm {...given} half="outcome" choices={accessOutcomes} known={{ chosen: outcome ?? 'reached', day: outcomeOn ?? '', words: outcomeWords ?? '' }} />
    </div>
  )
}

function HalfForm({ round, request, done, half, choices, known }: Given & { half: 'reply' | 'outcome'; choices: readonly string[]; known: Half }) {
  const { t, named } = useWords()
  const [typed, type] = useState(known)
  const keeping = useDeed(
    accessKey(round),
    () => {
      const { chosen, day, words } = typed
      const body =
        half === 'reply'
          ? { reply: chosen, repliedOn: day || null, replyWords: words || null }
          : { outcome: chosen, outcomeOn: day, outcomeWords: words || null }
      return post(`/api/displacement/access/${request.id}/${half}`, body)
    },
    done,
  )
  const title = t(`accessLog.${half}`)
  return (
    <KeyedForm onSave={() => keeping.mutate(undefined)} label={title}>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <NativeSelect
        label={title}
        value={typed.chosen}
        onChange={(event) => type({ ...typed, chosen: event.currentTarget.value })}
        data={choices.map((value) => ({ value, label: named(half === 'reply' ? 'accessReply' : 'accessOutcome', value) }))}
      />
      <TextInput type="date" label={t(`accessLog.${half}On`)} value={typed.day} onChange={(event) => type({ ...typed, day: event.currentTarget.value })} />
      <TextInput label={t('accessLog.words')} value={typed.words} maxLength={1000} onChange={(event) => type({ ...typed, words: event.currentTarget.value })} />
      <div className="form-deeds">
        <Button type="submit" size="xs" disabled={half === 'outcome' && typed.day === ''} loading={keeping.isPending}>
          {t('save')}
        </Button>
      </div>
    </KeyedForm>
  )
}
