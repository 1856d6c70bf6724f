/**
 * Corrections: a figure is never edited in what was sent; the correction is a row with who, when, why and both values, and the cell follows it. The cleaning
 * log is these rows, and replaying them over the submissions gives the same set.
 */
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../kernel/index.ts'
import { checkRound } from './checks.ts'
import { Correction, PresenceCell } from './presence.ts'

const fields = ['households', 'individuals', 'females', 'males'] as const
type FieldName = (typeof fields)[number]

export type CorrectionAnswer = { field: string; after: number | null; reason: string; note?: string | null }

const isField = (name: string): name is FieldName => (fields as readonly string[]).includes(name)

export async function correctCell(db: Db, id: string, { field, after, reason, note }: CorrectionAnswer): Promise<{ id: string } | Refused> {
  const cell = await getRow(db, PresenceCell, id)
  if (!cell) return refused(refuse('access.not-found'))
  const round = await db.one<{ state: string }>(sql`select state from displacement.round where id = ${cell.round}`)
  if (!round || !['collecting', 'cleaning'].includes(round.state)) return refused(refuse('round.figures-closed', { state: round?.state ?? '' }))
  if (!isField(field) || (after !== null && (!Number.isInteger(after) || after < 0))) return refused(refuse('round.correction-no-count'))
  if (reason.trim() === '') return refused(refuse('round.correction-without-reason'))
  const before = cell[field]
  if (before === after) return refused(refuse('round.correction-changes-nothing'))
  const correction = await insertRow(db, Correction, {
    scope: cell.scope,
    round: cell.round,
    place: cell.place,
    cell: id,
    field,
    before,
    after,
    reason,
    note: note ?? null,
  })
  await updateRow(db, PresenceCell, id, { [field]: after })
  await audit(db, 'cell.correct', 'displacement.presence_cell', id, { field, reason })
  await checkRound(db, cell.round)
  return { id: correction.id }
}

export type LogLine = {
  at: string
  by: string | null
  pcode: string
  place: string
  field: string
  before: number | null
  after: number | null
  reason: string
  note: string | null
}

export const cleaningLog = (db: Db, round: string): Promise<LogLine[]> =>
  db.rows<LogLine>(sql`
    select k.recorded_at as at, w.name as by, p.pcode, p.name as place, k.field, k.before, k.after, k.reason, k.note
    from displacement.correction k join places.place p on p.id = k.place left join kernel.person w on w.id = k.recorded_by
    where k.round = ${round} order by k.recorded_at, k.id`)
