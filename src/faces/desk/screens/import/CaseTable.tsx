/** The cases behind a question with what is known about each, and, where one answer does not fit all, an answer for each. */
import type { Facts } from '../../../../kernel/shared.ts'
import { number } from '../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { useCodes } from '../../api/codes.ts'
import { useWords } from '../../words/words.ts'
import { Answers } from './Answers.tsx'
import type { Decision } from './decisions.ts'
import type { Case, Question } from './imports.ts'

type Given = { question: Question; cases: Case[]; ownOf: ((one: Case) => Decision) | null; onOwn: (one: Case, decision: Decision) => void }

const fewLines = 4

/** Neighbouring lines as a range, long lists cut with their count. */
function linesText(lines: readonly number[]): string {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (lines.length > 1 && last - first === lines.length - 1) return `${first}–${last}`
  return lines.length > fewLines ? `${lines.slice(0, fewLines).join(', ')} … (${lines.length})` : lines.join(', ')
}

export function CaseTable({ question, cases, ownOf, onOwn }: Given) {
  const { t, named, language } = useWords()
  const { label: typeLabel } = useCodes('siteType')
  const { label: buildingLabel } = useCodes('siteClassification')
  const suggested = question.code === 'import.site-type' ? typeLabel : buildingLabel
  const names = [...new Set(cases.flatMap(({ facts }) => Object.keys(facts)))].filter((name) => name !== 'line' && !name.startsWith('suggested'))
  const text = (value: Facts[string] | undefined) => {
    if (value === undefined || value === null || value === 'unknown') return <Unknown />
    if (Array.isArray(value)) return value.map(String).join(' / ')
    return typeof value === 'number' ? number(value, language) : String(value)
  }
  const columns: Column<Case>[] = [
    { key: 'lines', title: t('fact.lines'), header: true, value: ({ lines }) => lines[0] ?? null, cell: ({ lines }) => linesText(lines) },
    ...(ownOf
      ? [
          {
            key: 'answer',
            title: t('import.answer'),
            cell: (one: Case) => (
              <Answers
                legend={`${t('import.answer')}: ${one.id}`}
                hideLegend
                code={question.code}
                options={question.options.map(({ value }) => value)}
                proposed={one.proposed ?? question.proposed}
                suggestions={one.suggestions}
                value={ownOf(one)}
                onChange={(decision) => onOwn(one, decision)}
              />
            ),
          },
        ]
      : []),
    ...names.map(
      (name): Column<Case> => ({
        key: name,
        title: named('fact', name),
        number: cases.every(({ facts }) => typeof facts[name] === 'number'),
        value: ({ facts }) => (typeof facts[name] === 'number' ? facts[name] : String(facts[name] ?? '')),
        cell: ({ facts }) => text(facts[name]),
      }),
    ),
    ...(cases.some(({ suggestions }) => suggestions.length > 0)
      ? [{ key: 'suggestions', title: t('fact.suggestions'), cell: ({ suggestions }: Case) => suggestions.map(suggested).join(', ') }]
      : []),
  ]
  return <DataTable rows={cases} columns={columns} rowKey={({ key }) => key} caption={t('import.cases', { n: cases.length })} />
}
