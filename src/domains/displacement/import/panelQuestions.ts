/** What a site panel gives a person to decide, grouped by cause, each with the evidence and the answer that is proposed. */
import { isKnown } from '../../../engines/count.ts'
import { fold } from '../../../engines/places/spelling.ts'
import { type Finding, lineRanges } from '../../../kernel/tables.ts'
import { dateOrderQuestions } from './dateOrder.ts'
import { figureQuestions } from './figureQuestions.ts'
import { groupBy, remembered } from './grouping.ts'
import { foldName } from './names.ts'
import type { OddDate } from './oddDates.ts'
import type { PanelRound, PanelRow } from './panelRows.ts'
import { isHeld } from './panelRows.ts'
import type { ImportContext, OutOfScope, Question, QuestionItem } from './proposal.ts'
import { answerFor } from './proposal.ts'
import type { CodeWithNames, SiteIdentity } from './sites.ts'
import { variantId } from './sites.ts'
import type { TypeColumn } from './siteTypes.ts'
import { proposedMeaning } from './siteTypes.ts'

export type PanelStory = {
  rounds: PanelRound[]
  identity: SiteIdentity
  odd: OddDate[]
  copied: PanelRound[]
  rows: PanelRow[]
  outOfScope: OutOfScope[]
  context: ImportContext
}

const linesOf = (rows: { line: number }[]): string => lineRanges(rows.map(({ line }) => line)).join(', ')

export function panelFindings({ rounds, identity, odd, copied, rows, outOfScope }: PanelStory): Finding[] {
  const identical = [...groupBy(rows, ({ written }) => written).values()].flatMap((same) => same.slice(1).map((row) => ({ row, first: same[0]! })))
  return [
    ...outOfScope.map(
      ({ reason, lines }): Finding => ({
        code: 'import.rows-of-another-country',
        severity: 'note',
        facts: { country: reason, rows: lines.length, lines: lineRanges(lines) },
      }),
    ),
    ...rounds.filter(isHeld).map(
      ({ rows: held, repeats, number }): Finding => ({
        code: 'import.block-repeats-keys',
        severity: 'error',
        line: held[0]!.line,
        facts: {
          round: number,
          rows: held.length,
          lines: linesOf(held),
          of: lineRanges(repeats!.ofLines).join(', '),
          ofRound: repeats!.of,
          keys: repeats!.keys,
          sameFigures: repeats!.sameFigures,
        },
      }),
    ),
    ...identical.map(
      ({ row, first }): Finding => ({
        code: 'import.identical-row',
        severity: 'note',
        line: row.line,
        facts: { line: String(row.line), of: String(first.line) },
      }),
    ),
    ...identity.reused.map(
      ({ code, names, lines }): Finding => ({
        code: 'import.code-reused',
        severity: 'warning',
        line: lines[0]!,
        facts: { code, names: names.map(({ name }) => name), rounds: names.map(roundsText), rows: lines.length },
      }),
    ),
    ...copied.map(
      (round): Finding => ({
        code: 'import.column-copied',
        severity: 'error',
        line: round.rows[0]!.line,
        facts: { round: round.number, rows: round.rows.length, lines: linesOf(round.rows) },
      }),
    ),
    ...odd.map(
      ({ line, round, date, from, to, suggestion }): Finding => ({
        code: 'import.date-odd',
        severity: 'warning',
        line,
        facts: { line: String(line), round, date, from, to, ...(suggestion ? { suggestion } : {}) },
      }),
    ),
    ...(rows.length ? [{ code: 'import.sites-unplaced', severity: 'note', facts: { sites: identity.sites.length } } satisfies Finding] : []),
  ]
}

const roundsText = ({ rounds }: { rounds: number[] }): string => lineRanges(rounds).join(', ')

export function panelQuestions(story: PanelStory, findings: Finding[]): Question[] {
  const { rounds, identity, odd, copied, context } = story
  const open = (code: string, id: string): boolean => answerFor(context.savedDecisions, code, id) === null
  const of = (code: string, options: string[], proposed: string | null, items: QuestionItem[], facts: Finding['facts'] = {}): Question[] => {
    const left = items.filter(({ id }) => open(code, id))
    return left.length ? [{ code, options, proposed, items: left, facts: { ...facts, count: left.length } }] : []
  }
  const counted = rounds.filter((round) => !isHeld(round))
  return [
    ...dateOrderQuestions(findings),
    ...of(
      'import.rounds-proposed',
      ['accept'],
      'accept',
      rounds.length > 1 ? [{ id: '*', facts: { rounds: counted.length }, lines: [], proposed: 'accept', suggestions: [] }] : [],
      { rounds: counted.length },
    ),
    ...of(
      'import.block-repeats-keys',
      ['keep-in-quarantine', 'date'],
      'keep-in-quarantine',
      rounds.filter(isHeld).map((round) => ({
        id: String(round.number),
        facts: { round: round.number, rows: round.rows.length, of: round.repeats!.of },
        lines: round.rows.map(({ line }) => line),
        proposed: null,
        suggestions: [],
      })),
    ),
    ...of(
      'import.code-reused',
      ['follow-name', 'follow-code'],
      'follow-name',
      identity.reused.map((entry) => codeItem(entry, entry.code, 'follow-name')),
      changeEvidence(counted, identity),
    ),
    ...of(
      'import.name-variant',
      ['one-site', 'two-sites'],
      'one-site',
      identity.variants.map((entry) => codeItem(entry, variantId(entry.code, entry.names[1]!.name), 'one-site')),
    ),
    ...of(
      'import.code-renamed',
      ['one-site', 'two-sites'],
      'one-site',
      identity.renamed.map((entry) => codeItem(entry, variantId(entry.code, entry.names[1]!.name), entry.proposed)),
    ),
    ...of(
      'import.same-name-two-lists',
      ['two-sites', 'one-site'],
      'two-sites',
      identity.shared.map(({ name, codes, lines }) => ({ id: foldName(name), facts: { name, codes }, lines, proposed: 'two-sites', suggestions: [] })),
    ),
    ...of(
      'import.column-copied',
      ['unknown', 'keep'],
      'unknown',
      copied.map((round) => ({
        id: String(round.number),
        facts: { round: round.number, rows: round.rows.length },
        lines: round.rows.map(({ line }) => line),
        proposed: 'unknown',
        suggestions: [],
      })),
    ),
    ...of(
      'import.date-odd',
      ['keep', 'use-suggestion', 'date'],
      'keep',
      odd.map(({ line, date, suggestion }) => ({
        id: String(line),
        facts: { line: String(line), date },
        lines: [line],
        proposed: 'keep',
        suggestions: suggestion ? [suggestion] : [],
      })),
    ),
    ...figureQuestions(findings, context.savedDecisions),
    ...typeQuestions(story.rows, of),
  ]
}

const codeItem = ({ names, code, lines }: CodeWithNames, id: string, proposed: string): QuestionItem => ({
  id,
  facts: { code, names: names.map(({ name }) => name), rounds: names.map(roundsText) },
  lines,
  proposed,
  suggestions: [],
})

type Asked = (code: string, options: string[], proposed: string | null, items: QuestionItem[]) => Question[]

/** Each value is asked once, whatever the number of rows and spellings; a blank is never asked about. */
function typeQuestions(rows: PanelRow[], ask: Asked): Question[] {
  const items = (column: TypeColumn, field: 'typeText' | 'classificationText'): QuestionItem[] => {
    const folded = remembered(fold, (text) => text)
    const values = groupBy(
      rows.filter((row) => folded(row[field]) !== ''),
      (row) => folded(row[field]),
    )
    return [...values].map(([value, some]) => {
      const spellings = [...groupBy(some, (row) => row[field])].map(([spelling, same]) => `“${spelling}” (${same.length})`)
      const { certain, words } = proposedMeaning(column, value)
      return {
        id: value,
        facts: { value, spellings, rows: some.length },
        lines: some.map(({ line }) => line),
        proposed: certain ? 'use-suggestion' : null,
        suggestions: words,
      }
    })
  }
  return [
    ...ask('import.site-type', ['use-suggestion', 'as', 'unknown'], null, items('import.site-type', 'typeText')),
    ...ask('import.site-classification', ['use-suggestion', 'as', 'unknown'], null, items('import.site-classification', 'classificationText')),
  ]
}

/** How much would seem to change between neighbouring rounds, in persons, when rows are joined by code and when they are joined by name. */
function changeEvidence(rounds: PanelRound[], identity: SiteIdentity): Finding['facts'] {
  const evidence = rounds.slice(1).flatMap((later, index) => {
    const earlier = rounds[index]!
    const byCode = absoluteChange(earlier, later, ({ code }) => code)
    const byName = absoluteChange(earlier, later, identity.keyOf)
    return byName < byCode / 2 ? [{ pair: `${earlier.number}→${later.number}`, byCode, byName }] : []
  })
  return { pairs: evidence.map(({ pair }) => pair), byCode: evidence.map(({ byCode }) => byCode), byName: evidence.map(({ byName }) => byName) }
}

function absoluteChange(earlier: PanelRound, later: PanelRound, keyOf: (row: PanelRow) => string): number {
  const before = new Map(earlier.rows.map((row) => [keyOf(row), row.individuals]))
  return later.rows.reduce((sum, row) => {
    const then = before.get(keyOf(row))
    return then !== undefined && isKnown(then) && isKnown(row.individuals) ? sum + Math.abs(row.individuals - then) : sum
  }, 0)
}
