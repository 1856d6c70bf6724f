/**
 * From a file as read to a proposal: which shape it has, whether it is whole and of this country, and what it says. One call for the wizard, the command
 * line and the demonstration rounds; a person's decisions come in with the context, so that answering a question is interpreting again.
 */
import type { Finding, Sheet, TabularFile } from '../../../kernel/import/table.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { interpretBaseline } from './baseline.ts'
import type { Roles } from './columns.ts'
import { has, rolesOf } from './columns.ts'
import { interpretPanel } from './panel.ts'
import type { Decision, ImportContext, Proposal, Shape } from './proposal.ts'

export function interpret(file: TabularFile, context: ImportContext): Proposal {
  const found = findShape(file, context.mapping)
  if (!found) return { ...nothing(file), refusals: [refuse('import.nothing-recognised', { name: file.name })] }
  const { shape, sheet, roles } = found
  const proposal = readers[shape](file, sheet, roles, context)
  return { ...proposal, findings: [...halfRows(sheet), ...proposal.findings] }
}

const readers: Record<Exclude<Shape, 'dtm-api-table' | 'generic'>, (file: TabularFile, sheet: Sheet, roles: Roles, context: ImportContext) => Proposal> = {
  'site-panel': interpretPanel,
  'baseline-workbook': interpretBaseline,
}

type Found = { shape: keyof typeof readers; sheet: Sheet; roles: Roles }

function findShape(file: TabularFile, mapping: Record<string, string> | undefined): Found | null {
  const sheets = file.sheets.map((sheet) => ({ sheet, roles: rolesOf(sheet, mapping) }))
  const first = (shape: Found['shape'], fits: (roles: Roles) => boolean): Found | null => {
    const found = sheets.find(({ roles }) => fits(roles))
    return found ? { shape, ...found } : null
  }
  return (
    first('baseline-workbook', (roles) => has(roles, 'adm1Code', 'siteCode', 'siteName', 'sourceRound', 'households', 'individuals')) ??
    first('site-panel', (roles) => has(roles, 'siteCode', 'siteName', 'date', 'households', 'individuals') && !has(roles, 'round'))
  )
}

/** A last row with fewer cells than all rows before it is what an upload cut in the middle leaves behind. */
function halfRows(sheet: Sheet): Finding[] {
  const last = sheet.rows.at(-1)
  const width = Math.max(0, ...sheet.columns.map(({ index }) => index + 1))
  if (!last || sheet.rows.length < 2 || last.cells.length >= width || sheet.rows.slice(0, -1).some(({ cells }) => cells.length < width)) return []
  return [{ code: 'import.half-file', severity: 'error', line: last.line, facts: { line: last.line, cells: last.cells.length, expected: width } }]
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
  refusals: [],
})

/** The set to write once a person has decided: what the proposal holds, less what an earlier import already holds. */
export type Settled = Pick<Proposal, 'rounds' | 'places' | 'assessments' | 'quarantined' | 'refusals'>

export function applyDecisions(file: TabularFile, context: ImportContext, decisions: Decision[]): Settled {
  return settle(interpret(file, { ...context, savedDecisions: [...context.savedDecisions, ...decisions] }), context)
}

export function settle(proposal: Proposal, { previouslyImported }: Pick<ImportContext, 'previouslyImported'>): Settled {
  const { rounds, places, quarantined, refusals } = proposal
  if (refusals.length > 0) return { rounds: [], places: [], assessments: [], quarantined, refusals }
  const assessments = proposal.assessments.filter(({ key }) => !previouslyImported.has(key))
  const roundsLeft = new Set(assessments.map(({ roundKey }) => roundKey))
  return { rounds: rounds.filter(({ key }) => roundsLeft.has(key)), places: assessments.length ? places : [], assessments, quarantined, refusals }
}
