/**
 * The form as it looks on a phone, one page for each group that asks something: choices, keypads and pickers in their places. A picture to read while
 * the form cannot be opened yet; afterwards the phone itself stands here.
 */
import { useEffect, useRef } from 'react'
import type { Question } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import { textIn } from './LanguagePick.tsx'
import { PhoneAnswer } from './PhoneAnswer.tsx'

type Page = { path: string; holders: Question[]; questions: Question[] }

/** What hangs together stands on one page: the questions of one group, in the order of the form. */
function pagesOf(questions: readonly Question[]): Page[] {
  const byPath = new Map(questions.map((question) => [question.path, question]))
  const pages: Page[] = []
  for (const question of questions) {
    if (question.kind !== 'question' || !question.isShown) continue
    const around = question.path.slice(0, question.path.lastIndexOf('/'))
    const last = pages.at(-1)
    if (last?.path === around) last.questions.push(question)
    else pages.push({ path: around, holders: holdersOf(around, byPath), questions: [question] })
  }
  return pages
}

function holdersOf(path: string, byPath: ReadonlyMap<string, Question>): Question[] {
  const words = path.split('/')
  return words.flatMap((_, i) => byPath.get(words.slice(0, i + 1).join('/')) ?? [])
}

type Given = { title: string; questions: readonly Question[]; language: string; chosen: string | null; onChoose: (path: string) => void }

export function PhoneFrame({ title, questions, language, chosen, onChoose }: Given) {
  const { t } = useWords()
  const pages = pagesOf(questions)
  const at = Math.max(
    0,
    pages.findIndex(({ path, questions: asked }) => asked.some((question) => question.path === chosen) || path === chosen),
  )
  const page = pages[at]
  const screen = useRef<HTMLElement>(null)
  useEffect(() => {
    const row = chosen && screen.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(chosen)}"]`)
    if (row && screen.current) screen.current.scrollTop = row.offsetTop - 80
    else if (screen.current) screen.current.scrollTop = 0
  }, [chosen])
  if (!page) return <div className="phone phone-empty">{t('author.phoneEmpty')}</div>
  const turn = (step: number) => onChoose(pages[at + step]!.questions[0]!.path)
  return (
    <div className="phone">
      <div className="phone-head">
        <b>{title}</b>
        <span>{t('author.page', { at: String(at + 1), of: String(pages.length) })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a screen that scrolls must be reachable by keyboard */}
      <section className="phone-screen" ref={screen} tabIndex={0} aria-label={t('author.phoneScreen')}>
        {page.holders.map((holder) => (
          <p key={holder.path} className="phone-group">
            {textIn(holder.labels, language) || holder.name}
            {holder.kind === 'repeat' && <small>{t('author.repeats')}</small>}
          </p>
        ))}
        {page.questions.map((question) => (
          <div key={question.path} data-question={question.path} className={question.path === chosen ? 'phone-question chosen' : 'phone-question'}>
            <p className="phone-label">
              {textIn(question.labels, language) || question.name}
              {question.required === true && (
                <abbr className="required" title={t('author.required')}>
                  {' '}
                  *
                </abbr>
              )}
            </p>
            {textIn(question.hints, language) && <p className="phone-hint">{textIn(question.hints, language)}</p>}
            <PhoneAnswer question={question} language={language} />
          </div>
        ))}
      </section>
      <div className="phone-foot">
        <button type="button" className="phone-turn" disabled={at === 0} onClick={() => turn(-1)}>
          {t('author.before')}
        </button>
        <button type="button" className="phone-turn" disabled={at === pages.length - 1} onClick={() => turn(1)}>
          {t('author.next')}
        </button>
      </div>
    </div>
  )
}
