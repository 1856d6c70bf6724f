/**
 * Goods for everybody of a place are right only where nearly everybody lacks them: otherwise somebody must choose. The newest assessment of the place that is not too
 * old says what share lacks each item; what it does not say is unknown and is not enough. Relief specification, 3.4.
 */
import { sql } from 'kysely'
import { type Db, type House, type Refusal, refuse, type StepContext, today } from '../../../kernel/index.ts'
import { dayAfter } from '../requests/clock.ts'
import type { DistributionRow } from './planDistribution.ts'

type Lacking = { code: string; percent: number }

const newestAssessment = (db: Db, place: string, since: string) =>
  db.one<{ lacking: Lacking[] }>(sql`
    select lacking from relief.assessment where assessed_on >= ${since}::date and (starts_with(${place}, place) or starts_with(place, ${place}))
    order by assessed_on desc, recorded_at desc limit 1`)

export async function notForEverybody({ blanket, place, packages }: DistributionRow, { db, house }: StepContext): Promise<Refusal[]> {
  if (!blanket) return []
  const { reliefBlanketPercent: limit, reliefAssessmentDays: days } = (house as House).pack.thresholds
  const assessment = await newestAssessment(db, place, dayAfter(today(), -days))
  const items = [...new Set(packages.flatMap(({ lines }) => lines.map(({ item }) => item)))]
  return items.flatMap((item) => {
    const percent = assessment?.lacking.find(({ code }) => code === item)?.percent
    if (percent !== undefined && percent >= limit) return []
    const said = percent === undefined ? { percent: 'nothing', percentPt: 'nada' } : { percent: `${percent}%`, percentPt: `${percent} %` }
    return [refuse('relief.blanket-limit', { item, limit, ...said })]
  })
}
