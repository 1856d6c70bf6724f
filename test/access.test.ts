/**
 * Who sees and writes which rows of which record, twice: through the routes, and with the application's checks off, when the database's row level security
 * stands alone. What is expected comes from support/accessTables.ts and from nothing else.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyPolicies } from '../src/kernel/db/migrate.ts'
import { act, asOwner, getRow, listRows, type RecordDeclaration, read, refuse, refused, snake } from '../src/kernel/index.ts'
import { answersFor, everyRowOf, type Ground, type KnownRow, layGround, plantRows } from './support/accessRows.ts'
import { alters, entersList, recordsInTables, removes, sees, usualClassOf, writes } from './support/accessTables.ts'
import { type Column, columns, type EveryRole, heldByPeople, inside, openEveryRole, outside } from './support/everyRole.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let everyRole: EveryRole
let ground: Ground
let records: RecordDeclaration[]

beforeAll(async () => {
  test = await openTestHouse()
  everyRole = await openEveryRole(test)
  ground = await layGround(test)
  records = [...test.house.records.values()]
  for (const record of records) await plantRows(test, everyRole, ground, record, usualClassOf(record.name))
})
afterAll(() => test?.close())

const labelled = (row: KnownRow) => {
  const author = heldByPeople.find((role) => everyRole.actor(role).userId === row.recordedBy) ?? 'nobody'
  return `${row.scope} by ${author} class ${row.class} ${row.published ? 'published' : 'draft'} ${row.imported ? 'imported' : 'typed'}`
}

/** What was seen beyond or short of the table, in words that name record, role and row. */
function surprises(where: string, known: readonly KnownRow[], expected: (row: KnownRow) => boolean, found: Iterable<string>): string[] {
  const got = new Set(found)
  const wrong = known.filter((row) => expected(row) !== got.has(row.id))
  const strangers = [...got].filter((id) => !known.some((row) => row.id === id))
  return [
    ...wrong.map((row) => `${where}: ${got.has(row.id) ? 'too much' : 'too little'}: ${labelled(row)}`),
    ...strangers.map((id) => `${where}: unknown row ${id}`),
  ]
}

const table = (record: RecordDeclaration) => sql.raw(record.name)
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

/** With the application's checks off: nothing but the actor's settings stands between him and the rows. */
async function surprisesBelow(record: RecordDeclaration, column: Column, known: readonly KnownRow[]): Promise<string[]> {
  const actor = everyRole.actor(column)
  const may = (row: KnownRow) => sees(record.name, row, column, actor.userId)
  const where = `${record.name} × ${column} × database alone`
  return read(test.house.doors, actor, async (db) => {
    const seen = idsOf(await db.rows<{ id: string }>(sql`select id from ${table(record)}`))
    const counted = (await db.one<{ n: number }>(sql`select count(*) as n from ${table(record)}`))!.n
    const countedWrong = counted === known.filter(may).length ? [] : [`${where}: counts ${counted} of ${known.filter(may).length}`]
    return [...surprises(where, known, may, seen), ...countedWrong]
  })
}

async function surprisesAbove(record: RecordDeclaration, column: Column, known: readonly KnownRow[]): Promise<string[]> {
  const actor = everyRole.actor(column)
  const may = (row: KnownRow) => sees(record.name, row, column, actor.userId)
  const where = `${record.name} × ${column}`
  const found: string[] = []
  const listed: string[] = []
  await read(test.house.doors, actor, async (db) => {
    for (let offset = 0; ; offset += 1000) {
      const page = await listRows(db, record, { limit: 1000, offset })
      listed.push(...idsOf(page.rows))
      if (page.rows.length < 1000) {
        if (page.total !== known.filter(may).length) found.push(`${where} × count: ${page.total} of ${known.filter(may).length}`)
        break
      }
    }
    found.push(...surprises(`${where} × list`, known, may, listed))
    const opened: string[] = []
    const tried = known.filter(({ scope }) => scope === inside || scope === outside)
    for (const { id } of tried) if (await getRow(db, record, id)) opened.push(id)
    found.push(...surprises(`${where} × one`, tried, may, opened))
  })
  return found
}

const pathOf = (record: RecordDeclaration) => `/api/${record.name.replace('.', '/').replaceAll('_', '-')}`

async function surprisesInRoutes(record: RecordDeclaration, column: Exclude<Column, 'system'>, known: readonly KnownRow[]): Promise<string[]> {
  const actor = everyRole.actor(column)
  const enters = entersList(record.name, column)
  const may = (row: KnownRow) => sees(record.name, row, column, actor.userId)
  const refusal = column === 'public' ? 401 : 403
  const where = `${record.name} × ${column}`
  const found: string[] = []
  const status = (name: string, got: number, wanted: number) => got === wanted || found.push(`${where} × ${name}: answers ${got}, not ${wanted}`)

  if (record.closed) {
    for (const url of [pathOf(record), `${pathOf(record)}/export`, `${pathOf(record)}/${known[0]?.id}`])
      status(`closed ${url}`, (await everyRole.ask(column, { url })).statusCode, 404)
    return found
  }
  const list = await everyRole.ask(column, { url: `${pathOf(record)}?limit=1000` })
  status('list', list.statusCode, enters ? 200 : refusal)
  if (enters) found.push(...surprises(`${where} × list route`, known, may, idsOf(list.json().rows)))

  const exported = await everyRole.ask(column, { url: `${pathOf(record)}/export` })
  // Somebody who collects hands in and reads; he takes no files away, except of what is public anyway.
  const mayExport = enters && (column !== 'enumerator' || entersList(record.name, 'public'))
  status('export', exported.statusCode, mayExport ? 200 : refusal)
  const exportedIds = [...exported.body.matchAll(/^"?([0-9a-f]{8}-[0-9a-f-]{27})/gm)].map(([, id]) => id!)
  found.push(...surprises(`${where} × export`, known, (row) => mayExport && may(row), exportedIds))

  const tried = known.filter(({ scope }) => scope === inside || scope === outside)
  for (const row of [...tried.filter(may).slice(0, 2), ...tried.filter((each) => !may(each)).slice(0, 3)]) {
    const one = await everyRole.ask(column, { url: `${pathOf(record)}/${row.id}` })
    status(`one (${labelled(row)})`, one.statusCode, !enters ? refusal : may(row) ? 200 : 404)
  }
  return found
}

describe('what each role reads of each record', () => {
  it('has a line in the tables for every declared record, and no other', () => {
    expect(recordsInTables.toSorted()).toEqual(records.map(({ name }) => name).toSorted())
  })

  it('is what the tables say when the database stands alone', async () => {
    const found: string[] = []
    for (const record of records) {
      const known = await everyRowOf(test, record)
      for (const column of columns) found.push(...(await surprisesBelow(record, column, known)))
    }
    expect(found).toEqual([])
  })

  it('is what the tables say in lists, counts and single rows', async () => {
    const found: string[] = []
    for (const record of records) {
      const known = await everyRowOf(test, record)
      for (const column of columns) found.push(...(await surprisesAbove(record, column, known)))
    }
    expect(found).toEqual([])
  })

  it('is what the tables say through the routes and in exported files', async () => {
    const found: string[] = []
    for (const record of records) {
      const known = await everyRowOf(test, record)
      for (const column of [...heldByPeople, 'public'] as const) found.push(...(await surprisesInRoutes(record, column, known)))
    }
    expect(found).toEqual([])
  })
})

const refusedByDatabase = (error: unknown) => {
  if ((error as { code?: string }).code !== '42501') throw error
  return 'refused' as const
}

/** Does the deed, looks at what it did, and takes it back. */
async function tried<T>(column: Column, deed: Parameters<typeof act<T>>[2]): Promise<T | 'refused'> {
  let outcome: T | 'refused' = 'refused'
  await act(test.house.doors, everyRole.actor(column), async (db) => {
    outcome = (await deed(db)) as T
    return refused(refuse('record.missing'))
  }).catch((error) => {
    outcome = refusedByDatabase(error)
  })
  return outcome
}

/** A new row as one statement that does not read it back, because reading has a policy of its own. */
function copyableRow(record: RecordDeclaration, common: { scope: string; class: number }) {
  const answers = answersFor(record, ground, false)
  const values = Object.entries({ ...answers, ...common })
  const cells = values.map(([name, value]) =>
    record.fields[name]?.kind === 'json' || record.fields[name]?.kind === 'bilingual' ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`,
  )
  const statement = sql`insert into ${table(record)} (${sql.raw(values.map(([name]) => snake(name)).join(', '))}) values (${sql.join(cells)})`
  return { statement, organisation: (answers.organisation ?? null) as string | null }
}

describe('what each role writes when the database stands alone', () => {
  it('inserts only where the tables say so', async () => {
    const found: string[] = []
    for (const record of records)
      for (const column of columns)
        for (const scope of [inside, outside])
          for (const rowClass of [usualClassOf(record.name), 4]) {
            const { statement, organisation } = copyableRow(record, { scope, class: rowClass })
            const row = { scope, class: rowClass, recordedBy: null, imported: false, published: false, organisation }
            const done = await tried(column, (db) => db.run(statement))
            const expected = writes(record.name, row, column, everyRole.actor(column).userId)
            if ((done === 1) !== expected) found.push(`${record.name} × ${column} × insert ${scope} class ${rowClass}: ${done}`)
          }
    expect(found).toEqual([])
  })

  it('changes only the rows that the tables say, even without naming them', async () => {
    const found: string[] = []
    for (const record of records) {
      const known = await everyRowOf(test, record)
      for (const column of columns) {
        const { userId } = everyRole.actor(column)
        const done = await tried(column, (db) => db.run(sql`update ${table(record)} set version = version + 1`))
        const expected = known.filter((row) => alters(record.name, row, column, userId)).length
        if ((done === 'refused' ? 0 : done) !== expected) found.push(`${record.name} × ${column} × update: ${done} of ${expected}`)
      }
    }
    expect(found).toEqual([])
  })

  it('never moves a row out of the area or above the class of the one who writes', async () => {
    const found: string[] = []
    for (const record of records) {
      if (record.appendOnly) continue
      for (const column of ['dataOfficer', 'coordinator'] as const) {
        const moved = await tried(column, (db) => db.run(sql`update ${table(record)} set class = 4 where scope = ${inside}`))
        if (moved !== 'refused' && moved !== 0) found.push(`${record.name} × ${column} × class: ${moved}`)
        const mayGoAnywhere = alters(record.name, { scope: outside, class: 1, recordedBy: null, imported: false, published: false }, column, null)
        const away = await tried(column, (db) => db.run(sql`update ${table(record)} set scope = ${outside} where scope = ${inside}`))
        if (!mayGoAnywhere && away !== 'refused' && away !== 0) found.push(`${record.name} × ${column} × scope: ${away}`)
      }
    }
    expect(found).toEqual([])
  })

  it('removes only imported or computed rows that the remover sees', async () => {
    const found: string[] = []
    for (const record of records) {
      const known = await everyRowOf(test, record)
      for (const column of columns) {
        const { userId } = everyRole.actor(column)
        const done = await tried(column, (db) => db.run(sql`delete from ${table(record)}`))
        const expected = known.filter((row) => removes(record.name, row, column, userId)).length
        if ((done === 'refused' ? 0 : done) !== expected) found.push(`${record.name} × ${column} × delete: ${done} of ${expected}`)
      }
    }
    expect(found).toEqual([])
  })
})

describe('when something was forgotten', () => {
  it('a query that says nothing of who asks is an error, not an open door', async () => {
    for (const record of records)
      for (const statement of [`select id from ${record.name}`, `select count(*) from ${record.name}`, `delete from ${record.name}`])
        await expect(sql.raw(statement).execute(test.house.doors.app), statement).rejects.toThrow(
          /unrecognized configuration parameter|malformed array|invalid input syntax/,
        )
  })

  it('a policy that was removed is found, with the names of record and role', async () => {
    const record = test.house.records.get('displacement.correction')!
    const known = await everyRowOf(test, record)
    const owner = asOwner(test.house.doors)
    const all = async () => (await Promise.all(columns.map((column) => surprisesBelow(record, column, known)))).flat()
    try {
      await owner.run(sql`alter table displacement.correction disable row level security`)
      const found = (await all()).join('\n')
      expect(found).toContain('displacement.correction × partner × database alone: too much')
      expect(found).toContain('displacement.correction × public × database alone: too much')
      await applyPolicies(test.house.doors, records)
      expect(await all()).toEqual([])
      await owner.run(sql`drop policy reading on displacement.correction`)
      expect((await all()).join('\n')).toContain('displacement.correction × chief × database alone: too little')
    } finally {
      await applyPolicies(test.house.doors, records)
    }
    expect(await all()).toEqual([])
  })
})
