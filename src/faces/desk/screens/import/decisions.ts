/** A person's answer as it travels: `answer|value|from|to` under the question's code, or under `code/case` for one case. */
import type { Case, Import, Question } from './imports.ts'

export type Decision = { answer: string; value?: string; from?: string; to?: string }

export const written = ({ answer, value = '', from = '', to = '' }: Decision): string => [answer, value, from, to].join('|').replace(/\|+$/, '')

function readDecision(text: string | undefined): Decision | null {
  if (!text) return null
  const [answer = '', value, from, to] = text.split('|')
  return { answer, value, from, to }
}

/** Which further word an answer needs before it can stand. */
export type Need = 'nothing' | 'date' | 'period' | 'figures' | 'word' | 'place'

export function needOf(code: string, answer: string): Need {
  if (answer === 'date') return code === 'import.block-repeats-keys' ? 'period' : 'date'
  if (answer === 'correct') return 'figures'
  if (answer === 'as') return 'word'
  return answer === 'use' ? 'place' : 'nothing'
}

export const isWhole = (code: string, { answer, value, from, to }: Decision): boolean => {
  const need = needOf(code, answer)
  if (need === 'nothing') return answer !== ''
  return need === 'period' ? Boolean(from && to) : need === 'figures' ? /^\d+\/\d+$/.test(value ?? '') : Boolean(value)
}

/** What was decided for one case: its own answer, or the one for all. */
export const decided = ({ choices }: Import, question: Question, one?: Case): Decision | null =>
  readDecision((one && choices.answers?.[one.key]) ?? choices.answers?.[question.code])

/** Suggested figures and places stand in the boxes already; only the answer itself is left to the person. */
export const prefilled = (code: string, answer: string, suggestions: readonly string[]): Decision =>
  needOf(code, answer) === 'figures' || needOf(code, answer) === 'place' ? { answer, value: suggestions[0] } : { answer }

/** Questions disappear from a new preview once they are answered; those already seen stay on the page, so that an answer can be changed. */
export function mergeAsked(before: readonly Question[], now: readonly Question[]): Question[] {
  const merged = before.map((old) => {
    const fresh = now.find(({ code }) => code === old.code)
    if (!fresh) return old
    const gone = (old.items ?? []).filter(({ key }) => !fresh.items?.some((item) => item.key === key))
    return { ...fresh, items: [...(fresh.items ?? []), ...gone] }
  })
  return [...merged, ...now.filter(({ code }) => !before.some((old) => old.code === code))]
}
