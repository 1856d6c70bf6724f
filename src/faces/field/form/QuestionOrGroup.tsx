/** One thing on a page: a question, a group of questions on the same page, or a repeat. */
import type { AnyNode, GeneralChildNode, GroupNode, RepeatRangeNode } from '@getodk/xforms-engine'
import { looksLike } from './controls/given.ts'
import { Marked } from './Marked.tsx'
import { isRepeat } from './pages.ts'
import { Question } from './Question.tsx'
import { Repeat } from './Repeat.tsx'

function Group({ node }: { node: GroupNode }) {
  return (
    <fieldset className={looksLike(node, 'table-list') ? 'group table-list' : 'group'}>
      {node.currentState.label && (
        <legend>
          <Marked text={node.currentState.label} />
        </legend>
      )}
      {node.currentState.children.map((child) => (
        <QuestionOrGroup key={child.nodeId} node={child} />
      ))}
    </fieldset>
  )
}

export function QuestionOrGroup({ node }: { node: GeneralChildNode }) {
  if (!node.currentState.relevant || node.nodeType === 'model-value') return null
  if (isRepeat(node as AnyNode)) return <Repeat range={node as RepeatRangeNode} draw={(child) => <QuestionOrGroup node={child} />} />
  if (node.nodeType === 'group') return <Group node={node} />
  return <Question node={node as Parameters<typeof Question>[0]['node']} />
}
