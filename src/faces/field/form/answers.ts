/** Answers as text for the review page, and their copying to the next repeat. */
import type { AnyNode } from '@getodk/xforms-engine'
import type { Language } from '../../../kernel/shared.ts'
import { type Question, questionsOf } from './pages.ts'

const locale = { pt: 'pt-PT', en: 'en-GB' }

const dateText = (value: string, language: Language) => {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number)
  return new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(year!, month! - 1, day!))
}

/** Empty when nothing was answered; never a zero for it. */
export function answerText(question: Question, language: Language): string {
  if (question.nodeType === 'upload') return question.currentState.value ? '✓' : ''
  if (question.nodeType === 'select') return question.currentState.value.map((value) => question.getValueOption(value)?.label.asString ?? value).join(', ')
  if (question.nodeType === 'rank')
    return question.currentState.value.map((value, i) => `${i + 1}. ${question.getValueLabel(value)?.asString ?? value}`).join(' ')
  if (question.nodeType === 'trigger') return question.currentState.value ? '✓' : ''
  const written = question.currentState.instanceValue
  if (written === '' || question.nodeType === 'note') return written
  if (question.valueType === 'date') return dateText(written, language)
  if (question.valueType === 'time') return written.slice(0, 5)
  if (question.valueType === 'dateTime') return `${dateText(written, language)}, ${written.slice(11, 16)}`
  if (question.valueType === 'decimal' && language === 'pt') return written.replace('.', ',')
  if (question.valueType === 'geopoint') {
    const [latitude, longitude, , accuracy] = written.split(' ').map(Number)
    return `${latitude?.toFixed(5)}, ${longitude?.toFixed(5)} (±${Math.round(accuracy ?? 0)} m)`
  }
  return written
}

const isAnswered = (question: Question): boolean =>
  question.nodeType === 'upload'
    ? question.currentState.value !== null
    : question.nodeType === 'trigger'
      ? question.currentState.value === true
      : question.currentState.instanceValue !== ''

/** Copies what the one before says into what is still empty here; never a photo, a signature or what the form computes itself. */
export function sameAsAbove(above: AnyNode, here: AnyNode): void {
  const before = new Map([...questionsOf(above)].map((question) => [question.definition.nodeset, question]))
  // Once for what was relevant, once more for what became so.
  for (let pass = 0; pass < 2; pass++)
    for (const question of questionsOf(here)) {
      const source = before.get(question.definition.nodeset)
      if (!source || isAnswered(question) || question.currentState.readonly) continue
      if (question.nodeType === 'select' && source.nodeType === 'select') question.selectValues(source.currentState.value)
      else if (question.nodeType === 'rank' && source.nodeType === 'rank') question.setValues(source.currentState.value)
      else if ((question.nodeType === 'input' || question.nodeType === 'range') && source.nodeType === question.nodeType)
        (question.setValue as (value: unknown) => void)(source.currentState.value)
    }
}
