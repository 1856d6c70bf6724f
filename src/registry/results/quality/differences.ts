/** Where somebody typed a figure and the records, once a part of the product held them, say another: both stand, and the difference is somebody's to explain. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { ValueRow } from '../value.ts'

export type Difference = Pick<ValueRow, 'indicator' | 'indicatorVersion' | 'scope' | 'fromDay' | 'toDay'> & {
  entered: number | null
  computed: number | null
  evidence: string | null
}

/** The newest typed and the newest computed figure of the same definition, days and place, where they are not the same. */
export const differences = (db: Db, indicator?: string) =>
  db.rows<Difference>(sql`
    with newest as (
      select distinct on (indicator, indicator_version, scope, from_day, to_day, method) indicator, indicator_version, scope, from_day, to_day, method, value, evidence
      from results.indicator_value where ${indicator === undefined ? sql`true` : sql`indicator = ${indicator}`}
      order by indicator, indicator_version, scope, from_day, to_day, method, edition desc)
    select e.indicator, e.indicator_version, e.scope, e.from_day, e.to_day, e.value as entered, c.value as computed, e.evidence
    from newest e join newest c using (indicator, indicator_version, scope, from_day, to_day)
    where e.method = 'entered' and c.method = 'computed' and e.value is distinct from c.value
    order by e.to_day desc, e.indicator limit 200`)
