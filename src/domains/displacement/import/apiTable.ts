/**
 * A table in the shape of the DTM API, as published on HDX: many countries, operations and rounds, each printed three times, by country, province and
 * district. Districts are the facts; the two coarser levels only prove them. Places come in as the file gives them where the register has none.
 * Strategy: focus area 15, activity E: the same client that reads us reads others.
 */
import { isKnown } from '../../../engines/count.ts'
import { fold } from '../../../engines/places/spelling.ts'
import { type Finding, parseDate, type Row, type Sheet, type TabularFile, textOf } from '../../../kernel/tables.ts'
import type { ReadCount } from './cells.ts'
import { countOf, isBlank } from './cells.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import { countFindings } from './countFindings.ts'
import { splitByCountry } from './countries.ts'
import { groupBy } from './grouping.ts'
import { newWord } from './listedWords.ts'
import { roundGaps } from './missing.ts'
import type { AreaRoles } from './ownPlaces.ts'
import { areasOf } from './ownPlaces.ts'
import type { ImportContext, Interpreted, ProposedAssessment, ProposedPlace } from './proposal.ts'
import { readReasons } from './reasons.ts'
import type { RoundFrame } from './rounds.ts'
import { assessmentKey, comparedWithEarlier, roundOf, setApartRepeats } from './rounds.ts'
import { sexesFinding } from './sexes.ts'

const areaLevels: AreaRoles[] = [
  { level: 1, code: 'adm1Code', name: 'adm1Name' },
  { level: 2, code: 'adm2Code', name: 'adm2Name' },
]

type ApiRow = { row: Row; level: 0 | 1 | 2; frame: RoundFrame; individuals: ReadCount; text: (role: Role) => string }

export function interpretApiTable(file: TabularFile, sheet: Sheet, roles: Roles, context: ImportContext): Interpreted {
  const rows = sheet.rows.filter((row) => !isBlank(row))
  const split = splitByCountry(rows, roles, context.country, 'many')
  const read = split.inScope.map((row) => readRow(row, roles))
  const findings = read.flatMap(({ row, level, individuals, text }): Finding[] => [
    ...countFindings(row.line, [['individuals', individuals]]),
    ...sexesFinding({
      line: row.line,
      name: text('adm2Name') || text('adm1Name') || text('country'),
      females: countOf(cellOf(row, roles, 'females')).count,
      males: countOf(cellOf(row, roles, 'males')).count,
      individuals: individuals.count,
    }),
    ...(level === 2 ? readReasons(text('reason'), context).unlisted.map((reason) => newWord('reason', reason, row.line)) : []),
  ])
  const { fresh, setAside, findings: repeats } = setApartRepeats(read.filter(({ level }) => level === 2).map((one) => assessmentOf(one, roles, context)))
  const frames = new Map(read.map(({ frame }) => [frame.key, frame]))
  const ownRows = groupBy(fresh, ({ roundKey }) => roundKey)
  const rounds = [...frames.values()].map((frame) => roundOf(frame, ownRows.get(frame.key) ?? []))
  return {
    shape: 'dtm-api-table',
    rowsRead: rows.length,
    inScope: split.inScope.length,
    outOfScope: split.outOfScope,
    quarantined: setAside,
    rounds,
    places: placesOf(split.inScope, roles, context),
    assessments: fresh,
    findings: [
      ...file.findings,
      ...findings,
      ...repeats,
      ...levelFindings(read),
      ...roundGaps(rounds),
      ...comparedWithEarlier(fresh, context.previouslyImported),
    ],
    questions: [],
    refusals: split.refusals,
  }
}

function readRow(row: Row, roles: Roles): ApiRow {
  const text = (role: Role): string => textOf(cellOf(row, roles, role))
  const [country, operation] = [text('countryCode'), text('operation')]
  const assessmentType = (['BA', 'SA', 'ETT'] as const).find((type) => type === text('assessmentType')) ?? 'BA'
  const number = countOf(cellOf(row, roles, 'round')).count
  const date = parseDate(cellOf(row, roles, 'reportingDate') ?? null, 'not-needed')
  const reportingDate = typeof date === 'string' ? date : null
  const status = fold(text('operationStatus'))
  const frame: RoundFrame = {
    key: [country, operation, assessmentType, number, reportingDate ?? ''].join('|'),
    country,
    operation,
    operationActive: status === '' ? null : status === 'active',
    number: isKnown(number) ? number : null,
    assessmentType,
    from: null,
    to: null,
    reportingDate,
  }
  const level = text('adm2Code') || text('adm2Name') ? 2 : text('adm1Code') || text('adm1Name') ? 1 : 0
  return { row, level, frame, individuals: countOf(cellOf(row, roles, 'individuals')), text }
}

function assessmentOf({ row, frame, individuals, text }: ApiRow, roles: Roles, context: ImportContext): ProposedAssessment {
  const { reasons } = readReasons(text('reason'), context)
  const placeKey = text('adm2Code') || `${text('adm1Code')}~${fold(text('adm2Name'))}`
  const origin = ['', 'not available'].includes(fold(text('originName'))) ? null : { code: text('originCode') || null, name: text('originName') }
  return {
    key: assessmentKey(frame.key, placeKey, [reasons.join('; '), origin?.code ?? origin?.name ?? null, null, null]),
    roundKey: frame.key,
    placeKey,
    sheet: null,
    line: row.line,
    writtenCode: text('adm2Code') || null,
    writtenName: text('adm2Name'),
    date: frame.reportingDate,
    households: 'unknown',
    individuals: individuals.count,
    females: countOf(cellOf(row, roles, 'females')).count,
    males: countOf(cellOf(row, roles, 'males')).count,
    ages: [],
    returnees: 'unknown',
    returneeHouseholds: 'unknown',
    reasons,
    origin,
    setting: null,
    arrival: null,
    outcome: 'assessed',
    outcomeReason: null,
    sourceRound: null,
    placeOpen: null,
    siteType: null,
  }
}

/** Country, provinces and districts must print the same people in every round; a difference is an error of the file, not a note. */
function levelFindings(rows: ApiRow[]): Finding[] {
  const differing: Finding[] = []
  const rounds = groupBy(rows, ({ frame }) => frame.key)
  for (const own of rounds.values()) {
    const sums = [0, 0, 0]
    for (const { level, individuals } of own) sums[level]! += isKnown(individuals.count) ? individuals.count : 0
    const printed = sums.filter((_, level) => own.some((row) => row.level === level))
    if (new Set(printed).size === 1) continue
    const { country, operation, assessmentType, number } = own[0]!.frame
    const facts = { country, operation: operation ?? '', assessmentType, round: number ?? '', sums: printed, line: String(own[0]!.row.line) }
    differing.push({ code: 'import.levels-disagree', severity: 'error', line: own[0]!.row.line, facts })
  }
  return [...differing, { code: 'import.levels-compared', severity: 'note', facts: { rounds: rounds.size, differing: differing.length } }]
}

function placesOf(rows: Row[], roles: Roles, { gazetteer, country }: ImportContext): ProposedPlace[] {
  const byCountry = groupBy(rows, (row) => textOf(cellOf(row, roles, 'countryCode')))
  return [...byCountry].flatMap(([code, own]) => {
    const areas = areasOf(own, roles, areaLevels, code, gazetteer)
    if (country !== null) return areas
    const self: ProposedPlace = {
      key: code,
      kind: 'area',
      country: code,
      level: 0,
      code,
      name: textOf(cellOf(own[0]!, roles, 'country')),
      parent: null,
      point: null,
      aliases: [],
      siteType: null,
    }
    return [self, ...areas.map((area) => (area.level === 1 ? { ...area, parent: code } : area))]
  })
}
