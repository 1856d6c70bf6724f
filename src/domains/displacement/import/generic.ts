/**
 * A plain table of places and counts: our own template, the demonstration rounds, a partner's file once its columns are mapped. A row whose place is not
 * surely known is held back with suggestions; the rest is a round. Strategy: focus area 15, activity B.
 */
import { refuse } from '../../../kernel/shared.ts'
import { type Finding, type Sheet, type TabularFile, textOf } from '../../../kernel/tables.ts'
import { ageColumnsOf } from './ages.ts'
import { isBlank } from './cells.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf, has } from './columns.ts'
import { splitByCountry } from './countries.ts'
import { dateOrderQuestions, orderOfDates } from './dateOrder.ts'
import { readGenericRow } from './genericRow.ts'
import { groupBy } from './grouping.ts'
import { judgeRounds } from './judgedRounds.ts'
import { missingPlaces, roundGaps } from './missing.ts'
import { foreignCodes } from './ownPlaces.ts'
import type { PlaceMatch } from './placeMatch.ts'
import { placeMatcher } from './placeMatch.ts'
import type { ImportContext, Interpreted, ProposedAssessment, ProposedPlace, Quarantined, Question } from './proposal.ts'
import { answerFor } from './proposal.ts'
import type { RoundFrame } from './rounds.ts'
import { comparedWithEarlier, setApartRepeats } from './rounds.ts'

const codeRoles: Role[] = ['placeCode', 'adm3Code', 'adm2Code', 'adm1Code']

export function interpretGeneric(file: TabularFile, sheet: Sheet, roles: Roles, context: ImportContext): Interpreted {
  const rows = sheet.rows.filter((row) => !isBlank(row))
  const split = splitByCountry(rows, roles, context.country, 'one')
  const finest = codeRoles.find((role) => has(roles, role))
  const foreign = finest ? foreignCodes(split.inScope, roles, finest, context.country) : null
  if (foreign) split.refusals.push(refuse('import.other-country', foreign))
  if (!has(roles, 'round') && !context.round) split.refusals.push(refuse('import.round-missing', { columns: sheet.columns.map(({ name }) => name) }))
  const country = context.country?.iso3 ?? textOf(cellOf(rows[0]!, roles, 'countryCode'))
  const dateRole: Role = has(roles, 'date') ? 'date' : 'reportingDate'
  const dates = orderOfDates(
    split.inScope.map((row) => cellOf(row, roles, dateRole) ?? null),
    context.country?.names[0] ?? country,
    context.savedDecisions,
  )
  const match = placeMatcher(roles, context.gazetteer, context.savedDecisions)
  const ages = ageColumnsOf(sheet, roles, context.ageBands)
  const findings: Finding[] = [...dates.findings, ...ages.findings]
  const held: Held[] = []
  const newSites = new Map<string, ProposedPlace>()
  const frames = new Map<string, RoundFrame>()
  const read: ProposedAssessment[] = []
  for (const row of split.refusals.length ? [] : split.inScope) {
    const matched = match(row)
    if (!matched.place) {
      held.push({ line: row.line, ...matched })
      findings.push({ ...matched.problem, line: row.line, facts: { line: String(row.line), ...matched.problem.facts } })
      continue
    }
    for (const remark of matched.findings) findings.push({ ...remark, line: row.line, facts: { line: String(row.line), ...remark.facts } })
    const one = readGenericRow(row, { roles, ages, place: matched.place, country, dateRole, orderOf: dates.orderOf, context })
    findings.push(...one.findings)
    if (one.site && !newSites.has(one.site.key)) newSites.set(one.site.key, one.site)
    const frame = frames.get(one.frame.key)
    frames.set(one.frame.key, frame ? widened(frame, one.frame) : one.frame)
    read.push(one.assessment)
  }
  const { fresh, setAside, findings: repeats } = setApartRepeats(read)
  const rounds = [...groupBy(fresh, ({ roundKey }) => roundKey)].map(([key, own]) => ({ own, frame: frames.get(key)! }))
  const judged = judgeRounds(rounds, context)
  return {
    shape: 'generic',
    rowsRead: rows.length,
    inScope: split.refusals.length ? 0 : split.inScope.length,
    outOfScope: split.outOfScope,
    quarantined: [...quarantineOf(held), ...setAside],
    rounds: judged.rounds,
    places: [...newSites.values()],
    assessments: judged.assessments,
    findings: [
      ...file.findings,
      ...findings,
      ...repeats,
      ...judged.findings,
      ...rounds.flatMap(({ own, frame }) => missingPlaces(own, frame.number!, held.length, context.gazetteer)),
      ...roundGaps(judged.rounds),
      ...comparedWithEarlier(judged.assessments, context.previouslyImported),
    ],
    questions: [...dateOrderQuestions(findings), ...placeQuestions(held, context), ...judged.questions],
    refusals: split.refusals,
  }
}

type Held = { line: number } & Extract<PlaceMatch, { place: null }>

/** A round lasts from its first to its last date; its figures are of the last reporting date. */
function widened(one: RoundFrame, other: RoundFrame): RoundFrame {
  const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a)
  const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a)
  return { ...one, from: earliest(one.from, other.from), to: latest(one.to, other.to), reportingDate: latest(one.reportingDate, other.reportingDate) }
}

const quarantineOf = (held: Held[]): Quarantined[] =>
  [...groupBy(held, ({ problem }) => problem.code)].map(([code, some]) => ({ code, lines: some.map(({ line }) => line), of: [], held: [] }))

/** One question for all unknown places, one item for each way of writing one; nothing fuzzy is ever proposed as the answer. */
function placeQuestions(held: Held[], { savedDecisions }: ImportContext): Question[] {
  const items = [
    ...groupBy(
      held.filter(({ id }) => id !== '' && answerFor(savedDecisions, 'import.place-unknown', id)?.answer !== 'leave-out'),
      ({ id }) => id,
    ),
  ].map(([id, some]) => ({
    id,
    facts: some[0]!.problem.facts,
    lines: some.map(({ line }) => line),
    proposed: null,
    suggestions: some[0]!.suggestions.map(({ pcode }) => pcode),
  }))
  return items.length
    ? [{ code: 'import.place-unknown', facts: { count: items.length, rows: held.length }, options: ['use', 'leave-out'], proposed: null, items }]
    : []
}
