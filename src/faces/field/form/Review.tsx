/** All answers on one page before they are locked: what is missing first, each answer a touch away, and what "finish" will do. */
import type { AnyNode } from '@getodk/xforms-engine'
import { useState } from 'react'
import { useWords } from '../usePhone.tsx'
import { answerText } from './answers.ts'
import { type Page, questionsOf, violationsOf } from './pages.ts'
import { Violations } from './Violations.tsx'

type Given = { pages: readonly Page[]; jump: (nodeId: string) => void; finish: () => Promise<void>; told: string | null; back: () => void; canFinish: boolean }

export function Review({ pages, jump, finish, told, back, canFinish }: Given) {
  const { say, language } = useWords()
  const [isBusy, setBusy] = useState(false)
  const wrong = violationsOf(pages.flatMap(({ nodes }) => nodes) as readonly AnyNode[])
  return (
    <div className="page review">
      <h2>{say('form.review')}</h2>
      <Violations violations={wrong} jump={jump} />
      {pages.map((page) => {
        const answered = page.nodes.flatMap((node) => [...questionsOf(node as AnyNode)]).filter(({ nodeType }) => nodeType !== 'note')
        if (answered.length === 0) return null
        const title = page.group?.currentState.label?.asString
        return (
          <section key={page.key}>
            {title && <h3>{title}</h3>}
            <ul className="answers">
              {answered.map((question) => (
                <li key={question.nodeId}>
                  <button type="button" onClick={() => jump(question.nodeId)}>
                    <span>{question.currentState.label?.asString ?? question.currentState.reference.split('/').at(-1)}</span>
                    <b>{answerText(question, language) || <i>{say('form.empty')}</i>}</b>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {told && (
        <p className="told" role="alert">
          {told}
        </p>
      )}
      <p className="calm-note">{say('form.finishWhy')}</p>
      <div className="turn">
        <button type="button" onClick={back}>
          {say('back')}
        </button>
        <button
          type="button"
          className="main"
          disabled={wrong.length > 0 || !canFinish || isBusy}
          onClick={async () => {
            setBusy(true)
            await finish()
            setBusy(false)
          }}
        >
          {say('form.finish')}
        </button>
      </div>
    </div>
  )
}
