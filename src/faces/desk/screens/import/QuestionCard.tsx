/** One question: its sentence, its evidence, and the answers as radio buttons; one for all cases, or case by case. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useWords } from '../../words/words.ts'
import { Answers } from './Answers.tsx'
import { CaseTable } from './CaseTable.tsx'
import { type Decision, decided, isWhole, needOf, written } from './decisions.ts'
import { Evidence } from './Evidence.tsx'
import { type Case, type Import, type Question, useChoosing } from './imports.ts'
import { Mark } from './Mark.tsx'

/** So few cases are better answered one by one at once. */
const fewCases = 3

export function QuestionCard({ row, question, open }: { row: Import; question: Question; open: boolean }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const choosing = useChoosing(row.id)
  const cases = question.items ?? []
  const only = cases.length === 1 ? cases[0] : undefined
  // What differs from case to case, such as a date or a figure, can be given for one case only.
  const common = question.options.filter(({ value }) => only || needOf(question.code, value) === 'nothing')
  const [each, setEach] = useState(!only && cases.length > 0 && cases.length <= fewCases && common.length < question.options.length)
  const [shown, setShown] = useState(false)
  const [forAll, setForAll] = useState<Decision>(() => decided(row, question, only) ?? { answer: question.proposed ?? only?.proposed ?? '' })
  const [own, setOwn] = useState<Record<string, Decision>>({})
  const ownOf = (one: Case): Decision => own[one.key] ?? decided(row, question, one) ?? { answer: one.proposed ?? question.proposed ?? '' }
  const answer = decided(row, question, only)
  const ready = each ? cases.some((one) => isWhole(question.code, ownOf(one))) : isWhole(question.code, forAll)
  const send = () =>
    choosing.mutate({
      answers: each
        ? Object.fromEntries(cases.flatMap((one) => (isWhole(question.code, ownOf(one)) ? [[one.key, written(ownOf(one))]] : [])))
        : { [only && only.id !== '*' ? only.key : question.code]: written(forAll) },
    })
  return (
    <article className={open ? 'question' : 'question settled'} data-row="" tabIndex={-1}>
      <p className="question-words">
        <Mark severity={question.proposed || only?.proposed ? 'warning' : 'error'} /> <span>{mine(question.sentence)}</span>
      </p>
      {!open && <p className="small">✓ {answer ? `${t('import.answered')}: ${named('answer', answer.answer)}` : t('import.answered')}</p>}
      <Evidence facts={question.facts} />
      <Refusals refusals={refusalsOf(choosing.error)} focus />
      {!each && (
        <Answers
          legend={t('import.answerAll', { n: Math.max(1, cases.length) })}
          code={question.code}
          options={common.map(({ value }) => value)}
          proposed={question.proposed ?? only?.proposed ?? null}
          suggestions={only?.suggestions ?? []}
          value={forAll}
          onChange={setForAll}
        />
      )}
      {cases.length > 0 && cases[0]?.id !== '*' && (
        <p className="small deeds">
          <button type="button" className="link" aria-expanded={shown || each} onClick={() => setShown(!shown)} disabled={each}>
            {t(shown || each ? 'import.hideCases' : 'import.showCases')} ({t('import.cases', { n: cases.length })})
          </button>
          {cases.length > 1 && (
            <button type="button" className="link" aria-pressed={each} onClick={() => setEach(!each)}>
              {t(each ? 'import.forAll' : 'import.perCase')}
            </button>
          )}
        </p>
      )}
      {(shown || each) && (
        <CaseTable
          question={question}
          cases={cases}
          ownOf={each ? ownOf : null}
          onOwn={(one, decision) => setOwn((before) => ({ ...before, [one.key]: decision }))}
        />
      )}
      <div className="form-deeds">
        <Button size="xs" variant="default" disabled={!ready} loading={choosing.isPending} onClick={send}>
          {t('import.answerSend')}
        </Button>
        <span className="small quiet" role="status">
          {choosing.isSuccess && t('import.answerSaved')}
        </span>
      </div>
    </article>
  )
}
