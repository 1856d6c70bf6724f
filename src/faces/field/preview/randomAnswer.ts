/** A likely answer to a question, from a seed: chosen among its choices, or near the numbers and words that its own rule names. */

import { setText } from '../form/controls/given.ts'
import type { Question } from '../form/pages.ts'

export type Random = () => number

/** Mulberry32: the same seed gives the same fills on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1))
const oneOf = <Value>(random: Random, values: readonly Value[]): Value => values[upTo(random, values.length - 1)]!
const shuffled = <Value>(random: Random, values: readonly Value[]): Value[] =>
  values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)

const ruleOf = ({ definition }: Question): string => (definition.bind.constraint as { expression?: string } | null)?.expression ?? ''

function numberNear(question: Question, random: Random): number {
  const named = [...ruleOf(question).matchAll(/-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text))
  if (named.length > 0 && random() < 0.6) return oneOf(random, named) + oneOf(random, [-1, 0, 0, 1])
  return upTo(random, oneOf(random, [3, 12, 100, 1000, 20_000]))
}

const dayMs = 86_400_000
const day = (random: Random, now: number) => new Date(now + (upTo(random, 800) - 760) * dayMs).toISOString().slice(0, 10)

const plainWords = ['Ana', 'Bairro Cimento', '841234567', '+258841234567', '110100234567A', 'MZ010203', 'ana@exemplo.mz', '2024-05-17', '12', 'x']

/** Words that the rule itself names, the kinds of text that rules ask for, and figures of every length. */
function textFor(question: Question, random: Random): string {
  const named = [...ruleOf(question).matchAll(/'([^']{1,60})'/g)].map(([, text]) => text!).filter((text) => !/[\\[\]^$*+?{}]/.test(text))
  if (named.length > 0 && random() < 0.3) return oneOf(random, named)
  if (random() < 0.3) return Array.from({ length: 1 + upTo(random, 13) }, () => upTo(random, 9)).join('')
  return oneOf(random, plainWords)
}

function writtenFor(question: Extract<Question, { nodeType: 'input' }>, random: Random, now: number): string {
  switch (question.valueType) {
    case 'int':
      return String(Math.round(numberNear(question, random)))
    case 'decimal':
      return String(Math.round(numberNear(question, random) * 10 + upTo(random, 9)) / 10)
    case 'date':
      return day(random, now)
    case 'time':
      return `${String(upTo(random, 23)).padStart(2, '0')}:30:00.000+02:00`
    case 'dateTime':
      return `${day(random, now)}T10:30:00.000+02:00`
    case 'geopoint':
      return `${-11 - random() * 14} ${32 + random() * 8} 0 ${4 + upTo(random, 20)}`
    default:
      return textFor(question, random)
  }
}

export type Given = 'given' | 'no-choices' | 'not-tried'

/** Photos, recordings and walked lines need a hand and a place; they are left out. */
export function giveRandomAnswer(question: Question, random: Random, now: number): Given {
  if (question.nodeType === 'select') {
    const values = question.currentState.valueOptions.map(({ value }) => value)
    if (values.length === 0) return 'no-choices'
    const isSeveral = (question.selectType as string) === 'select'
    question.selectValues(isSeveral ? shuffled(random, values).slice(0, 1 + upTo(random, 2)) : [oneOf(random, values)])
    return 'given'
  }
  if (question.nodeType === 'rank') {
    const values = question.currentState.valueOptions.map(({ value }) => value)
    if (values.length === 0) return 'no-choices'
    question.setValues(shuffled(random, values))
    return 'given'
  }
  if (question.nodeType === 'trigger') {
    question.setValue(true)
    return 'given'
  }
  if (question.nodeType === 'range') {
    const { min, max, step } = question.definition.bounds as unknown as { min: number | bigint; max: number | bigint; step: number | bigint }
    const [from, to, by] = [Number(min), Number(max), Number(step) || 1]
    setText(question, String(from + by * upTo(random, Math.floor((to - from) / by))))
    return 'given'
  }
  if (question.nodeType !== 'input' || question.valueType === 'geotrace' || question.valueType === 'geoshape') return 'not-tried'
  setText(question, writtenFor(question, random, now))
  return 'given'
}
