/** The pipeline manager keeps what is on its way. A purchase of wood or bamboo that cites no assessment is written all the same, and says so until it cites one. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { PipelineLine, type PipelineLineRow } from './pipelineLine.ts'
import { receivedOfLine, remainingOfLine } from './receivedOfLine.ts'

export type LineGiven = Omit<PipelineLineRow, 'id' | 'scope' | 'class' | 'effectiveAt' | 'recordedAt' | 'recordedBy' | 'importId' | 'version'>

/** `id` null: a new one. */
export async function keepLine(db: Db, home: string, given: LineGiven, id: string | null): Promise<{ id: string } | Refused> {
  const { earliest, likely, latest, item } = given
  const known = await db.one(sql`select 1 from relief.item where code = ${item}`)
  const wrong = [
    ...(known ? [] : [refuse('relief.things-unknown', { codes: [item] })]),
    ...(earliest <= likely && likely <= latest ? [] : [refuse('relief.dates-out-of-order', { earliest, likely, latest })]),
  ]
  if (wrong.length > 0) return { refused: wrong }
  if (id === null) {
    const made = await insertRow(db, PipelineLine, { scope: home, ...given })
    await audit(db, 'pipeline.add', PipelineLine.name, made.id)
    return { id: made.id }
  }
  if (!(await getRow(db, PipelineLine, id))) return refused(refuse('access.not-found'))
  await updateRow(db, PipelineLine, id, given)
  await audit(db, 'pipeline.change', PipelineLine.name, id, { stage: given.stage })
  return { id }
}

/** What somebody should still look at before the money is spent. */
const warningsOf = ({ wood, woodAssessment, needCited }: PipelineLineRow): Refusal[] => [
  ...(wood && !woodAssessment ? [refuse('relief.wood-without-assessment')] : []),
  ...(needCited ? [] : [refuse('relief.no-need-cited')]),
]

export type LineShown = PipelineLineRow & {
  donorName: string | null
  received: number
  remaining: number
  isConfirmed: boolean
  warnings: ReturnType<House['catalogue']['worded']>
}

export async function linesNow(db: Db, house: House): Promise<LineShown[]> {
  const rows = await db.rows<Omit<LineShown, 'warnings'>>(sql`
    select l.*, o.name as donor_name, coalesce(r.quantity, 0)::int as received, ${remainingOfLine} as remaining, l.stage <> 'pledged' and l.confidence >= ${house.pack.thresholds.reliefConfidentPercent} as is_confirmed
    from relief.pipeline_line l ${receivedOfLine} left join organisations.organisation o on o.id = l.donor
    where l.stage not in ('arrived', 'cancelled') order by l.likely, l.item, l.id limit 2000`)
  return rows.map((row) => ({ ...row, warnings: house.catalogue.worded(warningsOf(row)) }))
}
