/**
 * Fills a form again and again with random valid answers, by the engine that phones use: which questions were never asked, whose rule never lets anything
 * through, which list had nothing to choose. Seeded, so that an author sees the same again after mending.
 */
import type { AnyNode, RepeatRangeNode, RootNode } from '@getodk/xforms-engine'
import type { TrialResult, TriedQuestion } from '../../ui/previewTalk.ts'
import { setText } from '../form/controls/given.ts'
import type { LoadedForm } from '../form/engine.ts'
import { isRepeat, type Question, questionsOf, violationsOf } from '../form/pages.ts'
import { giveRandomAnswer, type Random, randomFrom } from './randomAnswer.ts'

const tries = 30
/** A form whose answers ask new questions for ever is stopped here. */
const rounds = 60

type Book = Map<string, TriedQuestion>

function lineOf(book: Book, path: string): TriedQuestion {
  const line = book.get(path) ?? { path, reached: 0, answered: 0, stuck: 0, tries: 0, passed: 0, withoutChoices: 0 }
  book.set(path, line)
  return line
}

const breaksItsRule = ({ validationState }: Question): boolean => validationState.violation?.condition === 'constraint'

/** As a person does who finds no answer that the form takes. */
function clear(question: Question): void {
  if (question.nodeType === 'select') question.selectValues([])
  else if (question.nodeType === 'input' || question.nodeType === 'range') setText(question, null)
}

type Outcome = 'answered' | 'stuck' | 'no-choices' | 'left'

function answer(question: Question, line: TriedQuestion, random: Random, now: number): Outcome {
  for (let n = 0; n < tries; n++) {
    const given = giveRandomAnswer(question, random, now)
    if (given !== 'given') return given === 'no-choices' ? 'no-choices' : 'left'
    line.tries++
    if (!breaksItsRule(question)) {
      line.passed++
      return 'answered'
    }
  }
  clear(question)
  return 'stuck'
}

function* repeatsIn(node: AnyNode): Generator<RepeatRangeNode> {
  if (!node.currentState.relevant) return
  if (isRepeat(node)) yield node
  for (const child of (node.currentState.children ?? []) as readonly AnyNode[]) yield* repeatsIn(child)
}

/** One or two turns of each repeat that a person may add to. */
function growRepeats(root: RootNode, grown: Set<string>, random: Random): void {
  for (const range of [...repeatsIn(root as AnyNode)]) {
    if (range.nodeType !== 'repeat-range:uncontrolled' || grown.has(range.nodeId)) continue
    grown.add(range.nodeId)
    const wanted = 1 + Math.floor(random() * 2)
    while (range.currentState.children.length < wanted) range.addInstances()
  }
}

function fillOnce(root: RootNode, book: Book, random: Random, now: number): boolean {
  const grown = new Set<string>()
  const met = new Set<string>()
  const reached = new Set<string>()
  const outcomes = new Map<string, Set<Outcome>>()
  for (let round = 0; round < rounds; round++) {
    growRepeats(root, grown, random)
    const fresh = [...questionsOf(root as AnyNode)].filter(({ nodeId }) => !met.has(nodeId))
    if (fresh.length === 0) break
    for (const question of fresh) {
      // An answer given a moment ago may have closed this one again.
      if (!question.currentState.relevant) continue
      met.add(question.nodeId)
      const path = question.definition.nodeset
      reached.add(path)
      if (question.nodeType === 'note' || question.currentState.readonly) continue
      const outcome = answer(question, lineOf(book, path), random, now)
      outcomes.set(path, (outcomes.get(path) ?? new Set()).add(outcome))
    }
  }
  for (const path of reached) lineOf(book, path).reached++
  for (const [path, seen] of outcomes) {
    const line = lineOf(book, path)
    if (seen.has('answered')) line.answered++
    if (seen.has('stuck')) line.stuck++
    if (seen.has('no-choices')) line.withoutChoices++
  }
  // A photo that a person would take does not keep a fill from its end.
  return violationsOf(root.currentState.children as readonly AnyNode[]).every(({ question }) => question.nodeType === 'upload')
}

export async function tryForm(form: LoadedForm, { seed, fills }: { seed: number; fills: number }): Promise<TrialResult> {
  const book: Book = new Map()
  const now = Date.now()
  let finished = 0
  for (let n = 0; n < fills; n++) {
    const opened = await form.begin({ xml: '', files: [], person: null, deviceId: 'preview' })
    if (opened && fillOnce(opened.root, book, randomFrom(seed * 1000 + n), now)) finished++
    // So that the frame can be drawn between two fills.
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { seed, fills, finished, questions: [...book.values()] }
}
