/** A partner writes what it asks for, and changes it while it is a draft. Numbers run through the year for all partners together. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, insertRow, type Refusal, type Refused, refuse, refused, today, updateRow } from '../../../kernel/index.ts'
import { areaOfPlace } from '../../../registry/places/index.ts'
import { kitEditions } from './itemsOf.ts'
import { Request, type RequestRow } from './request.ts'

export type RequestGiven = Pick<RequestRow, 'place' | 'households' | 'neededBy' | 'assessment' | 'ownStock' | 'otherDonors'> & {
  lines: { code: string; edition: number | null; asked: number }[]
}

async function unknownCodes(db: Db, { lines }: RequestGiven): Promise<Refusal[]> {
  const items = await db.rows<{ code: string }>(sql`select code from relief.item where code = any (${lines.map(({ code }) => code)}::text[])`)
  const editions = await kitEditions(db)
  const isKnown = ({ code, edition }: RequestGiven['lines'][number]) =>
    edition === null ? items.some((item) => item.code === code) : editions.some((each) => each.kit === code && each.edition === edition)
  const codes = lines.filter((line) => !isKnown(line)).map(({ code }) => code)
  const keys = lines.map(({ code }) => code)
  const twice = keys.filter((code, n) => keys.indexOf(code) !== n)
  return [
    ...(codes.length > 0 ? [refuse('relief.things-unknown', { codes })] : []),
    ...(twice.length > 0 ? [refuse('relief.thing-twice', { codes: [...new Set(twice)] })] : []),
  ]
}

async function nextNumber(db: Db, year: number): Promise<number> {
  return asTheHouse(db, async (house) => {
    await house.rows(sql`select pg_advisory_xact_lock(hashtext('relief.request'))`)
    const last = await house.one<{ number: number }>(sql`select coalesce(max(number), 0)::int as number from relief.request where year = ${year}`)
    return last!.number + 1
  })
}

/** `id` null: a new one, of the organisation that its writer works for. */
export async function keepRequest(db: Db, given: RequestGiven, id: string | null): Promise<{ id: string } | Refused> {
  const organisation = db.actor.organisation
  if (!organisation) return refused(refuse('relief.no-organisation'))
  const scope = await areaOfPlace(db, given.place)
  const wrong = [...(scope ? [] : [refuse('relief.place-unknown', { place: given.place })]), ...(await unknownCodes(db, given))]
  if (wrong.length > 0) return { refused: wrong }
  const values = { ...given, scope: scope!, lines: given.lines.map((line) => ({ ...line, approved: null })) }
  if (id === null) {
    const year = Number(today().slice(0, 4))
    const made = await insertRow(db, Request, { ...values, organisation, year, number: await nextNumber(db, year), state: 'draft' })
    await audit(db, 'request.draft', Request.name, made.id)
    return { id: made.id }
  }
  await db.rows(sql`select 1 from relief.request where id = ${id}::uuid for update`)
  const row = await getRow(db, Request, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.state !== 'draft') return refused(refuse('relief.not-a-draft'))
  await updateRow(db, Request, id, values)
  await audit(db, 'request.change', Request.name, id)
  return { id }
}
