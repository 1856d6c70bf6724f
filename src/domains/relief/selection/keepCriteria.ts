/** A criteria set is written as a draft and signed when community and cluster agreed. What was signed stays as it is; what changes afterwards is another edition. */
import { sql } from 'kysely'
import { audit, covers, type Db, getRow, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { CriteriaSet, type CriteriaSetRow } from './criteria.ts'
import { protectedIn } from './protectedGround.ts'

export type CriteriaGiven = Pick<CriteriaSetRow, 'code' | 'name' | 'place' | 'validFrom' | 'source' | 'criteria'>
export type Minutes = { minutesOn: string; women: number; men: number; displacedPresent: number; clusterAgreedOn: string }

const wrong = ({ criteria }: CriteriaGiven): Refusal[] => {
  const twice = criteria.map(({ code }) => code).filter((code, at, all) => all.indexOf(code) !== at)
  return [
    ...protectedIn(criteria).map((criterion) => refuse('selection.protected-ground', { criterion })),
    ...[...new Set(twice)].map((criterion) => refuse('selection.criterion-twice', { criterion })),
    ...(criteria.some(({ points }) => points !== 0) ? [] : [refuse('selection.no-points')]),
  ]
}

/** A new draft; of a code that exists already, its next edition. */
export async function keepCriteria(db: Db, given: CriteriaGiven): Promise<{ id: string; edition: number } | Refused> {
  const problems = wrong(given)
  if (problems.length > 0) return { refused: problems }
  const place = await db.one<{ pcode: string }>(sql`select pcode from places.place where pcode = ${given.place}`)
  if (!place) return refused(refuse('selection.place-unknown', { place: given.place }))
  if (!covers(db.actor, given.place)) return refused(refuse('access.not-allowed', { deed: 'create', record: CriteriaSet.name }))
  const known = await db.one<{ edition: number }>(sql`select max(edition) as edition from relief.criteria_set where code = ${given.code}`)
  const edition = (known?.edition ?? 0) + 1
  const { id } = await insertRow(db, CriteriaSet, { scope: given.place, ...given, edition, state: 'draft' })
  await audit(db, 'criteria.write', CriteriaSet.name, id, { edition, criteria: given.criteria.length })
  return { id, edition }
}

export async function signCriteria(db: Db, id: string, minutes: Minutes, today: string): Promise<{ id: string } | Refused> {
  const set = await getRow(db, CriteriaSet, id)
  if (!set) return refused(refuse('access.not-found'))
  if (set.state === 'agreed') return refused(refuse('selection.criteria-signed-already'))
  const late = [minutes.minutesOn, minutes.clusterAgreedOn].find((day) => day > today)
  if (late) return refused(refuse('selection.day-in-the-future', { day: late }))
  if (minutes.women + minutes.men === 0) return refused(refuse('selection.nobody-was-there'))
  if (minutes.displacedPresent > minutes.women + minutes.men)
    return refused(refuse('selection.more-displaced-than-people', { displaced: minutes.displacedPresent, people: minutes.women + minutes.men }))
  await updateRow(db, CriteriaSet, id, { ...minutes, state: 'agreed', agreedBy: db.actor.userId })
  await audit(db, 'criteria.sign', CriteriaSet.name, id, { minutesOn: minutes.minutesOn })
  return { id }
}
