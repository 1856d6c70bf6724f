/** Numbers as people here write them: a comma or a point, blanks between thousands. What is no number is said, and never becomes zero. */
import { useState } from 'react'
import { useWords } from '../../usePhone.tsx'
import { useTyped } from '../useForm.tsx'
import { type InputGiven, said, setText } from './given.ts'
import { readNumber } from './readNumber.ts'

export function NumberInput({ node, ids }: InputGiven) {
  const { say, language } = useWords()
  const isWhole = node.valueType === 'int'
  const [problem, setProblem] = useState<'form.notWhole' | 'form.notNumber' | null>(null)
  const written = node.currentState.instanceValue
  const shown = language === 'pt' ? written.replace('.', ',') : written
  const { text, type, flush } = useTyped(shown, (typed) => {
    const read = readNumber(typed, isWhole)
    setProblem(read === 'wrong' ? (isWhole ? 'form.notWhole' : 'form.notNumber') : null)
    setText(node, read === 'wrong' ? null : read)
  })
  return (
    <>
      <input
        {...said(ids)}
        aria-invalid={ids.isWrong || problem !== null}
        className="number-answer"
        type="text"
        inputMode={isWhole ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={text}
        onBlur={flush}
        onChange={(event) => type(event.target.value)}
      />
      {problem && (
        <p className="error" role="alert">
          {say(problem)}
        </p>
      )}
    </>
  )
}
