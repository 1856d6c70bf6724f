/**
 * A form as pages: one screen per group, loose questions gathered a few at a time, a repeat on a page of its own. Computed anew from what is relevant now.
 */
import type { AnyLeafNode, AnyNode, GeneralChildNode, GroupNode, RepeatRangeNode, RootNode } from '@getodk/xforms-engine'
import { looksLike } from './controls/given.ts'

export type Page = { key: string; group: GroupNode | null; crumbs: readonly GroupNode[]; nodes: readonly GeneralChildNode[] }
export type Question = Exclude<AnyLeafNode, { nodeType: 'model-value' }>

/** More than this on one screen of a phone is a wall. */
const looseQuestions = 6

export const isRepeat = (node: AnyNode): node is RepeatRangeNode => node.nodeType === 'repeat-range:controlled' || node.nodeType === 'repeat-range:uncontrolled'

const childrenOf = (node: AnyNode): readonly AnyNode[] => (node.currentState.children ?? []) as readonly AnyNode[]

const isShown = (node: AnyNode): boolean => node.currentState.relevant && node.nodeType !== 'model-value'

/** Every question below that is relevant now, in order. */
export function* questionsOf(node: AnyNode): Generator<Question> {
  if (!node.currentState.relevant) return
  const children = childrenOf(node)
  if (node.nodeType === 'root' || node.nodeType === 'group' || node.nodeType === 'repeat-instance' || isRepeat(node))
    for (const child of children) yield* questionsOf(child)
  else if (node.nodeType !== 'model-value') yield node
}

const isOnePage = (group: GroupNode) =>
  looksLike(group, 'field-list') ||
  looksLike(group, 'table-list') ||
  group.currentState.children.every((child) => child.nodeType !== 'group' && !isRepeat(child))

function* pagesBelow(nodes: readonly GeneralChildNode[], crumbs: readonly GroupNode[], most: number): Generator<Page> {
  let loose: GeneralChildNode[] = []
  const owner = crumbs.at(-1) ?? null
  function* gathered(): Generator<Page> {
    if (loose.length > 0) yield { key: loose[0]!.nodeId, group: owner, crumbs: crumbs.slice(0, -1), nodes: loose }
    loose = []
  }
  for (const node of nodes) {
    if (!isShown(node)) continue
    if (node.nodeType === 'group' || isRepeat(node)) {
      yield* gathered()
      if (isRepeat(node)) yield { key: node.nodeId, group: owner, crumbs, nodes: [node] }
      else if (isOnePage(node)) {
        const shown = node.currentState.children.filter(isShown)
        if (shown.length > 0) yield { key: node.nodeId, group: node, crumbs, nodes: shown }
      } else yield* pagesBelow(node.currentState.children, [...crumbs, node], most)
      continue
    }
    loose.push(node)
    if (loose.length >= most) yield* gathered()
  }
  yield* gathered()
}

export const pagesOf = (root: RootNode): Page[] => [
  ...pagesBelow(root.currentState.children, [], (root.classes as Readonly<Record<string, boolean>>).pages ? 1 : looseQuestions),
]

const holds = (node: AnyNode, nodeId: string): boolean => node.nodeId === nodeId || childrenOf(node).some((child) => holds(child, nodeId))

/** The page on which a question stands; -1 when it is not shown now. */
export const pageOf = (pages: readonly Page[], nodeId: string): number => pages.findIndex(({ nodes }) => nodes.some((node) => holds(node, nodeId)))

export type Violation = { nodeId: string; question: Question; message: string | null; condition: 'constraint' | 'required' }

/** What is wrong or missing, in the order of the questions; of one page or of the whole form. */
export const violationsOf = (nodes: readonly AnyNode[]): Violation[] =>
  nodes
    .flatMap((node) => [...questionsOf(node)])
    .flatMap((question) => {
      const { violation } = question.validationState
      return violation ? [{ nodeId: question.nodeId, question, message: violation.message?.asString || null, condition: violation.condition }] : []
    })
