/** The questions as they lie in groups and repeats, each with its type and when it is asked; `j` and `k` walk through them, and the phone follows. */
import type { FormFinding, Question } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import { textIn } from './LanguagePick.tsx'

type Given = {
  questions: readonly Question[]
  findings: readonly FormFinding[]
  language: string
  chosen: string | null
  onChoose: (path: string) => void
}

const depthOf = (path: string) => path.split('/').length - 3

export function QuestionTree({ questions, findings, language, chosen, onChoose }: Given) {
  const { t, named } = useWords()
  const worst = new Map<number, FormFinding['severity']>()
  for (const { sheet, row, severity } of findings) if (sheet === 'survey' && row && worst.get(row) !== 'refuse') worst.set(row, severity)
  return (
    <ol className="question-tree">
      {questions.map((question) => {
        const { path, name, kind, type, row, relevant, required, labels } = question
        const finding = worst.get(row)
        return (
          <li key={path} className={kind === 'question' ? undefined : 'holder'} style={{ paddingInlineStart: `${0.4 + depthOf(path) * 1.1}rem` }}>
            <button
              type="button"
              data-row=""
              className="tree-row"
              aria-current={path === chosen ? 'true' : undefined}
              onClick={() => onChoose(path)}
              onFocus={() => onChoose(path)}
            >
              <span className="tree-label">
                {textIn(labels, language) || <i className="quiet">{name}</i>}
                {required === true && (
                  <abbr className="required" title={t('author.required')}>
                    *
                  </abbr>
                )}
                {finding && (
                  <b className={`odd ${finding === 'refuse' ? 'errors' : 'warnings'}`}>{t(finding === 'refuse' ? 'author.hasError' : 'author.hasWarning')}</b>
                )}
              </span>
              <span className="tree-facts">
                <code>{name}</code> <span>{named('questionType', type)}</span>
                {relevant && (
                  <span className="tree-when">
                    {t('author.askedWhen')} <code>{relevant}</code>
                  </span>
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
