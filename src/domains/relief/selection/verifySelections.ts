/**
 * Every selection is made again from what is stored, after a restore for instance: another list than the one that was frozen, ranked or published means that somebody
 * touched what people were chosen by. Relief specification, 9.6.
 */
import { sql } from 'kysely'
import { type Db, type Refusal, refuse } from '../../../kernel/index.ts'
import { hashOfOutcome, linesOf } from './lifeOfRun.ts'
import type { SelectionRunRow } from './run.ts'
import { verifySelection } from './stored.ts'

/** An empty list means that all of them hold. */
export async function verifySelections(db: Db): Promise<Refusal[]> {
  const runs = await db.rows<SelectionRunRow>(sql`
    select * from relief.selection_run where candidates_hash is not null order by recorded_at, id`)
  const wrong: Refusal[] = []
  for (const run of runs) {
    const { candidates, ranked } = await verifySelection(db, run)
    const isPublishedSo = run.outcomeHash === null || hashOfOutcome(await linesOf(db, run.id)) === run.outcomeHash
    if (candidates === 'differs' || ranked === 'differs' || !isPublishedSo)
      wrong.push(refuse('selection.proof-differs', { programme: run.programme, place: run.place, number: run.number }))
  }
  return wrong
}
