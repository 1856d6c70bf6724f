/** Opening a way, consents one by one and their taking back. A consent that would be younger than the move is refused: nobody agrees to what was done to him. */
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { Consent, type ConsentRow, Pathway, type PathwayRow } from './pathway.ts'

export type PathwayGiven = Pick<PathwayRow, 'household' | 'kind' | 'destination' | 'adults' | 'information' | 'underQuestion'>

export async function openPathway(db: Db, given: PathwayGiven): Promise<{ id: string } | Refused> {
  const known = await db.one(sql`select 1 from places.place where pcode = ${given.destination}`)
  const adults = [...new Set(given.adults)]
  const open = await db.one(sql`
    select 1 from solutions.pathway where household = ${given.household} and state not in ('reviewed', 'declined', 'left_unknown')`)
  const problems = [
    ...(known ? [] : [refuse('house.place-unknown', { place: given.destination })]),
    ...(adults.length === 0 || adults.length < given.adults.length ? [refuse('pathway.adults')] : []),
    ...(open ? [refuse('pathway.open-already', { household: given.household })] : []),
  ]
  if (problems.length > 0) return { refused: problems }
  const { id } = await insertRow(db, Pathway, { scope: given.destination, class: 3, ...given, adults, state: 'informed' })
  await audit(db, 'pathway.open', Pathway.name, id)
  return { id }
}

export type PathwayFacts = Pick<PathwayRow, 'information' | 'underQuestion'>

export async function keepInformation(db: Db, id: string, given: PathwayFacts): Promise<{ id: string } | Refused> {
  if (!(await updateRow(db, Pathway, id, given))) return refused(refuse('access.not-found'))
  await audit(db, 'pathway.information', Pathway.name, id)
  return { id }
}

export type ConsentGiven = Pick<ConsentRow, 'adult' | 'informedOn' | 'language' | 'method' | 'givenOn'>

export async function consent(db: Db, pathway: string, given: ConsentGiven): Promise<{ id: string } | Refused> {
  await db.rows(sql`select 1 from solutions.pathway where id = ${pathway} for update`)
  const row = await getRow(db, Pathway, pathway)
  if (!row) return refused(refuse('access.not-found'))
  const standing = await db.one(sql`select 1 from solutions.consent where pathway = ${pathway} and adult = ${given.adult} and withdrawn_on is null`)
  const problems = [
    ...(row.adults.includes(given.adult) ? [] : [refuse('consent.other-person', { adult: given.adult })]),
    ...(standing ? [refuse('consent.given-already', { adult: given.adult })] : []),
    ...(row.movedOn && given.givenOn > row.movedOn ? [refuse('consent.backdated', { adults: [given.adult], day: row.movedOn })] : []),
  ]
  if (problems.length > 0) return { refused: problems }
  const { id } = await insertRow(db, Consent, { scope: row.scope, class: 3, pathway, ...given })
  await audit(db, 'pathway.consent', Pathway.name, pathway)
  return { id }
}

export async function withdraw(db: Db, id: string, on: string): Promise<{ id: string } | Refused> {
  const row = await getRow(db, Consent, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.withdrawnOn) return { id }
  await updateRow(db, Consent, id, { withdrawnOn: on })
  await audit(db, 'pathway.withdraw', Pathway.name, row.pathway)
  return { id }
}

export type PathwayNow = PathwayRow & { destinationName: string | null; consents: ConsentRow[]; missing: string[] }

export async function pathwaysNow(db: Db): Promise<PathwayNow[]> {
  const pathways = await db.rows<PathwayRow & { destinationName: string | null }>(sql`
    select w.*, p.name as destination_name from solutions.pathway w left join places.place p on p.pcode = w.destination order by w.recorded_at desc, w.id limit 500`)
  const consents = await db.rows<ConsentRow>(sql`select * from solutions.consent order by given_on, id`)
  return pathways.map((pathway) => {
    const own = consents.filter(({ pathway: of }) => of === pathway.id)
    const standing = own.filter(({ withdrawnOn }) => !withdrawnOn).map(({ adult }) => adult)
    return { ...pathway, consents: own, missing: pathway.adults.filter((adult) => !standing.includes(adult)) }
  })
}
