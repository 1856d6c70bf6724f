/**
 * From a record to what was said with it: the figures of indicators that were computed from it, and the published reports in which these figures stand. Only for who may
 * open the record: a stranger learns neither that it exists nor what it was used for.
 */
import { sql } from 'kysely'
import { type Bilingual, type Db, type House, isId, type Refused, refuse, refused } from '../../kernel/index.ts'
import type { ReportKind } from './report/reportFigures.ts'
import type { ValueRow } from './value.ts'

type InReport = { id: string; kind: ReportKind; about: Bilingual | null; fromDay: string; toDay: string; edition: number; slug: string }
export type FigureWithRecord = Pick<
  ValueRow,
  'id' | 'indicator' | 'fromDay' | 'toDay' | 'scope' | 'edition' | 'value' | 'numerator' | 'denominator' | 'state'
> & {
  reports: InReport[]
}

const shownAtOnce = 100

export async function usedIn(house: House, db: Db, name: string, id: string): Promise<{ figures: FigureWithRecord[] } | Refused> {
  const record = house.records.get(name)
  const mayOpen = record && isId(id) && (await db.one(sql`select 1 from ${sql.table(`${record.schema}.${record.table}`)} where id = ${id}`))
  if (!mayOpen) return refused(refuse('access.not-found'))
  const holding = JSON.stringify({ records: [{ record: name, ids: [id] }] })
  const figures = await db.rows<FigureWithRecord>(sql`
    select v.id, v.indicator, v.from_day, v.to_day, v.scope, v.edition, v.value, v.numerator, v.denominator, v.state, (
      select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'about', r.figures->'about', 'fromDay', r.from_day, 'toDay', r.to_day,
        'edition', r.edition, 'slug', r.slug) order by r.published_at), '[]')
      from results.strategy_report r where r.state in ('published', 'superseded')
        and r.figures @> jsonb_build_object('areas', jsonb_build_array(jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('recordsHash', v.records_hash)))))
    ) as reports
    from results.indicator_value v where v.lineage @> ${holding}::jsonb
    order by v.to_day desc, v.indicator, v.edition desc limit ${shownAtOnce}`)
  return { figures }
}
