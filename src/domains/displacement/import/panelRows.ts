/** The rows of a site panel as typed values, and its rounds as found from codes and dates; blocks that repeat an earlier block are held back. */
import type { Count } from '../../../engines/count.ts'
import { type Finding, parseDate, type Row, textOf } from '../../../kernel/tables.ts'
import { batchesOf } from './batches.ts'
import { countOf, rawTextOf } from './cells.ts'
import type { Roles } from './columns.ts'
import { cellOf } from './columns.ts'
import { countFindings } from './countFindings.ts'
import { orderOfDates } from './dateOrder.ts'
import { dayNumber } from './dates.ts'
import { remembered } from './grouping.ts'
import { foldName } from './names.ts'
import type { Decision } from './proposal.ts'
import { answerFor } from './proposal.ts'

export type PanelRow = {
  line: number
  code: string
  name: string
  date: string | null
  households: Count
  individuals: Count
  typeText: string
  classificationText: string
  written: string
}

export type PanelRound = { number: number; rows: PanelRow[]; repeats: Repeat | null; dated: { from: string; to: string } | null }
/** The block's keys (code and date) are those of an earlier block, so its dates were pasted and say nothing. */
type Repeat = { of: number; ofLines: number[]; keys: number; sameFigures: number }

export function readPanelRows(rows: Row[], roles: Roles, group: string, decisions: Decision[]): { rows: PanelRow[]; findings: Finding[] } {
  const { orderOf, findings } = orderOfDates(
    rows.map((row) => cellOf(row, roles, 'date') ?? null),
    group,
    decisions,
  )
  const dateOf = remembered(
    (text: string) => parseDate(text, orderOf),
    (text) => text,
  )
  const panelRows = rows.map((row) => {
    const households = countOf(cellOf(row, roles, 'households'))
    const individuals = countOf(cellOf(row, roles, 'individuals'))
    findings.push(
      ...countFindings(row.line, [
        ['households', households],
        ['individuals', individuals],
      ]),
    )
    const date = dateOf(textOf(cellOf(row, roles, 'date')))
    if (typeof date === 'object' && date !== null) {
      findings.push({
        code: 'import.date-unread',
        severity: 'error',
        line: row.line,
        facts: { line: String(row.line), written: textOf(cellOf(row, roles, 'date')) },
      })
    }
    return {
      line: row.line,
      code: textOf(cellOf(row, roles, 'siteCode')),
      name: textOf(cellOf(row, roles, 'siteName')),
      date: typeof date === 'string' ? date : null,
      households: households.count,
      individuals: individuals.count,
      typeText: rawTextOf(cellOf(row, roles, 'siteType')),
      classificationText: rawTextOf(cellOf(row, roles, 'classification')),
      written: row.cells.map(rawTextOf).join('\u0000'),
    }
  })
  return { rows: panelRows, findings }
}

export function findRounds(rows: PanelRow[], decisions: Decision[]): PanelRound[] {
  const visits = rows.map(({ code, name, date }) => ({ site: code || foldName(name), day: date === null ? null : dayNumber(date) }))
  const rounds: PanelRound[] = batchesOf(visits).map(({ first, last }, index) => ({
    number: index + 1,
    rows: rows.slice(first, last + 1),
    repeats: null,
    dated: null,
  }))
  const lineOfKey = new Map<string, { round: PanelRound; row: PanelRow }>()
  for (const round of rounds) {
    round.repeats = repeatOf(round, lineOfKey)
    const answer = answerFor(decisions, 'import.block-repeats-keys', String(round.number))
    if (answer?.answer === 'date' && answer.from && answer.to) round.dated = { from: answer.from, to: answer.to }
    if (!round.repeats) for (const row of round.rows) lineOfKey.set(visitKey(row), { round, row })
  }
  return rounds
}

export const isHeld = (round: PanelRound): boolean => round.repeats !== null && round.dated === null

const visitKey = ({ code, name, date }: PanelRow): string => `${code || foldName(name)}|${date}`
const fewestRowsOfABlock = 10

function repeatOf(round: PanelRound, seen: Map<string, { round: PanelRound; row: PanelRow }>): Repeat | null {
  const met = round.rows.flatMap((row) => {
    const earlier = row.date === null ? undefined : seen.get(visitKey(row))
    return earlier ? [{ row, earlier }] : []
  })
  const perRound = new Map<PanelRound, number>()
  for (const { earlier } of met) perRound.set(earlier.round, (perRound.get(earlier.round) ?? 0) + 1)
  const most = [...perRound].sort((a, b) => b[1] - a[1])[0]
  if (!most || most[1] < fewestRowsOfABlock || most[1] < round.rows.length / 2) return null
  const same = met.filter(
    ({ row, earlier }) =>
      foldName(row.name) === foldName(earlier.row.name) && row.households === earlier.row.households && row.individuals === earlier.row.individuals,
  )
  return {
    of: most[0].number,
    ofLines: most[0].rows.map(({ line }) => line),
    keys: new Set(met.map(({ row }) => visitKey(row))).size,
    sameFigures: same.length,
  }
}
