/** One question: its words, its help, the answer, and what is wrong with it, once somebody has left it. */
import type { AnyNode } from '@getodk/xforms-engine'
import { type FocusEvent, useState } from 'react'
import { useWords } from '../usePhone.tsx'
import { Control, isLabelledGroup } from './controls/Control.tsx'
import { Marked } from './Marked.tsx'
import { MediaOf } from './Media.tsx'
import { type Question as QuestionNode, violationsOf } from './pages.ts'
import { useForm } from './useForm.tsx'
import { violationText } from './Violations.tsx'

export type ControlIds = { input: string; label: string; describedBy: string; isWrong: boolean; isRequired: boolean }

function Guidance({ node }: { node: QuestionNode }) {
  const { say } = useWords()
  const { guidance, root } = useForm()
  const text = guidance(node.definition.nodeset, root.currentState.activeLanguage.language)
  return (
    text && (
      <details className="guidance">
        <summary>{say('form.moreHelp')}</summary>
        <p>{text}</p>
      </details>
    )
  )
}

export function Question({ node }: { node: QuestionNode }) {
  const { say } = useWords()
  const { isAsked } = useForm()
  const [wasLeft, setLeft] = useState(false)
  const { label, hint, required } = node.currentState
  const [violation] = violationsOf([node as AnyNode])
  // Nothing is red before somebody left the field; "required" waits until the page is left.
  const isWrong = violation !== undefined && (isAsked || (wasLeft && violation.condition === 'constraint'))
  const ids: ControlIds = {
    input: `${node.nodeId}-answer`,
    label: `${node.nodeId}-label`,
    describedBy: `${node.nodeId}-about`,
    isWrong,
    isRequired: required,
  }
  if (node.nodeType === 'note')
    return (
      <div className="question note" id={node.nodeId}>
        <div className="label">
          <Marked text={label} />
        </div>
        <MediaOf text={label} />
        <div className="hint">
          <Marked text={hint} />
        </div>
        <Guidance node={node} />
        {node.currentState.instanceValue !== '' && <output>{node.currentState.instanceValue}</output>}
      </div>
    )
  const words = (
    <>
      <Marked text={label} />
      {required && <span className="required"> {say('form.isRequired')}</span>}
    </>
  )
  const left = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setLeft(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears that the field inside it was left
    <div className={isWrong ? 'question wrong' : 'question'} id={node.nodeId} onBlur={left}>
      {isLabelledGroup(node) ? (
        <div className="label" id={ids.label}>
          {words}
        </div>
      ) : (
        <label className="label" id={ids.label} htmlFor={ids.input}>
          {words}
        </label>
      )}
      <MediaOf text={label} />
      <div id={ids.describedBy}>
        {hint && (
          <div className="hint">
            <Marked text={hint} />
          </div>
        )}
        {isWrong && <p className="error">{violationText(violation, say)}</p>}
      </div>
      <Guidance node={node} />
      <Control node={node} ids={ids} />
    </div>
  )
}
