/** A data officer says which columns go and how coarse they are; what comes of it is measured, shown, and kept as a proposal only when it passes. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, type House, insertRow, isRefused, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { canonicalJson, sha256 } from '../../../../kernel/publishing.ts'
import { weightedNow } from '../approve.ts'
import type { SurveyRow } from '../survey.ts'
import { type MicrodataTable, tableOf } from './coarsen.ts'
import { offeredColumns, settledColumns } from './columns.ts'
import { keysOf, passGate } from './gate.ts'
import { type MicrodataRisk, type MicrodataRow, SurveyMicrodata } from './microdata.ts'
import { toldByColumns } from './toldByColumns.ts'

export type AskedMicrodata = Pick<MicrodataRow, 'columns' | 'withWeights' | 'reason'>
export type Made = { columns: MicrodataRow['columns']; table: MicrodataTable; risk: MicrodataRisk; tableHash: string }

/** Whoever answers on police and armed forces must not be found at all; and no record goes out before its figures have. */
const forbidden = ({ state, aboutSecurity }: SurveyRow) => [
  ...(state === 'published' ? [] : [refuse('microdata.figures-first')]),
  ...(aboutSecurity ? [refuse('microdata.about-security')] : []),
]

/** From the very answers that were approved: whoever proposes or publishes need not be able to read them one by one. */
export async function makeMicrodata(db: Db, house: House, survey: SurveyRow, asked: AskedMicrodata): Promise<Made | Refused> {
  const closed = forbidden(survey)
  if (closed.length > 0) return refused(...closed)
  const { columns, wrong } = settledColumns(asked.columns, await offeredColumns(db, house, survey))
  if (wrong.length > 0) return refused(...wrong)
  const now = await asTheHouse(db, (within) => weightedNow(within, house, survey))
  if (isRefused(now)) return now
  if (now.answersHash !== survey.results?.answersHash) return refused(refuse('microdata.answers-changed'))
  const told = await toldByColumns(house, survey.results, columns, asked.withWeights)
  if (told) return told
  const { units, design } = now.weighted
  const table = tableOf(columns, units, [...design.weights], asked.withWeights)
  const risk = passGate(table, keysOf(columns, asked.withWeights), house.pack.thresholds.microdataRiskPercent / 100)
  if ('refused' in risk) return risk
  return { columns, table, risk, tableHash: sha256(canonicalJson([table.columns, table.rows])) }
}

/** `confirm` false: what would come of it, and nothing is written. */
export async function proposeMicrodata(
  db: Db,
  house: House,
  survey: SurveyRow,
  { confirm, ...asked }: AskedMicrodata & { confirm: boolean },
): Promise<{ records: number; risk: MicrodataRisk; id: string | null } | Refused> {
  const made = await makeMicrodata(db, house, survey, asked)
  if ('refused' in made) return made
  const records = made.table.rows.length
  if (!confirm) return { records, risk: made.risk, id: null }
  const { columns, risk, tableHash } = made
  const { withWeights, reason } = asked
  const row = await insertRow(db, SurveyMicrodata, {
    scope: survey.scope,
    survey: survey.id,
    columns,
    withWeights,
    reason,
    records,
    risk,
    tableHash,
    state: 'proposed',
  })
  await audit(db, 'microdata.propose', SurveyMicrodata.name, row.id, { survey: survey.code, records, columns: columns.length })
  return { records, risk, id: row.id }
}

export const newestMicrodata = (db: Db, survey: string) =>
  db.one<MicrodataRow & { proposedBy: string | null }>(sql`
    select m.*, p.name as proposed_by from displacement.survey_microdata m left join kernel.person p on p.id = m.recorded_by
    where m.survey = ${survey} order by m.recorded_at desc, m.id limit 1`)
