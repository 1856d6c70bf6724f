/**
 * A DTM baseline workbook: one sheet with every location assessed, its codes from province to location, displaced and returned people, and the round each
 * figure comes from; other sheets sum it up by area. Places that the register lacks come in as the file gives them, so that a country without a pack can
 * still be read. Figures carried forward keep their source round. Strategy: focus area 15, activities B and F.
 */
import { fold } from '../../../engines/places/spelling.ts'
import { refuse } from '../../../kernel/shared.ts'
import { type Finding, type Row, type Sheet, type TabularFile, textOf } from '../../../kernel/tables.ts'
import { type AgeColumns, ageColumnsOf, readAges } from './ages.ts'
import { countOf, isBlank } from './cells.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import { countFindings } from './countFindings.ts'
import { judgeRounds } from './judgedRounds.ts'
import { newWord, readWord } from './listedWords.ts'
import type { AreaRoles } from './ownPlaces.ts'
import { areasOf, foreignCodes } from './ownPlaces.ts'
import type { ImportContext, Interpreted, Outcome, ProposedAssessment, ProposedPlace } from './proposal.ts'
import { assessmentKey, comparedWithEarlier, setApartRepeats } from './rounds.ts'
import { sexesFinding } from './sexes.ts'
import { reconcile } from './subtotals.ts'
import { aboutRound } from './workbookNotes.ts'

const areaLevels: AreaRoles[] = [
  { level: 1, code: 'adm1Code', name: 'adm1Name' },
  { level: 2, code: 'adm2Code', name: 'adm2Name' },
  { level: 3, code: 'adm3Code', name: 'adm3Name' },
]

export function interpretBaseline(file: TabularFile, sheet: Sheet, roles: Roles, context: ImportContext): Interpreted {
  const rows = sheet.rows.filter((row) => !isBlank(row))
  const foreign = foreignCodes(rows, roles, 'adm1Code', context.country)
  const country = context.country?.iso3 ?? textOf(cellOf(rows[0]!, roles, 'adm1Code')).replace(/\d.*$/, '')
  const sourceRounds = rows.flatMap((row) => countOf(cellOf(row, roles, 'sourceRound')).count).filter((count) => typeof count === 'number')
  const about = aboutRound(
    file,
    sourceRounds.reduce((newest, round) => Math.max(newest, round), 0),
  )
  const operation = context.operation?.name ?? null
  const frame = {
    key: `${country}|${operation ?? ''}|BA|${about.number}`,
    country,
    operation,
    operationActive: null,
    number: about.number,
    assessmentType: 'BA' as const,
    from: about.from,
    to: about.to,
    reportingDate: about.to,
  }
  const ages = ageColumnsOf(sheet, roles, context.ageBands)
  const findings: Finding[] = [...ages.findings]
  const read = rows.map((row) => readLocation(row, { sheet: sheet.name, roles, ages, roundKey: frame.key, round: about.number, findings, context }))
  const { fresh, setAside, findings: repeats } = setApartRepeats(read)
  const judged = judgeRounds([{ frame, own: fresh }], context)
  const carried = fresh.filter(({ outcome }) => outcome === 'carried_forward')
  if (carried.length > 0) {
    const sources = [...new Set(carried.map(({ sourceRound }) => sourceRound!))].sort((a, b) => b - a)
    findings.push({ code: 'import.carried-forward', severity: 'note', facts: { places: carried.length, rounds: sources } })
  }
  return {
    shape: 'baseline-workbook',
    rowsRead: rows.length,
    inScope: foreign ? 0 : rows.length,
    outOfScope: foreign ? [{ reason: foreign.found.join(', '), lines: rows.map(({ line }) => line) }] : [],
    quarantined: foreign ? [] : setAside,
    rounds: foreign ? [] : judged.rounds,
    places: foreign ? [] : [...areasOf(rows, roles, areaLevels, country, context.gazetteer), ...locationsOf(rows, roles, country, context)],
    assessments: foreign ? [] : judged.assessments,
    findings: [
      ...errorsAside(file, sheet),
      ...about.findings,
      ...findings,
      // A location without displaced people is the rule in a baseline, not a remark.
      ...judged.findings.filter(({ code }) => code !== 'import.zero-kept'),
      ...repeats,
      ...reconcile(file, sheet, fresh, areaCodesByPlace(rows, roles)),
      ...comparedWithEarlier(fresh, context.previouslyImported),
    ],
    questions: foreign ? [] : judged.questions,
    refusals: foreign ? [refuse('import.other-country', foreign)] : [],
  }
}

type Reading = { sheet: string; roles: Roles; ages: AgeColumns; roundKey: string; round: number; findings: Finding[]; context: ImportContext }

function readLocation(row: Row, { sheet, roles, ages, roundKey, round, findings, context }: Reading): ProposedAssessment {
  const text = (role: Role): string => textOf(cellOf(row, roles, role))
  const read = (role: Role) => countOf(cellOf(row, roles, role))
  const [households, individuals, returnees, returneeHouseholds] = [read('households'), read('individuals'), read('returnees'), read('returneeHouseholds')]
  const sexes = { females: read('females').count, males: read('males').count }
  const byAge = readAges(row, ages, roles, { line: row.line, name: text('siteName'), individuals: individuals.count, ...sexes })
  findings.push(
    ...countFindings(
      row.line,
      [
        ['households', households],
        ['individuals', individuals],
      ],
      sheet,
    ),
    ...sexesFinding({ line: row.line, name: text('siteName'), individuals: individuals.count, ...sexes }),
    ...byAge.findings,
  )
  const source = read('sourceRound').count
  const sourceRound = typeof source === 'number' && source !== round ? source : null
  const placeOpen = text('placeStatus') === '' ? null : !['closed', 'fechado', 'encerrado'].includes(fold(text('placeStatus')))
  const outcome: Outcome = sourceRound !== null ? 'carried_forward' : placeOpen === false ? 'closed' : 'assessed'
  if (placeOpen === false && individuals.count !== 0) {
    findings.push({
      code: 'import.closed-with-people',
      severity: 'error',
      sheet,
      line: row.line,
      facts: { line: String(row.line), name: text('siteName'), individuals: individuals.count },
    })
  }
  const placeKey = text('siteCode')
  const lived = readWord('setting', text('setting'), context)
  const setting = lived.code as ProposedAssessment['setting']
  if (lived.unlisted) findings.push(newWord('setting', text('setting'), row.line, sheet))
  const reasons = context.operation?.reasons ?? []
  return {
    key: assessmentKey(roundKey, placeKey, [reasons.join('; '), null, setting, null]),
    roundKey,
    placeKey,
    sheet,
    line: row.line,
    writtenCode: placeKey,
    writtenName: text('siteName'),
    date: null,
    households: households.count,
    individuals: individuals.count,
    ...sexes,
    ages: byAge.ages,
    returnees: returnees.count,
    returneeHouseholds: returneeHouseholds.count,
    reasons,
    origin: null,
    setting,
    arrival: null,
    outcome,
    outcomeReason: ['', 'n/a', 'na'].includes(text('statusReason').toLowerCase()) ? null : text('statusReason'),
    sourceRound,
    placeOpen,
    siteType: null,
    ...(lived.unlisted ? { unlisted: { setting: text('setting') } } : {}),
  }
}

function locationsOf(rows: Row[], roles: Roles, country: string, context: ImportContext): ProposedPlace[] {
  const { knownSite, gazetteer } = context
  const seen = new Set<string>()
  return rows.flatMap((row): ProposedPlace[] => {
    const text = (role: Role): string => textOf(cellOf(row, roles, role))
    const code = text('siteCode')
    if (seen.has(code) || gazetteer.byCode(code) || knownSite?.(code, fold(text('siteName')))) return []
    seen.add(code)
    const [latitude, longitude] = [cellOf(row, roles, 'latitude'), cellOf(row, roles, 'longitude')].map((cell) =>
      textOf(cell) === '' ? Number.NaN : Number(textOf(cell)),
    )
    const others = [text('otherName'), text('otherName2')].filter((name) => name !== '' && name !== text('siteName'))
    return [
      {
        key: code,
        kind: readWord('setting', text('setting'), context).code === 'site' ? 'site' : 'location',
        country,
        level: null,
        code,
        name: text('siteName'),
        parent: text('adm3Code') || text('adm2Code') || null,
        // 0,0 is in the sea: a point left empty, not a place.
        point:
          Number.isFinite(latitude) && Number.isFinite(longitude) && (latitude !== 0 || longitude !== 0)
            ? { latitude: latitude!, longitude: longitude! }
            : null,
        aliases: others.map((value) => ({ kind: 'name', value, rounds: [] })),
        siteType: null,
      },
    ]
  })
}

const areaCodesByPlace = (rows: Row[], roles: Roles): Map<string, string[]> =>
  new Map(rows.map((row) => [textOf(cellOf(row, roles, 'siteCode')), areaLevels.map(({ code }) => textOf(cellOf(row, roles, code)))]))

/** Broken formulas on sheets that carry no figures for us are told in one line a sheet and stop nothing. */
function errorsAside({ findings, sheets }: TabularFile, used: Sheet): Finding[] {
  const aside = (finding: Finding): boolean => finding.code === 'import.formula-error' && finding.sheet !== used.name
  const told = sheets.flatMap(({ name }): Finding[] => {
    const own = findings.filter((finding) => aside(finding) && finding.sheet === name)
    const count = own.reduce((sum, { facts }) => sum + (facts.count as number), 0)
    const errors = [...new Set(own.flatMap(({ facts }) => facts.errors as string[]))]
    return count ? [{ code: 'import.formula-errors-aside', severity: 'note', sheet: name, facts: { sheet: name, count, errors } }] : []
  })
  return [...findings.filter((finding) => !aside(finding)), ...told]
}
