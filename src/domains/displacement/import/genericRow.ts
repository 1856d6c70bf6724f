/** One row of a plain table as an assessment of its place: counts, sexes, reasons, origin, outcome; and the round and site that it names. */
import { isKnown } from '../../../engines/count.ts'
import { fold } from '../../../engines/places/spelling.ts'
import { type DateEvidence, type Finding, parseDate, type Row, textOf } from '../../../kernel/tables.ts'
import { type AgeColumns, readAges } from './ages.ts'
import { countOf } from './cells.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf, has } from './columns.ts'
import { countFindings } from './countFindings.ts'
import { type List, newWord, readWord } from './listedWords.ts'
import { slug } from './names.ts'
import { readOutcome } from './outcomes.ts'
import type { AssessmentType, GazetteerPlace, ImportContext, ProposedAssessment, ProposedPlace } from './proposal.ts'
import { readReasons } from './reasons.ts'
import type { RoundFrame } from './rounds.ts'
import { assessmentKey } from './rounds.ts'
import { sexesFinding } from './sexes.ts'

export type GenericReading = {
  roles: Roles
  ages: AgeColumns
  place: GazetteerPlace
  country: string
  dateRole: Role
  orderOf: DateEvidence['order']
  context: ImportContext
}

export function readGenericRow(
  row: Row,
  reading: GenericReading,
): { frame: RoundFrame; assessment: ProposedAssessment; site: ProposedPlace | null; findings: Finding[] } {
  const { roles, place, dateRole, orderOf, context } = reading
  const text = (role: Role): string => textOf(cellOf(row, roles, role))
  const site = siteOf(text('siteCode'), text('siteName'), reading)
  const assessmentType =
    (['BA', 'SA', 'ETT'] as const).find((type) => type === text('assessmentType').toUpperCase()) ?? context.round?.assessmentType ?? (site ? 'SA' : 'BA')
  const number = countOf(cellOf(row, roles, 'round')).count
  const round = isKnown(number) ? number : (context.round?.number ?? 0)
  const date = parseDate(cellOf(row, roles, dateRole) ?? null, orderOf)
  const frame = frameOf(reading, { round, assessmentType, date: typeof date === 'string' ? date : null, operation: text('operation') })

  const [households, individuals, females, males] = (['households', 'individuals', 'females', 'males'] as const).map((role) =>
    countOf(cellOf(row, roles, role)),
  )
  const [returnees, returneeHouseholds] = (['returnees', 'returneeHouseholds'] as const).map((role) => countOf(cellOf(row, roles, role)))
  const name = text('siteName') || text('placeName') || place.name
  const source = countOf(cellOf(row, roles, 'sourceRound')).count
  const status = readOutcome({
    line: row.line,
    name,
    status: text('status'),
    reason: text('statusReason'),
    sourceRound: isKnown(source) ? source : null,
    round,
    anyFigure: isKnown(households!.count) || isKnown(individuals!.count),
    context,
  })
  const counted = { individuals: individuals!.count, females: females!.count, males: males!.count }
  const byAge = readAges(row, reading.ages, roles, { line: row.line, name, ...counted })
  const { reasons, unlisted: newReasons } =
    text('reason') === '' ? { reasons: context.operation?.reasons ?? [], unlisted: [] } : readReasons(text('reason'), context)
  const origin = ['', 'not available', 'nao disponivel'].includes(fold(text('originName')))
    ? null
    : { code: text('originCode') || null, name: text('originName') }
  const lived = readWord('setting', text('setting'), context)
  const setting = (lived.code as ProposedAssessment['setting']) ?? (site && !lived.unlisted ? 'site' : null)
  const since = readWord('arrivalPeriod', text('arrival'), context)
  const arrival = since.code ?? (text('arrival') || null)
  const whyNot = readWord('notAssessedReason', status.outcome === 'not_assessed' ? text('statusReason') : '', context)
  const unlisted: [List, string][] = [
    ...(lived.unlisted ? [['setting', text('setting')] satisfies [List, string]] : []),
    ...(since.unlisted ? [['arrivalPeriod', text('arrival')] satisfies [List, string]] : []),
    ...(whyNot.unlisted ? [['notAssessedReason', text('statusReason')] satisfies [List, string]] : []),
  ]
  const placeKey = site?.key ?? place.pcode
  const missingIsFine = status.outcome === 'not_assessed' || status.outcome === 'merged'
  const counts: [Role, ReturnType<typeof countOf>][] = [
    ['households', households!],
    ['individuals', individuals!],
    ['females', females!],
    ['males', males!],
    ['returnees', returnees!],
  ]
  const asked = counts.filter(
    ([role, { problem }]) => has(roles, role) && !(problem === 'missing' && (missingIsFine || !['households', 'individuals'].includes(role))),
  )
  return {
    frame,
    site: site?.fresh ?? null,
    assessment: {
      key: assessmentKey(frame.key, placeKey, [reasons.join('; '), origin?.code ?? origin?.name ?? null, setting, arrival]),
      roundKey: frame.key,
      placeKey,
      sheet: null,
      line: row.line,
      writtenCode: text('siteCode') || text('placeCode') || text('adm3Code') || text('adm2Code') || null,
      writtenName: name,
      date: typeof date === 'string' ? date : null,
      households: households!.count,
      ...counted,
      ages: byAge.ages,
      returnees: returnees!.count,
      returneeHouseholds: returneeHouseholds!.count,
      reasons,
      origin,
      setting,
      arrival,
      outcome: status.outcome,
      outcomeReason: whyNot.code ?? (text('statusReason') || null),
      sourceRound: status.sourceRound,
      placeOpen: null,
      siteType: null,
      ...(unlisted.length > 0 ? { unlisted: Object.fromEntries(unlisted) } : {}),
    },
    findings: [
      ...countFindings(row.line, asked),
      ...status.findings,
      ...sexesFinding({ line: row.line, name, ...counted }),
      ...byAge.findings,
      ...newReasons.map((reason) => newWord('reason', reason, row.line)),
      ...unlisted.map(([list, written]) => newWord(list, written, row.line)),
      ...(date !== null && typeof date === 'object'
        ? [{ code: 'import.date-unread', severity: 'error', line: row.line, facts: { line: String(row.line), written: text(dateRole) } } satisfies Finding]
        : []),
    ],
  }
}

type Said = { round: number; assessmentType: AssessmentType; date: string | null; operation: string }

function frameOf({ country, context }: GenericReading, { round, assessmentType, date, operation }: Said): RoundFrame {
  const name = operation || (context.operation?.name ?? null)
  return {
    key: `${country}|${name ?? ''}|${assessmentType}|${round}`,
    country,
    operation: name,
    operationActive: null,
    number: round,
    assessmentType,
    from: context.round?.from ?? date,
    to: context.round?.to ?? date,
    reportingDate: date ?? context.round?.to ?? null,
  }
}

/** A site that the register knows is linked; a new one enters under its area with the code or name that the file gives. */
function siteOf(code: string, name: string, { place, country, context }: GenericReading): { key: string; fresh: ProposedPlace | null } | null {
  if (code === '' && name === '') return null
  const known = context.knownSite?.(code, fold(name)) ?? null
  if (known) return { key: known, fresh: null }
  const key = code || `${place.pcode}~${slug(name)}`
  // A baseline counts localities, a site assessment counts sites.
  const kind = context.round?.assessmentType === 'BA' ? 'location' : 'site'
  return {
    key,
    fresh: { key, kind, country, level: null, code: code || null, name: name || code, parent: place.pcode, point: null, aliases: [], siteType: null },
  }
}
