/** The same questions for each of several: add, remove, "same as above"; each one named by its first answer so that it is found again. */
import type { AnyNode, GeneralChildNode, RepeatInstanceNode, RepeatRangeNode } from '@getodk/xforms-engine'
import { Fragment, type ReactNode, useState } from 'react'
import { Hints } from '../hints/Hints.tsx'
import { useWords } from '../usePhone.tsx'
import { answerText, sameAsAbove } from './answers.ts'
import { Marked } from './Marked.tsx'
import { questionsOf, violationsOf } from './pages.ts'
import { useForm } from './useForm.tsx'

function useSummary() {
  const { language } = useWords()
  return (instance: RepeatInstanceNode) =>
    [...questionsOf(instance as AnyNode)]
      .filter(({ nodeType }) => nodeType !== 'note' && nodeType !== 'upload')
      .map((question) => answerText(question, language))
      .filter((text) => text !== '')
      .slice(0, 2)
      .join(', ')
}

type Draw = (node: GeneralChildNode) => ReactNode

type InstanceGiven = {
  draw: Draw
  rangeLabel: string
  instance: RepeatInstanceNode
  above: RepeatInstanceNode | undefined
  number: number
  isOpen: boolean
  turn: (open: boolean) => void
  remove: (() => void) | null
}

function Instance({ draw, rangeLabel, instance, above, number, isOpen, turn, remove }: InstanceGiven) {
  const { say } = useWords()
  const { live, isAsked } = useForm()
  const [isSure, setSure] = useState(false)
  const summary = useSummary()(instance)
  // A label that only repeats what stands above names nobody.
  const label = instance.currentState.label?.asString === rangeLabel ? null : instance.currentState.label
  const wrong = isAsked ? violationsOf([instance as AnyNode]).length : 0
  return (
    <li className="instance">
      <button type="button" className="instance-head" aria-expanded={isOpen} onClick={() => turn(!isOpen)}>
        <span className="number">{number}</span>
        <b>{label ? <Marked text={label} /> : summary || say('form.newOne')}</b>
        {label && summary && <small>{summary}</small>}
        {wrong > 0 && <small className="wrong">{say('form.toMend', { n: wrong })}</small>}
      </button>
      {isOpen && (
        <div className="instance-body">
          {above && (
            <button
              type="button"
              onClick={() => {
                live.flush()
                sameAsAbove(above as AnyNode, instance as AnyNode)
              }}
            >
              {say('form.sameAsAbove')}
            </button>
          )}
          {instance.currentState.children.map((child) => (
            <Fragment key={child.nodeId}>{draw(child)}</Fragment>
          ))}
          <Hints instance={instance as AnyNode} />
          {remove &&
            (isSure ? (
              <p className="ask">
                {say('form.removeAsk', { n: number })}
                <button type="button" className="danger" onClick={remove}>
                  {say('form.remove')}
                </button>
                <button type="button" onClick={() => setSure(false)}>
                  {say('cancel')}
                </button>
              </p>
            ) : (
              <button type="button" className="quiet" onClick={() => setSure(true)}>
                {say('form.remove')}
                <span className="unseen"> {number}</span>
              </button>
            ))}
        </div>
      )}
    </li>
  )
}

/** `draw` comes from outside: what stands in a repeat may hold repeats itself. */
export function Repeat({ range, draw }: { range: RepeatRangeNode; draw: Draw }) {
  const { say } = useWords()
  const { live } = useForm()
  const { children: instances, label } = range.currentState
  const [open, setOpen] = useState<string | null>(instances.length === 1 ? instances[0]!.nodeId : null)
  const mayChange = range.nodeType === 'repeat-range:uncontrolled'
  const add = () => {
    live.flush()
    if (range.nodeType !== 'repeat-range:uncontrolled') return
    range.addInstances()
    setOpen(range.currentState.children.at(-1)?.nodeId ?? null)
  }
  return (
    <section className="repeat">
      {label && (
        <h3>
          <Marked text={label} />
        </h3>
      )}
      {instances.length === 0 && <p className="empty">{say('form.noneYet')}</p>}
      <ol className="instances">
        {instances.map((instance, i) => (
          <Instance
            key={instance.nodeId}
            draw={draw}
            rangeLabel={label?.asString ?? ''}
            instance={instance}
            above={instances[i - 1]}
            number={i + 1}
            isOpen={open === instance.nodeId}
            turn={(isOpen) => setOpen(isOpen ? instance.nodeId : null)}
            remove={range.nodeType === 'repeat-range:uncontrolled' ? () => range.removeInstances(i, 1) : null}
          />
        ))}
      </ol>
      {mayChange && (
        <button type="button" className="add" onClick={add}>
          {say('form.addOne')}
          {label && <span className="unseen"> {label.asString}</span>}
        </button>
      )}
    </section>
  )
}
