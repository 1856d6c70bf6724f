/** The queue by what somebody answered: a question of the form, how to compare, and with what. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FilterQuestion } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'
import { textIn, useFormLanguage } from '../author/LanguagePick.tsx'
import { type AnswerAsked, type Comparison, comparisons, needsValue } from './answerAsked.ts'

type Given = { questions: readonly FilterQuestion[]; asked: AnswerAsked | null; onAsk: (asked: AnswerAsked | null) => void }

export function AnswerFilter({ questions, asked, onAsk }: Given) {
  const { t } = useWords()
  const [language] = useFormLanguage([...new Set(questions.flatMap(({ labels }) => Object.keys(labels)))])
  const [typed, type] = useState<AnswerAsked>(asked ?? { question: '', is: 'answered', value: '' })
  const question = questions.find(({ path }) => path === typed.question)
  const ways = comparisons[question?.asks ?? 'presence']
  const whole = question !== undefined && (!needsValue(typed.is) || (typed.value !== '' && (question.asks !== 'number' || !Number.isNaN(Number(typed.value)))))
  return (
    <form
      className="filters answer-filter"
      onSubmit={(event) => {
        event.preventDefault()
        if (whole) onAsk({ ...typed, value: needsValue(typed.is) ? typed.value : '' })
      }}
    >
      <NativeSelect
        label={t('review.byAnswer')}
        value={typed.question}
        onChange={(event) => {
          const chosen = questions.find(({ path }) => path === event.currentTarget.value)
          type({ question: chosen?.path ?? '', is: comparisons[chosen?.asks ?? 'presence'][0]!, value: '' })
        }}
        data={[
          { value: '', label: t('review.chooseQuestion') },
          ...questions.map(({ path, labels, name }) => ({ value: path, label: textIn(labels, language) || name })),
        ]}
      />
      {question && (
        <NativeSelect
          label={t('review.compare')}
          value={typed.is}
          onChange={(event) => type({ ...typed, is: event.currentTarget.value as Comparison })}
          data={ways.map((way) => ({ value: way, label: t(`compare.${way}`) }))}
        />
      )}
      {question && needsValue(typed.is) && (
        <Value question={question} language={language} value={typed.value} onChange={(value) => type({ ...typed, value })} />
      )}
      {question && (
        <Button type="submit" variant="default" disabled={!whole}>
          {t('review.filter')}
        </Button>
      )}
      {asked && (
        <button type="button" className="link" onClick={() => onAsk(null)}>
          {t('review.unfilter')}
        </button>
      )}
      {question?.inRepeat && <p className="small quiet">{t('review.inRepeat')}</p>}
    </form>
  )
}

function Value({ question, language, value, onChange }: { question: FilterQuestion; language: string; value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  if (question.asks === 'choice' || question.asks === 'choices')
    return (
      <NativeSelect
        label={t('review.value')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: t('review.choose') },
          ...question.choices.map(({ name, labels }) => ({ value: name, label: textIn(labels, language) || name })),
        ]}
      />
    )
  return (
    <TextInput
      label={t('review.value')}
      type={question.asks === 'number' ? 'number' : 'date'}
      step="any"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
