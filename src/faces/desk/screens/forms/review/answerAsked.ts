/** A filter by an answer as the address carries it (`question`, `is`, `value`), so that a link shows a colleague the same, and as the server reads it. */
import type { FilterQuestion } from '../../../api/review.ts'

export type Comparison = 'is' | 'isNot' | 'includes' | 'excludes' | 'atLeast' | 'atMost' | 'from' | 'until' | 'answered' | 'empty'
export type AnswerAsked = { question: string; is: Comparison; value: string }

const presence: Comparison[] = ['answered', 'empty']
export const comparisons: Record<FilterQuestion['asks'], Comparison[]> = {
  choice: ['is', 'isNot', ...presence],
  choices: ['includes', 'excludes', ...presence],
  number: ['is', 'isNot', 'atLeast', 'atMost', ...presence],
  day: ['is', 'from', 'until', ...presence],
  instant: ['from', 'until', ...presence],
  presence,
}

export const needsValue = (is: Comparison): boolean => !presence.includes(is)

export function askedInAddress(search: URLSearchParams): AnswerAsked | null {
  const question = search.get('question')
  return question ? { question, is: (search.get('is') ?? 'answered') as Comparison, value: search.get('value') ?? '' } : null
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

/** Days begin and end where the mission is. */
const dayBegins = (value: string) => `${value}T00:00:00+02:00`
const dayEnds = (value: string) => `${value}T23:59:59.999+02:00`

function literal({ asks }: FilterQuestion, is: Comparison, value: string): string {
  if (asks === 'number') return String(Number(value))
  if (asks === 'instant') return is === 'from' ? dayBegins(value) : dayEnds(value)
  return quoted(value)
}

/** What is asked of a question that this form does not have goes to the server as it is, which refuses it by name. */
export function filterText({ question: path, is, value }: AnswerAsked, questions: readonly FilterQuestion[]): string {
  const question = questions.find((each) => each.path === path)
  // Under its full name, so that a question called `not` or `null` is one too.
  const left = `$root/Submissions/${path}`
  if (!question || is === 'answered') return `${left} ne null`
  if (is === 'empty') return `${left} eq null`
  const right = literal(question, is, value)
  // Chosen codes stand in a row with spaces between them: a whole one is meant, not a part.
  const among = `${left} eq ${right} or startswith(${left},${quoted(`${value} `)}) or endswith(${left},${quoted(` ${value}`)}) or contains(${left},${quoted(` ${value} `)})`
  const signs = { atLeast: 'ge', atMost: 'le', from: 'ge', until: 'le', is: 'eq' } as const
  if (is === 'includes') return among
  if (is === 'excludes') return `not (${among})`
  return is === 'isNot' ? `not (${left} eq ${right})` : `${left} ${signs[is] ?? 'eq'} ${right}`
}
