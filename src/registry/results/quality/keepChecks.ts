/** Writing how an indicator is followed and how good its data are: both hang on an indicator that the catalogue knows. */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refused, type RowOf, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { MonitoringPlan } from './monitoring.ts'
import { QualityCheck, type QualityCheckRow } from './qualityCheck.ts'

type PlanRow = RowOf<typeof MonitoringPlan>
export type TypedPlan = Pick<PlanRow, 'tool' | 'sample' | 'frequency' | 'responsible' | 'cost'>

export const planOf = (db: Db, indicator: string) =>
  db.one<PlanRow>(sql`select id, tool, sample, frequency, responsible, cost from results.monitoring_plan where indicator = ${indicator}`)

/** One plan an indicator: the next one takes its place, and the audit tells of both. */
export async function setPlan(house: House, db: Db, indicator: string, typed: TypedPlan): Promise<PlanRow> {
  const before = await db.one<{ id: string }>(sql`select id from results.monitoring_plan where indicator = ${indicator}`)
  const kept = before
    ? await updateRow(db, MonitoringPlan, before.id, typed)
    : await insertRow(db, MonitoringPlan, { scope: house.pack.country.iso2, indicator, ...typed })
  await audit(db, 'results.monitoring-plan', MonitoringPlan.name, kept!.id, { indicator })
  return kept!
}

export type TypedCheck = Omit<QualityCheckRow, 'id' | 'scope' | 'class' | 'effectiveAt' | 'recordedAt' | 'recordedBy' | 'importId' | 'version' | 'indicator'>

export async function keepCheck(house: House, db: Db, indicator: string, typed: TypedCheck): Promise<QualityCheckRow | Refused> {
  const { sampleSize, sampleAgreed } = typed
  if ((sampleSize === null) !== (sampleAgreed === null) || (sampleAgreed ?? 0) > (sampleSize ?? 0))
    return refused(refuse('results.sample-does-not-fit', { agreed: sampleAgreed, size: sampleSize }))
  const kept = await insertRow(db, QualityCheck, { scope: house.pack.country.iso2, indicator, ...typed })
  await audit(db, 'results.quality-check', QualityCheck.name, kept.id, { indicator })
  return kept
}
