/** A locality is proposed, its questions answered with evidence, its hazards and minutes written down; all of it is shown with its score as an interval. */
import { sql } from 'kysely'
import { type ComparedSet, type Criterion, compareSets, type Score, scoreOf } from '../../../engines/scoring/index.ts'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type PresentNow, presentNow } from '../../coordination/index.ts'
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

/** `area`: the finest outlined place in which it lies; `point`: its own, longitude first, where the register has one. */
type Where = { district: string | null; districtName: string | null; area: string | null; point: [number, number] | null }
export type LocalityNow = LocalityRow & Where & { placeName: string | null; score: Score; others: string[]; present: PresentNow | null }

export async function localitiesNow(db: Db): Promise<LocalityNow[]> {
  const rows = await db.rows<
    LocalityRow & Omit<Where, 'point'> & { placeName: string | null; others: string[] | null; lon: number | null; lat: number | null }
  >(sql`
    with recursive up as (
      select p.pcode as of, p.pcode, p.name, p.level, p.parent from places.place p where p.pcode in (select place from solutions.locality_selection)
      union all select up.of, q.pcode, q.name, q.level, q.parent from up join places.place q on q.id = up.parent where up.level > 2)
    select l.*, p.name as place_name, p.lon, p.lat, d.pcode as district, d.name as district_name,
      (select up.pcode from up where up.of = l.place and up.level <= 3 order by up.level desc limit 1) as area,
      (select array_agg(distinct o.name order by o.name) from solutions.partner_house h join organisations.organisation o on o.id = h.organisation
        where h.place = l.place) as others
    from solutions.locality_selection l left join places.place p on p.pcode = l.place left join up d on d.of = l.place and d.level = 2
    order by l.programme, l.choice, p.name, l.id`)
  const present = await presentNow(
    db,
    rows.flatMap(({ district }) => district ?? []),
  )
  return rows.map(({ lon, lat, ...row }) => ({
    ...row,
    point: lon === null || lat === null ? null : [lon, lat],
    others: row.others ?? [],
    present: row.district === null ? null : (present?.get(row.district) ?? null),
    score: scoreOf(answersOf(row.answers), { criteria: row.criteria, cut: 0 }),
  }))
}

export type Comparing = { programme: string; choice: number; criteria: Criterion[]; room: number }

/** The localities of one choice under other points, so that people see who would enter and who would leave before they agree. Who was declined is no candidate. */
export function compareCriteria(localities: readonly LocalityNow[], { programme, choice, criteria, room }: Comparing): ComparedSet[] {
  const candidates = localities.filter((one) => one.programme === programme && one.choice === choice && one.state !== 'declined')
  return compareSets(
    candidates.map(({ id, answers, criteria: own }) => ({ id, answers: answersOf(answers), criteria: own })),
    criteria,
    room,
  )
}
