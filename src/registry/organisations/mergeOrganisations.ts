/**
 * Joining an organisation to another that it turned out to be. Nothing is deleted: its rows, in every domain, are told of the other from now on, its spellings lead to
 * the other, its partners' accounts follow; what was said under its name for good (a month's answer, a change of an activity) stays with it and is read as the other's.
 * What moved is kept, so that undoing gives back exactly that.
 */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  type Db,
  type House,
  insertRow,
  moveAccounts,
  type RecordDeclaration,
  type Refusal,
  type Refused,
  refuse,
  refused,
  snake,
  updateRow,
} from '../../kernel/index.ts'
import { type Moved, type MovedList, OrganisationMerge } from './merge.ts'
import { Organisation } from './organisation.ts'

type Holder = { record: RecordDeclaration; table: string; field: string; column: string }

/** Every declared field of this kind that names organisations and may be changed. */
const holders = ({ records }: House, names: 'reference' | 'list'): Holder[] =>
  [...records.values()]
    .filter((record) => !record.appendOnly && record.name !== OrganisationMerge.name)
    .flatMap((record) =>
      Object.entries(record.fields)
        .filter(([, { stays }]) => !stays)
        .filter(([, { kind, to, holds }]) => (names === 'reference' ? kind === 'ref' && to === Organisation.name : holds === Organisation.name))
        .map(([field]) => ({ record, table: `${record.schema}.${record.table}`, field, column: snake(field) })),
    )

type Standing = { id: string; name: string; mergedInto: string | null; intoName: string | null }
const standing = (db: Db, id: string) =>
  db.one<Standing>(sql`
    select o.id, o.name, o.merged_into, i.name as into_name from organisations.organisation o left join organisations.organisation i on i.id = o.merged_into where o.id = ${id} for update of o`)

/** Rows of both that only one can have, such as two activities with the same code. */
async function clashes(db: Db, all: readonly Holder[], merged: string, into: string): Promise<Refusal[]> {
  const found: Refusal[] = []
  for (const { record, table, field, column } of all)
    for (const unique of (record.unique ?? []).filter((names) => names.includes(field))) {
      const others = unique.filter((name) => name !== field).map((name) => `and one.${snake(name)} is not distinct from other.${snake(name)}`)
      const same = await db.one<{ n: number }>(sql`
        select count(*)::int as n from ${sql.raw(table)} one join ${sql.raw(table)} other on other.${sql.raw(column)} = ${into} ${sql.raw(others.join(' '))}
        where one.${sql.raw(column)} = ${merged}`)
      if (same!.n > 0) found.push(refuse('organisation.merge-clash', { n: same!.n }))
    }
  return found
}

const inList = (value: unknown, merged: string, into: string): unknown => {
  const told = JSON.parse(JSON.stringify(value).replaceAll(merged, into)) as unknown
  return Array.isArray(told) && told.every((one) => typeof one === 'string') ? [...new Set(told)] : told
}

async function moveLists(db: Db, all: readonly Holder[], merged: string, into: string): Promise<MovedList[]> {
  const moved: MovedList[] = []
  for (const { table, column } of all) {
    const rows = await db.rows<{ id: string; value: unknown }>(sql`
      select id, ${sql.raw(column)} as value from ${sql.raw(table)} where ${sql.raw(column)}::text like ${`%${merged}%`} for update`)
    for (const { id, value } of rows) {
      const after = inList(value, merged, into)
      await db.run(sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${JSON.stringify(after)}::jsonb where id = ${id}`)
      moved.push({ table, column, row: id, before: value, after })
    }
  }
  return moved
}

export type MergeDone = { id: string; rows: number; accounts: number }

export async function mergeOrganisations(db: Db, house: House, given: { merged: string; into: string; reason: string }): Promise<MergeDone | Refused> {
  const { merged, into, reason } = given
  if (merged === into) return refused(refuse('organisation.merge-itself'))
  const [one, other] = [await standing(db, merged), await standing(db, into)]
  if (!one || !other) return refused(refuse('access.not-found'))
  const joined = [one, other].filter(({ mergedInto }) => mergedInto !== null)
  if (joined.length > 0) return refused(...joined.map(({ name, intoName }) => refuse('organisation.merged-already', { name, into: intoName ?? '' })))
  return asTheHouse(db, async (asHouse) => {
    const references = holders(house, 'reference')
    const wrong = await clashes(asHouse, references, merged, into)
    if (wrong.length > 0) return refused(...wrong)
    const moved: Moved[] = []
    for (const { table, column } of references) {
      const rows = await asHouse.rows<{ id: string }>(sql`
        update ${sql.raw(table)} set ${sql.raw(column)} = ${into} where ${sql.raw(column)} = ${merged} returning id`)
      if (rows.length > 0) moved.push({ table, column, rows: rows.map(({ id }) => id) })
    }
    const lists = await moveLists(asHouse, holders(house, 'list'), merged, into)
    const accounts = await moveAccounts(asHouse, merged, into, null)
    await asHouse.run(sql`update organisations.organisation set merged_into = ${into} where id = ${merged}`)
    const { id } = await insertRow(asHouse, OrganisationMerge, { scope: house.pack.country.pcode, merged, joinedTo: into, reason, moved, lists, accounts })
    const rows = moved.reduce((sum, each) => sum + each.rows.length, lists.length)
    await audit(db, 'organisation.merge', OrganisationMerge.name, id, { rows, accounts: accounts.length })
    return { id, rows, accounts: accounts.length }
  })
}

/** What somebody has changed again since stays as it is now, and is counted. */
export async function undoMerge(db: Db, id: string, reason: string): Promise<{ back: number; changedSince: number; accounts: number } | Refused> {
  const merge = await db.one<{ merged: string; into: string; moved: Moved[]; lists: MovedList[]; accounts: string[]; undoneAt: string | null }>(sql`
    select merged, joined_to as "into", moved, lists, accounts, undone_at from organisations.merge where id = ${id} for update`)
  if (!merge) return refused(refuse('access.not-found'))
  if (merge.undoneAt) return refused(refuse('organisation.merge-undone'))
  const { merged, into, moved, lists } = merge
  const other = await standing(db, into)
  if (other?.mergedInto) return refused(refuse('organisation.merge-overtaken', { name: other.name, into: other.intoName ?? '' }))
  return asTheHouse(db, async (asHouse) => {
    let back = 0
    for (const { table, column, rows } of moved)
      back += await asHouse.run(
        sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${merged} where id = any (${rows}::uuid[]) and ${sql.raw(column)} = ${into}`,
      )
    for (const { table, column, row, before, after } of lists)
      back += await asHouse.run(sql`
        update ${sql.raw(table)} set ${sql.raw(column)} = ${JSON.stringify(before)}::jsonb where id = ${row} and ${sql.raw(column)} = ${JSON.stringify(after)}::jsonb`)
    const accounts = await moveAccounts(asHouse, into, merged, merge.accounts)
    await asHouse.run(sql`update organisations.organisation set merged_into = null where id = ${merged}`)
    await updateRow(asHouse, OrganisationMerge, id, { undoneAt: new Date().toISOString(), undoneReason: reason, undoneBy: db.actor.userId })
    const all = moved.reduce((sum, each) => sum + each.rows.length, lists.length)
    await audit(db, 'organisation.undo-merge', OrganisationMerge.name, id, { back, accounts: accounts.length })
    return { back, changedSince: all - back, accounts: accounts.length }
  })
}

export type MergeLine = {
  id: string
  mergedName: string
  intoName: string
  reason: string
  on: string
  accounts: number
  undoneOn: string | null
  undoneReason: string | null
}

export const mergesNow = (db: Db): Promise<MergeLine[]> =>
  db.rows<MergeLine>(sql`
    select m.id, a.name as merged_name, b.name as into_name, m.reason, m.recorded_at::date as on, jsonb_array_length(m.accounts) as accounts,
      m.undone_at::date as undone_on, m.undone_reason
    from organisations.merge m join organisations.organisation a on a.id = m.merged join organisations.organisation b on b.id = m.joined_to order by m.recorded_at desc, m.id`)
