/** How far collection is: for each place of the list, the forms that came in for it and those approved, so that the board knows within a minute what phones sent. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'

export type FormsOfPlace = { place: string; received: number; approved: number; flagged: number }

/** Counted by the line that the phone chose; of what the reader may see. */
export const formsByPlace = (db: Db, round: string): Promise<FormsOfPlace[]> =>
  db.rows<FormsOfPlace>(sql`
    select l.place, count(*) as received, count(*) filter (where s.state = 'approved') as approved, count(*) filter (where s.open_findings > 0) as flagged
    from forms.form f
    join forms.answers a on a.form = f.id and a.repeat = ''
    join forms.standing s on s.current = a.submission and s.state not in ('withdrawn', 'rejected')
    join displacement.master_list_line l on l.id::text = a.answers ->> 'where/line'
    where f.taker in ('displacement.baseline', 'displacement.site') and l.round = ${round}
    group by l.place`)
