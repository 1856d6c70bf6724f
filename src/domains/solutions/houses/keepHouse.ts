/** A household is taken into a programme with its house; a design enters the library; who owns the ground is asked. */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  type Db,
  getRow,
  insertRow,
  type House as Mission,
  type Refusal,
  type Refused,
  refuse,
  refused,
  updateRow,
} from '../../../kernel/index.ts'
import { HouseDesign, type HouseDesignRow } from './design.ts'
import { BeneficiaryCase, type CaseRow, House, type HouseRow, Tenure, type TenureRow } from './house.ts'

export type CaseGiven = Pick<CaseRow, 'programme' | 'household' | 'chosenBy' | 'needs' | 'modality' | 'plot'> &
  Pick<HouseRow, 'number' | 'place' | 'design' | 'lon' | 'lat' | 'accuracyM' | 'coach'>

export async function newCase(db: Db, given: CaseGiven): Promise<{ id: string; notices: Refusal[] } | Refused> {
  const { number, place, design, lon, lat, accuracyM, coach, ...about } = given
  const known = await db.one(sql`select 1 from places.place where pcode = ${place}`)
  const twice = await db.one(sql`select 1 from solutions.beneficiary_case where programme = ${about.programme} and household = ${about.household}`)
  const taken = await db.one(sql`select 1 from solutions.house where programme = ${about.programme} and number = ${number}`)
  const problems = [
    ...(known ? [] : [refuse('house.place-unknown', { place })]),
    ...(twice ? [refuse('house.household-twice', { household: about.household, programme: about.programme })] : []),
    ...(taken ? [refuse('house.number-taken', { number })] : []),
    ...(design && !(await getRow(db, HouseDesign, design)) ? [refuse('house.design-unknown')] : []),
  ]
  if (problems.length > 0) return { refused: problems }
  const elsewhere = await db.rows<{ programme: string }>(sql`select programme from solutions.beneficiary_case where household = ${about.household}`)
  const samePlot = about.plot
    ? await db.rows<{ number: string }>(sql`
        select h.number from solutions.beneficiary_case c join solutions.house h on h.kase = c.id where c.plot = ${about.plot} and h.place = ${place}`)
    : []
  const kase = await insertRow(db, BeneficiaryCase, { scope: place, class: 3, ...about })
  const house = await insertRow(db, House, {
    ...{ scope: place, kase: kase.id, programme: about.programme, number, place, design, lon, lat, accuracyM, coach, state: 'selected' },
  })
  await audit(db, 'house.open', House.name, house.id)
  // Kept all the same: two houses on one plot, or one household in two programmes, are for people to look at.
  const notices = [
    ...elsewhere.map(({ programme }) => refuse('house.also-in', { programme })),
    ...samePlot.map(({ number: other }) => refuse('house.same-plot', { number: other })),
  ]
  return { id: house.id, notices }
}

export async function chooseDesign(db: Db, house: string, design: string): Promise<{ id: string } | Refused> {
  const row = await getRow(db, House, house)
  if (!row) return refused(refuse('access.not-found'))
  if (row.state !== 'selected') return refused(refuse('house.design-agreed'))
  if (!(await getRow(db, HouseDesign, design))) return refused(refuse('house.design-unknown'))
  await updateRow(db, House, house, { design })
  return { id: house }
}

export type DesignGiven = Omit<HouseDesignRow, 'id' | 'scope' | 'class' | 'effectiveAt' | 'recordedAt' | 'recordedBy' | 'importId' | 'version' | 'edition'>

export async function newDesign(db: Db, mission: Mission, given: DesignGiven): Promise<{ id: string; edition: number } | Refused> {
  if (given.cost !== null && (!given.currency || !given.pricesOf)) return refused(refuse('house.price-without-day'))
  const last = await db.one<{ edition: number }>(sql`select max(edition) as edition from solutions.house_design where code = ${given.code}`)
  const edition = (last?.edition ?? 0) + 1
  const { id } = await asTheHouse(db, (house) => insertRow(house, HouseDesign, { scope: mission.pack.country.pcode, ...given, edition }))
  await audit(db, 'house.design', HouseDesign.name, id, { edition })
  return { id, edition }
}

export type TenureGiven = Pick<TenureRow, 'kind' | 'bothSpouses' | 'document' | 'conflict' | 'checkedOn' | 'words'>

export async function keepTenure(db: Db, house: string, given: TenureGiven): Promise<{ id: string } | Refused> {
  const row = await getRow(db, House, house)
  if (!row) return refused(refuse('access.not-found'))
  const { id } = await insertRow(db, Tenure, { scope: row.scope, class: 3, house, ...given })
  await audit(db, 'house.tenure', House.name, house)
  return { id }
}
