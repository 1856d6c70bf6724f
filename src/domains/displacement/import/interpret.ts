/**
 * From a file as read to a proposal: which shape it has, whether it is whole and of this country, and what it says. One call for the wizard, the command
 * line and the demonstration rounds; a person's decisions come in with the context, so that answering a question is interpreting again.
 */

import { refuse } from '../../../kernel/shared.ts'
import type { Sheet, TabularFile } from '../../../kernel/tables.ts'
import { ageColumnsOf } from './ages.ts'
import { interpretApiTable } from './apiTable.ts'
import { interpretBaseline } from './baseline.ts'
import { isBlank } from './cells.ts'
import type { Role, Roles } from './columns.ts'
import { has, rolesOf } from './columns.ts'
import { correctionsOf } from './figureQuestions.ts'
import { interpretGeneric } from './generic.ts'
import { interpretPanel } from './panel.ts'
import type { Decision, ImportContext, Interpreted, Proposal, Quarantined, Shape } from './proposal.ts'

export function interpret(file: TabularFile, context: ImportContext): Proposal {
  const { whole, cut } = withoutCutRow(file)
  const found = findShape(whole, context.mapping)
  if (!found) return { ...nothing(file), refusals: [refuse('import.nothing-recognised', { name: file.name })] }
  const read = readers[found.shape](whole, found.sheet, found.roles, context)
  const proposal = { ...read, corrections: correctionsOf(read.findings, read.assessments, context.savedDecisions) }
  if (cut.length === 0) return proposal
  return { ...proposal, rowsRead: proposal.rowsRead + 1, inScope: proposal.inScope + 1, quarantined: [...proposal.quarantined, ...cut] }
}

const readers: Record<Shape, (file: TabularFile, sheet: Sheet, roles: Roles, context: ImportContext) => Interpreted> = {
  'site-panel': interpretPanel,
  'baseline-workbook': interpretBaseline,
  'dtm-api-table': interpretApiTable,
  generic: interpretGeneric,
}

const placeRoles: Role[] = ['placeCode', 'placeName', 'adm3Code', 'adm3Name', 'adm2Code', 'adm2Name', 'adm1Code', 'adm1Name']

type Found = { shape: Shape; sheet: Sheet; roles: Roles }

/** Which column was taken for what, in the sheet that is read: for the step of the wizard in which a person corrects it. */
export function columnsTaken(file: TabularFile, mapping: Record<string, string> = {}): { field: string; column: string; why: 'chosen' | 'exact' }[] {
  const found = findShape(file, mapping)
  const { sheet, roles } = found ?? { sheet: file.sheets[0]!, roles: rolesOf(file.sheets[0]!, mapping) }
  return Object.entries(roles).flatMap(([field, index]) => {
    const column = sheet.columns.find((each) => each.index === index)?.name
    return column === undefined ? [] : [{ field, column, why: mapping[field] === column ? ('chosen' as const) : ('exact' as const) }]
  })
}

/** Which columns hold people by sex and age, in the shapes that read them: the wizard shows them beside the others. */
export function agesTaken(
  file: TabularFile,
  mapping: Record<string, string> = {},
  bands: readonly string[],
): { column: string; sex: 'f' | 'm'; band: string }[] {
  const found = findShape(file, mapping)
  if (!found || (found.shape !== 'generic' && found.shape !== 'baseline-workbook')) return []
  return ageColumnsOf(found.sheet, found.roles, bands).columns.map(({ name, sex, band }) => ({ column: name, sex, band }))
}

function findShape(file: TabularFile, mapping: Record<string, string> | undefined): Found | null {
  const sheets = file.sheets.filter(({ rows }) => !rows.every(isBlank)).map((sheet) => ({ sheet, roles: rolesOf(sheet, mapping) }))
  const first = (shape: Shape, fits: (roles: Roles) => boolean): Found | null => {
    const found = sheets.find(({ roles }) => fits(roles))
    return found ? { shape, ...found } : null
  }
  return (
    first('dtm-api-table', (roles) =>
      has(roles, 'countryCode', 'operation', 'assessmentType', 'round', 'reportingDate', 'individuals', 'adm1Code', 'adm2Code'),
    ) ??
    first('baseline-workbook', (roles) => has(roles, 'adm1Code', 'siteCode', 'siteName', 'sourceRound', 'households', 'individuals')) ??
    first('site-panel', (roles) => has(roles, 'siteCode', 'siteName', 'date', 'households', 'individuals') && !has(roles, 'round')) ??
    first('generic', (roles) => (has(roles, 'individuals') || has(roles, 'households')) && placeRoles.some((role) => has(roles, role)))
  )
}

/** The reader says when the last record was cut; its figures may be cut too (`13` of `1347`), so the row is held back. */
function withoutCutRow(file: TabularFile): { whole: TabularFile; cut: Quarantined[] } {
  const lines = file.findings.filter(({ code }) => code === 'import.last-record-cut').flatMap(({ line }) => line ?? [])
  if (lines.length === 0) return { whole: file, cut: [] }
  const sheets = file.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(({ line }) => !lines.includes(line)) }))
  return { whole: { ...file, sheets }, cut: [{ code: 'import.last-record-cut', lines, of: [], held: [] }] }
}

const nothing = (file: TabularFile): Proposal => ({
  shape: 'generic',
  rowsRead: file.sheets.reduce((sum, { rows }) => sum + rows.length, 0),
  inScope: 0,
  outOfScope: [],
  quarantined: [],
  rounds: [],
  places: [],
  assessments: [],
  findings: file.findings,
  questions: [],
  corrections: [],
  refusals: [],
})

/** The set to write once a person has decided: what the proposal holds, less what an earlier import already holds. */
export type Settled = Pick<Proposal, 'rounds' | 'places' | 'assessments' | 'corrections' | 'quarantined' | 'refusals'>

export function applyDecisions(file: TabularFile, context: ImportContext, decisions: Decision[]): Settled {
  return settle(interpret(file, { ...context, savedDecisions: [...context.savedDecisions, ...decisions] }), context)
}

export function settle(proposal: Proposal, { previouslyImported }: Pick<ImportContext, 'previouslyImported'>): Settled {
  const { rounds, places, corrections, quarantined, refusals } = proposal
  if (refusals.length > 0) return { rounds: [], places: [], assessments: [], corrections: [], quarantined, refusals }
  const assessments = proposal.assessments.filter(({ key }) => !previouslyImported.has(key))
  const roundsLeft = new Set(assessments.map(({ roundKey }) => roundKey))
  return { rounds: rounds.filter(({ key }) => roundsLeft.has(key)), places: assessments.length ? places : [], assessments, corrections, quarantined, refusals }
}

/** The figures of the one-line result; questions are counted by cause, not by row. */
export function resultFacts({ inScope, rounds, assessments, quarantined, outOfScope, questions }: Proposal): Record<string, number> {
  const lines = (groups: { lines: number[] }[]): number => groups.reduce((sum, group) => sum + group.lines.length, 0)
  return {
    inScope,
    imported: assessments.length,
    rounds: rounds.length,
    quarantined: lines(quarantined),
    outOfScope: lines(outOfScope),
    questions: questions.length,
  }
}
