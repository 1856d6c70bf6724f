/**
 * What differs between a document as it was sent and as its form writes it now: calculations that come to something else, answers to questions that should not
 * have been asked. Values that change by themselves (now, random, who and when) and everything calculated from them are left out.
 */
import { type Element, elementsOf, isElement, textOf } from '../../../engines/instance/element.ts'
import { parseInstance } from '../../../engines/instance/index.ts'
import type { CheckDone } from './checkMessages.ts'

export type FoundFinding = { path: string; code: string; severity: 'error' | 'warning' | 'note'; facts: Record<string, string | number | number[]> }

const formLimits = { depth: 200, attributes: 256, letters: 20_000_000, elements: 1_000_000 }
const volatile = /\b(now|today|random|uuid|once|position|pulldata|property|decimal-date-time|last-saved)\s*\(/

function* every(element: Element): Generator<Element> {
  yield element
  for (const child of elementsOf(element)) yield* every(child)
}

/** Paths of calculations whose value follows from the other answers alone. */
export function steadyCalculations(xform: string): Set<string> {
  const parsed = parseInstance(xform, formLimits)
  const calculations = new Map<string, string>()
  const moving = new Set<string>()
  if ('problem' in parsed) return new Set()
  for (const element of every(parsed.root)) {
    const value = (name: string) => element.attributes.find((attribute) => attribute.name === name)?.value
    if (element.name !== 'bind') {
      if (element.name === 'setvalue' || element.name === 'setgeopoint') moving.add(value('ref') ?? value('bind') ?? '')
      continue
    }
    const path = value('nodeset') ?? ''
    const calculate = value('calculate')
    if (value('preload')) moving.add(path)
    if (calculate !== undefined) calculations.set(path, calculate)
    if (calculate !== undefined && volatile.test(calculate)) moving.add(path)
  }
  for (let grown = true; grown; ) {
    grown = false
    for (const [path, calculate] of calculations) {
      if (moving.has(path)) continue
      const named = [...moving].some((other) => calculate.includes(other) || calculate.includes(`../${other.split('/').at(-1)}`))
      if (named) {
        moving.add(path)
        grown = true
      }
    }
  }
  return new Set([...calculations.keys()].filter((path) => !moving.has(path) && !path.includes('/meta/')))
}

type Leaf = { path: string; turn: number; text: string }

/** Every answer by its place: `/data/af[2]/n`. */
function leavesOf(root: Element): Map<string, Leaf> {
  const found = new Map<string, Leaf>()
  const walk = (element: Element, path: string, place: string, turn: number): void => {
    const seen = new Map<string, number>()
    for (const child of elementsOf(element)) {
      const at = (seen.get(child.name) ?? 0) + 1
      seen.set(child.name, at)
      const below = { path: `${path}/${child.name}`, place: `${place}/${child.name}[${at}]` }
      if (child.children.some(isElement)) walk(child, below.path, below.place, at)
      else found.set(below.place, { path: below.path, turn, text: textOf(child).trim() })
    }
  }
  walk(root, `/${root.name}`, `/${root.name}`, 0)
  return found
}

const sameFigure = (one: string, other: string) => one !== '' && other !== '' && Number(one) === Number(other)

const plain = (reference: string) => reference.replace(/\[\d+\]/g, '')
const lastTurn = (reference: string) => Number(/\[(\d+)\][^[]*$/.exec(reference)?.[1] ?? 0)

/** One finding for a question, with the turns that it concerns. */
export function findingsOf(sent: string, { violations = [], recalculated }: Omit<CheckDone, 'id'>, steady: ReadonlySet<string>): FoundFinding[] {
  const found = new Map<string, FoundFinding & { facts: { turns: number[] } }>()
  const add = (path: string, code: string, severity: FoundFinding['severity'], turn: number, facts: Record<string, string> = {}) => {
    const known = found.get(`${code} ${path}`)
    if (known) known.facts.turns.push(turn)
    else found.set(`${code} ${path}`, { path, code, severity, facts: { ...facts, turns: [turn] } })
  }
  for (const { reference, condition } of violations) {
    const code = condition === 'required' ? 'forms.required' : 'forms.constraint'
    add(plain(reference), code, 'error', lastTurn(reference))
  }
  const [before, now] = [parseInstance(sent), parseInstance(recalculated ?? '')]
  if ('root' in before && 'root' in now) {
    const ours = leavesOf(now.root)
    for (const [place, leaf] of leavesOf(before.root)) {
      if (leaf.text === '' || leaf.path.includes('/meta/')) continue
      const mine = ours.get(place)
      if (!mine) add(leaf.path, 'forms.not-relevant', 'warning', leaf.turn)
      else if (steady.has(leaf.path) && mine.text !== leaf.text && !sameFigure(mine.text, leaf.text))
        add(leaf.path, 'forms.calculation', 'warning', leaf.turn, { sent: leaf.text.slice(0, 200), ours: mine.text.slice(0, 200) })
    }
  }
  return [...found.values()]
}
