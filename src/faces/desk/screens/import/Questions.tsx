/** What only a person can decide: at most one question per cause, with its evidence, the proposed answer marked. */
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useWords } from '../../words/words.ts'
import { mergeAsked } from './decisions.ts'
import { type Import, type Question, useChoosing } from './imports.ts'
import { QuestionCard } from './QuestionCard.tsx'

export function Questions({ row, questions }: { row: Import; questions: Question[] }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const key = useMemo(() => ['imports', row.id, 'asked'], [row.id])
  const asked = useMemo(() => mergeAsked(answers.getQueryData<Question[]>(key) ?? [], questions), [answers, key, questions])
  useEffect(() => {
    answers.setQueryData(key, asked)
  }, [answers, key, asked])
  const choosing = useChoosing(row.id)
  const kept = Object.keys(row.choices.answers ?? {}).length
  const proposals = questions.flatMap(({ code, proposed }) => (proposed ? [[code, proposed] as const] : []))
  return (
    <section>
      <h2>{t('import.questions')}</h2>
      <p className="small quiet">
        {t(asked.length > 0 ? 'import.questionsNote' : 'import.noQuestions')} {kept > 0 && t('import.remembered', { n: kept })}
      </p>
      {proposals.length > 1 && (
        <div className="form-deeds accept-all">
          <Button loading={choosing.isPending} onClick={() => choosing.mutate({ answers: Object.fromEntries(proposals) })}>
            {t('import.acceptAll', { n: proposals.length })}
          </Button>
        </div>
      )}
      <div className="question-list">
        {asked.map((question) => (
          <QuestionCard key={question.code} row={row} question={question} open={questions.some(({ code }) => code === question.code)} />
        ))}
      </div>
    </section>
  )
}
