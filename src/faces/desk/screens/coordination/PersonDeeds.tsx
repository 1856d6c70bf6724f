/** What is done for one person of a session: a coaching visit at work, and, when the person asks for it, forgetting who it was. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

export function PersonDeeds({ learner, done }: { learner: string; done: () => void }) {
  return (
    <div className="one-request">
      <CoachingVisit learner={learner} done={done} />
      <Forget learner={learner} done={done} />
    </div>
  )
}

function CoachingVisit({ learner, done }: { learner: string; done: () => void }) {
  const { t } = useWords()
  const [given, setGiven] = useState({ day: '', task: '', advice: '' })
  const [score, setScore] = useState<string | number>('')
  const keeping = useCoordinationDeed(
    () => post(`/api/coordination/learners/${learner}/coaching`, { ...given, score: score === '' ? null : Number(score) }),
    done,
  )
  const line = (name: keyof typeof given, type = 'text') => (
    <TextInput
      type={type}
      label={t(`learning.coach.${name}`)}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  )
  const ready = Object.values(given).every((each) => each.trim() !== '')
  return (
    <>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('learning.coach')}>
        <div className="side-by-side">
          {line('day', 'date')}
          {line('task')}
          <NumberInput label={t('learning.coach.score')} min={0} max={100} hideControls value={score} onChange={setScore} />
          {line('advice')}
        </div>
        <div className="form-deeds">
          <Button type="submit" size="compact-sm" variant="default" disabled={!ready} loading={keeping.isPending}>
            {t('learning.coach')}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}

/** Cannot be taken back: the key of the name is destroyed. */
function Forget({ learner, done }: { learner: string; done: () => void }) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const forgetting = useCoordinationDeed(() => post(`/api/coordination/learners/${learner}/forget`, { reason: reason.trim() }), done)
  return (
    <details>
      <summary>{t('learning.forget')}</summary>
      <p className="small quiet">{t('learning.forgetNote')}</p>
      <Refusals refusals={refusalsOf(forgetting.error)} focus />
      <div className="side-by-side">
        <TextInput label={t('learning.forgetReason')} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
      </div>
      <div className="form-deeds">
        <Button
          size="compact-sm"
          color="red"
          variant="outline"
          disabled={reason.trim() === ''}
          loading={forgetting.isPending}
          onClick={() => forgetting.mutate(undefined)}
        >
          {t('learning.forget')}
        </Button>
      </div>
    </details>
  )
}
