/** One page of a form: where it belongs, what is wrong on it, its questions, and the way back and forth. */
import type { AnyNode } from '@getodk/xforms-engine'
import { useWords } from '../usePhone.tsx'
import { Marked } from './Marked.tsx'
import { type Page, violationsOf } from './pages.ts'
import { QuestionOrGroup } from './QuestionOrGroup.tsx'
import { Violations } from './Violations.tsx'

type Given = {
  page: Page
  isFirst: boolean
  isLast: boolean
  isMine: boolean
  isAsked: boolean
  jump: (nodeId: string) => void
  next: () => void
  /** Back, or on although something is missing. */
  go: (step: 1 | -1) => void
}

export function FormPage({ page, isFirst, isLast, isMine, isAsked, jump, next, go }: Given) {
  const { say } = useWords()
  return (
    <form
      className="page"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      {page.crumbs.length > 0 && (
        <p className="crumbs">
          {page.crumbs
            .map((crumb) => crumb.currentState.label?.asString)
            .filter(Boolean)
            .join(' › ')}
        </p>
      )}
      {page.group?.currentState.label && (
        <h2>
          <Marked text={page.group.currentState.label} />
        </h2>
      )}
      {isAsked && <Violations violations={violationsOf(page.nodes as readonly AnyNode[])} jump={jump} later={() => go(1)} />}
      <fieldset className="all-questions" disabled={!isMine}>
        {page.nodes.map((node) => (
          <QuestionOrGroup key={node.nodeId} node={node} />
        ))}
      </fieldset>
      <div className="turn">
        <button type="button" disabled={isFirst} onClick={() => go(-1)}>
          {say('back')}
        </button>
        <button type="submit" className="main">
          {say(isLast ? 'form.review' : 'next')}
        </button>
      </div>
    </form>
  )
}
