/**
 * The sums that a workbook prints on its other sheets, held against the rows they sum: each level must agree, and a difference is an error of the file that
 * a person settles, not a note. A blank subtotal states nothing.
 */
import type { Count } from '../../../engines/count.ts'
import { isKnown } from '../../../engines/count.ts'
import { fold } from '../../../engines/places/spelling.ts'
import { type Finding, type Row, type Sheet, type TabularFile, textOf } from '../../../kernel/tables.ts'
import { countOf } from './cells.ts'
import type { Role, Roles } from './columns.ts'
import { cellOf, rolesOf } from './columns.ts'
import type { ProposedAssessment } from './proposal.ts'

type Measure = { column: number; name: string; of: (rows: ProposedAssessment[]) => number }

const sumOf = (field: 'households' | 'individuals' | 'returnees' | 'returneeHouseholds', setting?: string) => (rows: ProposedAssessment[]) =>
  rows.filter((row) => setting === undefined || row.setting === setting).reduce((sum, row) => sum + known(row[field]), 0)
const known = (count: Count): number => (isKnown(count) ? count : 0)

const bySetting: Partial<Record<string, string>> = { 'displacement site': 'site', 'host community': 'host_community' }
const totalRow = new Set(['grand total', 'total', 'total geral'])
const codeRoles: Role[] = ['adm3Code', 'adm2Code', 'adm1Code']

/** `areaCodes`: the codes of the areas, coarse to fine, that each place lies in. */
export function reconcile(file: TabularFile, used: Sheet, assessments: ProposedAssessment[], areaCodes: Map<string, string[]>): Finding[] {
  const byArea = new Map<string, ProposedAssessment[]>()
  for (const assessment of assessments) {
    for (const code of areaCodes.get(assessment.placeKey) ?? []) {
      const own = byArea.get(code)
      if (own) own.push(assessment)
      else byArea.set(code, [assessment])
    }
  }
  return file.sheets.filter((sheet) => sheet !== used).flatMap((sheet) => reconcileSheet(sheet, assessments, byArea, areaCodes))
}

function reconcileSheet(sheet: Sheet, all: ProposedAssessment[], byArea: Map<string, ProposedAssessment[]>, areaCodes: Map<string, string[]>): Finding[] {
  const roles = rolesOf(sheet)
  const level = codeRoles.find((role) => roles[role] !== undefined)
  const measures = level ? measuresOf(sheet, roles, areaCodes) : []
  if (!level || measures.length === 0) return []
  let figures = 0
  let areas = 0
  const differences: Finding[] = []
  for (const row of sheet.rows) {
    const place = subjectOf(row, roles, level)
    const rows = place === null ? null : place === 'total' ? all : (byArea.get(place) ?? [])
    if (!rows) continue
    if (place !== 'total') areas++
    for (const { column, name, of } of measures) {
      const { count, written } = countOf(row.cells[column])
      const computed = of(rows)
      if (!isKnown(count) && computed === 0) continue
      figures++
      if (count !== computed)
        differences.push({
          code: 'import.sheet-sum-differs',
          severity: 'error',
          sheet: sheet.name,
          line: row.line,
          column: name,
          facts: { sheet: sheet.name, line: String(row.line), place: place!, column: name, written, computed },
        })
    }
  }
  if (figures === 0) return []
  return [
    ...differences,
    { code: 'import.subtotals-compared', severity: 'note', sheet: sheet.name, facts: { sheet: sheet.name, areas, figures, differing: differences.length } },
  ]
}

function subjectOf(row: Row, roles: Roles, level: Role): string | null {
  if (totalRow.has(fold(textOf(row.cells[0])))) return 'total'
  return textOf(cellOf(row, roles, level)) || null
}

function measuresOf(sheet: Sheet, roles: Roles, areaCodes: Map<string, string[]>): Measure[] {
  const areasCovered = (level: number) => (rows: ProposedAssessment[]) => new Set(rows.map(({ placeKey }) => areaCodes.get(placeKey)?.[level])).size
  const byName: Partial<Record<string, Measure['of']>> = {
    'number of counties covered': areasCovered(1),
    'number of payams covered': areasCovered(2),
    'number of locations covered': (rows) => rows.length,
  }
  const counts = (['households', 'individuals', 'returnees', 'returneeHouseholds'] as const).filter((role) => roles[role] !== undefined)
  const split = sheet.columns.some(({ name }) => bySetting[fold(name)])
  return sheet.columns.flatMap(({ index, name }): Measure[] => {
    const role = counts.find((one) => roles[one] === index)
    if (role) return [{ column: index, name, of: sumOf(role) }]
    const setting = bySetting[fold(name)]
    if (setting) return [{ column: index, name, of: sumOf('individuals', setting) }]
    if (split && totalRow.has(fold(name))) return [{ column: index, name, of: sumOf('individuals') }]
    const of = byName[fold(name)]
    return of ? [{ column: index, name, of }] : []
  })
}
