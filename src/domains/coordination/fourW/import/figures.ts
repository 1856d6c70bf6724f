/**
 * The numbers of a row: a blank or a word is unknown and never zero; a fraction of a person is an
 * error whose figure counts nowhere, while the organisation is where it says it is. */
import type { ImportFinding } from '../../../../kernel/index.ts'
import { type Cell, parseNumber, type Row } from '../../../../kernel/tables.ts'
import { isSaid, partsOf, type WhoReached } from '../reach.ts'
import { type Columns, cellOf, type Role, wordsIn } from './columns.ts'
import { evidenceOf } from './evidenceWords.ts'
import type { ProposedReach } from './shapes.ts'

type Figures = { reach: ProposedReach[]; who: WhoReached | null; findings: ImportFinding[]; reached: number | null }

/** One household is taken for five people so often that such a figure was worked out, and not counted. */
const peopleOfHousehold = 5

const numberIn = (cell: Cell): number | 'none' | 'no number' => {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return 'none'
  const read = parseNumber(cell, 'not-needed')
  return typeof read === 'number' && read >= 0 ? read : 'no number'
}

const textOf = (cell: Cell) => (cell !== null && typeof cell === 'object' ? cell.error : String(cell).trim())

export function figuresOf(row: Row, columns: Columns): Figures {
  const findings: ImportFinding[] = []
  const read = (role: Role, isPeople: boolean): number | null => {
    const cell = cellOf(row, columns, role)
    const number = numberIn(cell)
    const column = columns[role]?.name
    if (number === 'none') {
      if (role === 'reachedPeople') findings.push({ code: 'coordination.people-unknown', severity: 'note', column, facts: {} })
      return null
    }
    if (number === 'no number') {
      findings.push({ code: 'coordination.figure-not-number', severity: 'warning', column, facts: { value: textOf(cell) } })
      return null
    }
    if (Number.isInteger(number)) return number
    const code = isPeople ? 'coordination.people-fractional' : 'coordination.households-fractional'
    findings.push({ code, severity: role === 'reachedPeople' ? 'error' : 'warning', column, facts: { value: textOf(cell) } })
    return null
  }
  const [targetedHouseholds, targetedPeople] = [read('targetedHouseholds', false), read('targetedPeople', true)]
  const [reachedHouseholds, reached] = [read('reachedHouseholds', false), read('reachedPeople', true)]
  const how = wordsIn(row, columns, 'reachKnownBy')
  const said = evidenceOf(how)
  if (how !== null && said === null)
    findings.push({ code: 'coordination.evidence-unknown', severity: 'warning', column: columns.reachKnownBy?.name, facts: { value: how } })
  const derived = isDerived(cellOf(row, columns, 'reachedHouseholds'), cellOf(row, columns, 'reachedPeople'))
  if (derived) findings.push({ code: 'coordination.people-derived', severity: 'note', column: columns.reachedPeople?.name, facts: {} })
  const who: WhoReached = {
    women: read('reachedWomen', true),
    men: read('reachedMen', true),
    girls: read('reachedGirls', true),
    boys: read('reachedBoys', true),
  }
  // Parts that are more than their whole are no parts of it.
  const tooMany = isSaid(who) && reached !== null && partsOf(who) > reached
  if (tooMany)
    findings.push({
      code: 'coordination.parts-above-total',
      severity: 'warning',
      column: columns.reachedPeople?.name,
      facts: { parts: partsOf(who), total: reached },
    })
  const part = (measure: ProposedReach['measure'], unit: ProposedReach['unit'], number: number | null): ProposedReach[] =>
    number === null && !(measure === 'reached' && unit === 'person')
      ? []
      : [{ measure, unit, number, evidence: measure === 'reached' && unit === 'person' ? (said ?? (derived ? 'derived' : 'not_stated')) : 'not_stated' }]
  const reach = [
    ...part('reached', 'person', reached),
    ...part('reached', 'household', reachedHouseholds),
    ...part('targeted', 'person', targetedPeople),
    ...part('targeted', 'household', targetedHouseholds),
  ]
  return { reach, who: isSaid(who) && reached !== null && !tooMany ? who : null, findings, reached }
}

function isDerived(households: Cell, people: Cell): boolean {
  if (typeof households !== 'number' || typeof people !== 'number' || households <= 0 || people <= 0) return false
  // Workbooks keep such products with the last binary digits astray.
  return Math.abs(people - peopleOfHousehold * households) < 1e-6
}
