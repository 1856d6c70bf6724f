/** Lessons whose tags this plan shares: what happened, what is advised, and the answer that the planner owes before work begins. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { LessonOfPlan } from '../../../api/projects.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

export function LessonsOfPlan({ activity, lessons, mayAnswer }: { activity: string; lessons: LessonOfPlan[]; mayAnswer: boolean }) {
  const { t, named } = useWords()
  if (lessons.length === 0) return null
  return (
    <section>
      <h4>{t('projects.lessons')}</h4>
      <ul className="lessons">
        {lessons.map(({ id, title, happened, advice, answer }) => (
          <li key={id}>
            <b>{title}</b> {happened} <b>{t('projects.advice')}</b> {advice}
            {answer ? (
              <small className="planned-why">
                {named('value', answer.answer)}: {answer.words}
              </small>
            ) : mayAnswer ? (
              <AnswerForm activity={activity} lesson={id} title={title} />
            ) : (
              <small className="planned-why">{t('projects.lessonWaits')}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function AnswerForm({ activity, lesson, title }: { activity: string; lesson: string; title: string }) {
  const { t, named } = useWords()
  const [answer, setAnswer] = useState('applied')
  const [words, setWords] = useState('')
  const answering = useResultsDeed(() => post(`/api/results/activities/${activity}/lessons/${lesson}`, { answer, words }))
  return (
    <KeyedForm onSave={() => answering.mutate(undefined)} label={t('projects.answerTo', { lesson: title })}>
      <Refusals refusals={refusalsOf(answering.error)} focus />
      <div className="side-by-side">
        <NativeSelect
          label={t('projects.answer')}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          data={['applied', 'notApplicable', 'notApplied'].map((value) => ({ value, label: named('value', value) }))}
        />
        <TextInput label={t('projects.answerWords')} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      </div>
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={words.trim() === ''} loading={answering.isPending}>
          {t('projects.giveAnswer')}
        </Button>
      </div>
    </KeyedForm>
  )
}
