/** A selection begins with signed criteria, a cut and how ties are broken: all of it before anybody's name is on a list. */
import { sql } from 'kysely'
import { audit, covers, type Db, getRow, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { CriteriaSet } from './criteria.ts'
import { SelectionRun, type SelectionRunRow } from './run.ts'

export type RunGiven = Pick<SelectionRunRow, 'programme' | 'place' | 'criteriaSet' | 'cutKind' | 'cut' | 'reserves' | 'tiePolicy' | 'tieBreaks'>

export async function beginRun(db: Db, given: RunGiven): Promise<{ id: string; number: number } | Refused> {
  const set = await getRow(db, CriteriaSet, given.criteriaSet)
  if (!set) return refused(refuse('access.not-found'))
  if (set.state !== 'agreed') return refused(refuse('selection.criteria-unsigned', { code: set.code, edition: set.edition }))
  const place = await db.one<{ pcode: string }>(sql`select pcode from places.place where pcode = ${given.place}`)
  if (!place) return refused(refuse('selection.place-unknown', { place: given.place }))
  if (!covers(db.actor, given.place)) return refused(refuse('access.not-allowed', { deed: 'create', record: SelectionRun.name }))
  const known = await db.one<{ number: number }>(sql`
    select max(number) as number from relief.selection_run where place = ${given.place} and programme = ${given.programme}`)
  const number = (known?.number ?? 0) + 1
  const { id } = await insertRow(db, SelectionRun, {
    ...{ scope: given.place, ...given, number, state: 'criteria_agreed' },
    ...{ fairnessAnswers: [], runBy: db.actor.userId, handledBy: db.actor.userId ? [db.actor.userId] : [] },
  })
  await audit(db, 'selection.begin', SelectionRun.name, id, { number })
  return { id, number }
}
