/**
 * A workbook of who does what where, understood: what each row says, what is wrong with it in the file's own cells, and which rows cannot count yet. Nothing is
 * written here. A row with an open error stays in quarantine and counts nowhere.
 */
import { fold } from '../../../../engines/places/spelling.ts'
import { type Choices, type ImportFinding, type Refused, refuse, refused, type TabularFile } from '../../../../kernel/index.ts'
import type { Row, Sheet } from '../../../../kernel/tables.ts'
import { organisationKey } from '../../../../registry/organisations/index.ts'
import { type Columns, columnsOf, wordsIn } from './columns.ts'
import { contentOf } from './content.ts'
import { daysOf, usualYear } from './days.ts'
import { figuresOf } from './figures.ts'
import { organisationsIn } from './organisations.ts'
import { placeReader } from './places.ts'
import { sentByAnotherToo } from './sentTwice.ts'
import type { Found, FourWProposal, ProposedActivity, UnknownCode } from './shapes.ts'
import { statusOf } from './statusWords.ts'

/** What an activity of the file is to what stands: not met before, saying something else, or the same. */
export const comparedWith = (known: Found['activities'], activities: readonly ProposedActivity[]) => {
  const before = (one: ProposedActivity) => known.get(`${one.organisation} ${one.externalId}`)
  const isKnown = (one: ProposedActivity) => [before(one)?.content, before(one)?.today].includes(one.content)
  return {
    new: activities.filter((one) => !before(one)),
    changed: activities.filter((one) => before(one) && !isKnown(one)),
    same: activities.filter(isKnown),
  }
}

const unknownPartner = { implementer: 'coordination.implementer-unknown', funder: 'coordination.funder-unknown' }

type Understood = { activity: ProposedActivity | null; findings: ImportFinding[] }
type Reader = { columns: Columns; found: Found; usual: number; placeOf: ReturnType<typeof placeReader> }

/** The sheet in which most is recognised; lists and pivots of the same workbook have neither organisations nor sectors. */
function dataSheet(file: TabularFile, mapping: Choices['columns']): { sheet: Sheet; read: ReturnType<typeof columnsOf> } | null {
  const fits = file.sheets
    .map((sheet) => ({ sheet, read: columnsOf(sheet, mapping) }))
    .filter(({ read: { columns } }) => columns.organisation && columns.sector && (columns.adm1Code || columns.adm2Code || columns.adm3Code))
  return fits.sort((a, b) => b.sheet.rows.length - a.sheet.rows.length)[0] ?? null
}

const totals = new Set(['total', 'totals', 'grand total', 'total geral', 'soma'])
const isTotals = (row: Row) => {
  const first = row.cells.find((cell) => cell !== null)
  return typeof first === 'string' && totals.has(fold(first))
}

function statusFinding(written: string | null, column: string | undefined): ImportFinding[] {
  if (written === null) return [{ code: 'coordination.status-blank', severity: 'note', column, facts: {} }]
  return statusOf(written) === null ? [{ code: 'coordination.status-unknown', severity: 'warning', column, facts: { value: written } }] : []
}

function understand(row: Row, { columns, found, usual, placeOf }: Reader): Understood {
  const words = (role: Parameters<typeof wordsIn>[2]) => wordsIn(row, columns, role)
  const place = placeOf(row)
  const days = daysOf(row, columns, usual)
  const figures = figuresOf(row, columns)
  const written = words('status')
  const status = written === null ? null : statusOf(written)
  const findings = [...place.findings, ...days.findings, ...figures.findings, ...statusFinding(written, columns.status?.name)]
  if (status === 'planned' && (figures.reached ?? 0) > 0)
    findings.push({ code: 'coordination.planned-but-reached', severity: 'warning', column: columns.status?.name, facts: { people: figures.reached! } })
  const [organisation, sectorWord] = [words('organisation'), words('sector')]
  const sector = sectorWord === null ? null : (found.words.sector.get(fold(sectorWord)) ?? null)
  if (organisation === null) findings.push({ code: 'coordination.organisation-missing', severity: 'error', column: columns.organisation?.name, facts: {} })
  if (sector === null)
    findings.push({ code: 'coordination.sector-unknown', severity: 'error', column: columns.sector?.name, facts: { value: sectorWord ?? '' } })
  if (organisation === null || sector === null || place.unknown !== null) return { activity: null, findings }
  const modality = words('modality')
  const partner = (role: 'implementer' | 'funder'): string | null => {
    const { key, unknown } = partnerOf(words(role), found)
    if (unknown) findings.push({ code: unknownPartner[role], severity: 'warning', column: columns[role]?.name, facts: { name: unknown } })
    return key
  }
  const [implementer, funder] = [partner('implementer'), partner('funder')]
  const said = {
    ...{ organisation: keyOf(organisation, found), sector, activityType: words('activityType'), description: words('description') },
    ...{ implementer, funder },
    modality: modality === null ? null : (found.words.modality.get(fold(modality)) ?? null),
    ...{ event: words('event'), projectCode: words('projectCode'), pcode: place.pcode, placeUnsure: place.unsure, location: words('location') },
    ...{ fromDay: days.fromDay, toDay: days.toDay, status, comment: words('comment'), reach: figures.reach },
    ...(figures.who ? { who: figures.who } : {}),
  }
  const content = contentOf(said)
  return { activity: { line: row.line, externalId: words('externalId') ?? `row ${content.slice(0, 20)}`, ...said, content }, findings }
}

/** The key of the name under which the register holds it, whichever of its spellings the file writes. */
function keyOf(written: string, { organisations }: Found): string {
  const known = organisations.get(organisationKey(written))
  return organisationKey(known?.name ?? written)
}

/** A partner adds no organisation to the register: one that nobody has entered yet is named and left out. */
function partnerOf(written: string | null, { own, organisations }: Found): { key: string | null; unknown: string | null } {
  if (written === null) return { key: null, unknown: null }
  const key = organisationKey(written)
  return own !== undefined && !organisations.has(key) ? { key: null, unknown: written } : { key, unknown: null }
}

/** Rows that a partner's own workbook says of another organisation. */
function ofAnother(rows: readonly Row[], columns: Columns, { own, organisations }: Found): { line: number; name: string }[] {
  if (own === undefined) return []
  return rows.flatMap((row) => {
    const name = wordsIn(row, columns, 'organisation')
    return name === null || organisations.get(organisationKey(name))?.id === own ? [] : [{ line: row.line, name }]
  })
}

function rowsEqual(rows: readonly Row[], columns: Columns, about: Pick<ImportFinding, 'sheet'>): ImportFinding[] {
  const id = columns.externalId?.index
  const groups = new Map<string, number[]>()
  for (const { line, cells } of rows) {
    const key = JSON.stringify(cells.map((cell, at) => (at === id ? null : typeof cell === 'string' ? cell.trim() : cell)))
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const repeated = [...groups.values()].filter((lines) => lines.length > 1)
  const surplus = repeated.flatMap((lines) => lines.slice(1))
  return surplus.map((line) => ({ ...about, code: 'coordination.rows-equal', severity: 'warning', line, facts: { groups: repeated.length } }))
}

/** What the sheet as a whole has to say, beside its rows. */
function ofSheet(sheet: Sheet, rows: readonly Row[], { columns, tagsUnknown }: ReturnType<typeof columnsOf>, found: Found): ImportFinding[] {
  const statuses = new Set(
    rows.flatMap((row) => (typeof row.cells[columns.status?.index ?? -1] === 'string' ? String(row.cells[columns.status!.index]).trim() : [])),
  )
  const comments = rows.filter((row) => wordsIn(row, columns, 'comment') !== null).length
  const about = { sheet: sheet.name }
  return [
    ...rowsEqual(rows, columns, about),
    ...organisationsIn(rows, columns, found).findings.map((finding) => ({ ...about, ...finding })),
    ...(statuses.size > new Set([...statuses].map(statusOf)).size
      ? [
          {
            ...about,
            code: 'coordination.status-spellings',
            severity: 'note' as const,
            column: columns.status?.name,
            facts: { spellings: [...statuses], n: statuses.size },
          },
        ]
      : []),
    ...(comments > 0
      ? [{ ...about, code: 'coordination.comments-held', severity: 'note' as const, column: columns.comment?.name, facts: { count: comments } }]
      : []),
    ...(tagsUnknown.length > 0 ? [{ ...about, code: 'coordination.tags-unknown', severity: 'note' as const, facts: { tags: tagsUnknown } }] : []),
  ]
}

const answerPrefix = 'coordination.place-not-found/'

function answersOf({ answers = {} }: Choices): Map<string, string> {
  const given = Object.entries(answers).flatMap(([key, answer]): [string, string][] => {
    const [deed, pcode] = answer.split('|')
    return key.startsWith(answerPrefix) && deed === 'use' && pcode ? [[key.slice(answerPrefix.length), pcode]] : []
  })
  return new Map(given)
}

export function interpretFourW(file: TabularFile, choices: Choices, found: Found): FourWProposal | Refused {
  const picked = dataSheet(file, choices.columns)
  if (!picked) return refused(refuse('coordination.no-sheet', { name: file.name }))
  const { sheet, read } = picked
  const { columns } = read
  const about = { sheet: sheet.name }
  const told = sheet.rows.filter((row) => !isTotals(row))
  const others = ofAnother(told, columns, found)
  const aside = new Set(others.map(({ line }) => line))
  const rows = told.filter(({ line }) => !aside.has(line))
  const answered = answersOf(choices)
  const reader: Reader = { columns, found, usual: usualYear(rows, columns), placeOf: placeReader(columns, found, answered) }
  const findings: ImportFinding[] = ofSheet(sheet, rows, read, found)
  for (const row of sheet.rows) if (isTotals(row)) findings.push({ ...about, code: 'coordination.totals-row', severity: 'note', line: row.line, facts: {} })
  for (const { line, name } of others)
    findings.push({ ...about, line, code: 'coordination.other-organisation', severity: 'warning', column: columns.organisation?.name, facts: { name } })
  const activities: ProposedActivity[] = []
  const quarantined: number[] = []
  const unknown = new Map<string, UnknownCode>()
  const ids = new Set<string>()
  for (const row of rows) {
    const { activity, findings: own } = understand(row, reader)
    for (const finding of own) findings.push({ ...about, line: row.line, ...finding })
    const place = reader.placeOf(row).unknown
    if (place) {
      const known = unknown.get(place.code) ?? { code: place.code, rows: 0, lines: [], suggestions: [] }
      known.rows++
      known.lines.push(row.line)
      if (place.suggestion !== null && !known.suggestions.includes(place.suggestion)) known.suggestions.push(place.suggestion)
      unknown.set(place.code, known)
    }
    const key = activity && `${activity.organisation} ${activity.externalId}`
    if (activity && ids.has(key!))
      findings.push({ ...about, line: row.line, code: 'coordination.code-twice', severity: 'error', facts: { code: activity.externalId } })
    if (activity && !ids.has(key!)) activities.push(activity)
    else quarantined.push(row.line)
    if (key) ids.add(key)
  }
  findings.push(...sentByAnotherToo(activities, found, about))
  const ofSource = [...found.activities].filter(([, { source }]) => found.own !== undefined || source === found.source)
  return {
    ...{ rows: sheet.rows.length, sheet: sheet.name, activities, quarantined, others: others.length, findings, answered, source: found.source },
    organisations: organisationsIn(rows, columns, found).organisations,
    unknownCodes: [...unknown.values()].sort((a, b) => b.rows - a.rows),
    ...comparedWith(found.activities, activities),
    gone: ofSource.filter(([key]) => !ids.has(key)).length,
  }
}
