/** The answers by question, repeats turn by turn; what was edited or corrected says so, and what was left empty is not a zero. */
import type { AnswerRow, OneSubmission } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'
import { textIn, useFormLanguage } from '../author/LanguagePick.tsx'
import type { Correcting } from './CorrectAnswer.tsx'
import { SentFile } from './SentFile.tsx'

type Question = OneSubmission['questions'][number]

export const keyOf = ({ path, repeat }: Question) => (repeat ? path.slice(repeat.length + 1) : path.split('/').slice(2).join('/'))

type Given = { data: OneSubmission; onCorrect: ((correcting: Correcting) => void) | null }

export function Answers({ data, onCorrect }: Given) {
  const { t } = useWords()
  const languages = [...new Set(data.questions.flatMap(({ labels }) => Object.keys(labels)))]
  const [language] = useFormLanguage(languages)
  return (
    <>
      {data.rows.map((row) => {
        const repeat = data.questions.find(({ path, kind }) => kind === 'repeat' && path === row.repeat)
        const asked = data.questions.filter(
          (question) => question.kind === 'question' && (question.repeat ?? '') === row.repeat && keyOf(question) in row.answers,
        )
        if (asked.length === 0) return null
        return (
          <section key={`${row.repeat}${row.turn}`} className="answers">
            {repeat && <h3>{t('review.turn', { repeat: textIn(repeat.labels, language) || repeat.name, n: String(row.turn) })}</h3>}
            <dl>
              {asked.map((question) => (
                <Answer key={question.path} data={data} question={question} row={row} language={language} onCorrect={onCorrect} />
              ))}
            </dl>
          </section>
        )
      })}
    </>
  )
}

type OneAnswer = Given & { question: Question; row: AnswerRow; language: string }

function Answer({ data, question, row, language, onCorrect }: OneAnswer) {
  const { t } = useWords()
  const value = row.answers[keyOf(question)]
  const differs = row.differs[keyOf(question)]
  const label = textIn(question.labels, language) || question.name
  return (
    <div className={differs}>
      <dt>{label}</dt>
      <dd>
        {value === null ? (
          <span className="quiet">{t('review.leftEmpty')}</span>
        ) : question.answer === 'binary' ? (
          <SentFile data={data} name={String(value)} question={label} isPhoto={question.type === 'image'} />
        ) : (
          spoken(value, question, language)
        )}
        {differs && <b className="origin">{t(`review.${differs}`)}</b>}
        {onCorrect && (
          <button type="button" className="link" onClick={() => onCorrect({ path: question.path, turn: row.turn, before: value })}>
            {t('review.correct')}
            <span className="unseen"> {label}</span>
          </button>
        )}
      </dd>
    </div>
  )
}

export function spoken(value: unknown, question: Question, language: string): string {
  const choice = (name: string) => {
    const known = question.choices?.find((each) => each.name === name)
    return known ? textIn(known.labels, language) || name : name
  }
  if (Array.isArray(value)) return value.map((each) => choice(String(each))).join(', ')
  if (typeof value === 'object' && value !== null) {
    const { lat, lon, accuracy } = value as { lat?: number; lon?: number; accuracy?: number }
    return lat === undefined ? JSON.stringify(value) : `${lat}, ${lon}${accuracy ? ` (± ${Math.round(accuracy)} m)` : ''}`
  }
  return choice(String(value))
}
