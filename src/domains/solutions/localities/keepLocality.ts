/** A locality is proposed, its questions answered with evidence, its hazards and minutes written down; all of it is shown with its score as an interval. */
import { sql } from 'kysely'
import { type Criterion, type Score, scoreOf } from '../../../engines/scoring/index.ts'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type Hazard, type LocalityAnswer, type LocalityRow, LocalitySelection, type Minutes } from './locality.ts'

export type LocalityGiven = Pick<LocalityRow, 'programme' | 'place' | 'choice' | 'criteria' | 'criteriaSource'>

export async function proposeLocality(db: Db, given: LocalityGiven): Promise<{ id: string } | Refused> {
  const known = await db.one(sql`select 1 from places.place where pcode = ${given.place}`)
  if (!known) return refused(refuse('house.place-unknown', { place: given.place }))
  const there = await db.one(sql`
    select 1 from solutions.locality_selection where programme = ${given.programme} and place = ${given.place} and choice = ${given.choice}`)
  if (there) return refused(refuse('solutions.locality-twice', { place: given.place, choice: given.choice }))
  const empty = { answers: [], hazards: [], minutes: [], landConflict: 'unknown' as const, state: 'proposed' as const }
  const { id } = await insertRow(db, LocalitySelection, { scope: given.place, ...given, ...empty })
  await audit(db, 'locality.propose', LocalitySelection.name, id)
  return { id }
}

export type LocalityFacts = { answers: LocalityAnswer[]; hazards: Hazard[]; minutes: Minutes[]; landConflict: LocalityRow['landConflict'] }

/** What stands after the agreement is not rewritten: it is what was agreed on. */
export async function keepFacts(db: Db, id: string, given: LocalityFacts): Promise<{ id: string } | Refused> {
  const locality = await getRow(db, LocalitySelection, id)
  if (!locality) return refused(refuse('access.not-found'))
  if (!['proposed', 'scored', 'consulted'].includes(locality.state)) return refused(refuse('solutions.locality-agreed'))
  const unknown = given.answers.filter(({ code }) => !locality.criteria.some((criterion) => criterion.code === code)).map(({ code }) => code)
  if (unknown.length > 0) return refused(refuse('solutions.criterion-unknown', { criteria: unknown }))
  await updateRow(db, LocalitySelection, id, given)
  await audit(db, 'locality.keep', LocalitySelection.name, id)
  return { id }
}

const answersOf = (answers: readonly LocalityAnswer[]) => Object.fromEntries(answers.map(({ code, answer }) => [code, answer]))

export type LocalityNow = LocalityRow & { placeName: string | null; score: Score; others: string[] }

export async function localitiesNow(db: Db): Promise<LocalityNow[]> {
  const rows = await db.rows<LocalityRow & { placeName: string | null; others: string[] | null }>(sql`
    select l.*, p.name as place_name, (select array_agg(distinct o.name order by o.name) from solutions.partner_house h join organisations.organisation o on o.id = h.organisation
      where h.place = l.place) as others
    from solutions.locality_selection l left join places.place p on p.pcode = l.place order by l.programme, l.choice, p.name, l.id`)
  return rows.map((row) => ({ ...row, others: row.others ?? [], score: scoreOf(answersOf(row.answers), { criteria: row.criteria, cut: 0 }) }))
}

export type Compared = { id: string; place: string; first: number; second: number }

/** The same localities under other points: ranks by the least sure score, so that people see who would enter and who would leave before they agree. */
export function compareCriteria(localities: readonly LocalityNow[], criteria: readonly Criterion[]): Compared[] {
  const under = (set: readonly Criterion[] | null) =>
    localities
      .map(({ id, answers, criteria: own }) => ({ id, least: scoreOf(answersOf(answers), { criteria: set ?? own, cut: 0 }).least }))
      .toSorted((a, b) => b.least - a.least || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  const [before, after] = [under(null), under(criteria)]
  return localities.map(({ id, place, placeName }) => ({ id, place: placeName ?? place, first: before.indexOf(id) + 1, second: after.indexOf(id) + 1 }))
}
