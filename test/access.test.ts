/**
 * Who sees and writes which rows of which record, twice: through the routes, and with the application's checks off, when the database's row level security
 * stands alone. What is expected comes from support/accessTables.ts and from nothing else.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyPolicies } from '../src/kernel/db/migrate.ts'
import { asOwner, getRow, listRows, type RecordDeclaration, read, snake } from '../src/kernel/index.ts'
import { answersFor, everyRowOf, type Ground, type KnownRow, layGround, plantRows } from './support/accessRows.ts'
import { alters, entersList, recordsInTables, removes, sees, writes } from './support/accessTables.ts'
import { type Column, columns, type EveryRole, heldByPeople, inside, openEveryRole, outside } from './support/everyRole.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'
import { usualClassOf } from './support/usualClass.ts'

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
  const ours = new Set(known.map(({ id }) => id))
  const strangers = [...got].filter((id) => !ours.has(id))
  return [
    ...wrong.map((row) => `${where}: ${got.has(row.id) ? 'too much' : 'too little'}: ${labelled(row)}`),
    ...strangers.map((id) => `${where}: unknown row ${id}`),
  ]
}

const table = (record: RecordDeclaration) => sql.raw(record.name)
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

type Known = ReadonlyMap<RecordDeclaration, readonly KnownRow[]>

const everyKnown = async (): Promise<Known> => {
  const known = new Map<RecordDeclaration, readonly KnownRow[]>()
  for (const record of records) known.set(record, await everyRowOf(test, record))
  return known
}

/** With the application's checks off: nothing but the actor's settings stands between him and the rows. One question covers all records. */
async function surprisesBelow(column: Column, known: Known): Promise<string[]> {
  const actor = everyRole.actor(column)
  const asked = [...known.keys()].map(
    (record) => sql`select ${record.name} as record, array(select id from ${table(record)}) as ids, (select count(*) from ${table(record)}) as n`,
  )
  const answers = await read(test.house.doors, actor, (db) => db.rows<{ record: string; ids: string[]; n: number }>(sql.join(asked, sql` union all `)))
  const answerOf = new Map(answers.map((answer) => [answer.record, answer]))
  return [...known].flatMap(([record, rows]) => {
    const may = (row: KnownRow) => sees(record.name, row, column, actor.userId)
    const where = `${record.name} × ${column} × database alone`
    const { ids, n } = answerOf.get(record.name)!
    const expected = rows.filter(may).length
    return [...surprises(where, rows, may, ids), ...(n === expected ? [] : [`${where}: counts ${n} of ${expected}`])]
  })
}

/** One row of each sort, as far as any rule can tell them apart for this reader. */
function oneOfEachSort(rows: readonly KnownRow[], userId: string | null): KnownRow[] {
  const sorts = new Map<string, KnownRow>()
  for (const row of rows) {
    const sort = [row.scope, row.class, row.published, row.imported, row.organisation, row.recordedBy !== null && row.recordedBy === userId].join()
    if ((row.scope === inside || row.scope === outside) && !sorts.has(sort)) sorts.set(sort, row)
  }
  return [...sorts.values()]
}

async function surprisesAbove(column: Column, known: Known): Promise<string[]> {
  const actor = everyRole.actor(column)
  const found: string[] = []
  await read(test.house.doors, actor, async (db) => {
    for (const [record, rows] of known) {
      const may = (row: KnownRow) => sees(record.name, row, column, actor.userId)
      const where = `${record.name} × ${column}`
      const listed: string[] = []
      for (let offset = 0; ; offset += 1000) {
        const page = await listRows(db, record, { limit: 1000, offset })
        listed.push(...idsOf(page.rows))
        if (page.rows.length < 1000) {
          if (page.total !== rows.filter(may).length) found.push(`${where} × count: ${page.total} of ${rows.filter(may).length}`)
          break
        }
      }
      found.push(...surprises(`${where} × list`, rows, may, listed))
      const opened: string[] = []
      const tried = oneOfEachSort(rows, actor.userId)
      for (const { id } of tried) if (await getRow(db, record, id)) opened.push(id)
      found.push(...surprises(`${where} × one`, tried, may, opened))
    }
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

  // Which rows is asked of every row above; here it is whether the route asks at all.
  const tried = oneOfEachSort(known, actor.userId)
  for (const row of [...tried.filter(may).slice(0, 1), ...tried.filter((each) => !may(each)).slice(0, 1)]) {
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
    const known = await everyKnown()
    const found: string[] = []
    for (const column of columns) found.push(...(await surprisesBelow(column, known)))
    expect(found).toEqual([])
  })

  it('is what the tables say in lists, counts and single rows', async () => {
    const known = await everyKnown()
    const found: string[] = []
    for (const column of columns) found.push(...(await surprisesAbove(column, known)))
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

type Deed = { statement: string; expected: number; said: string }

/** Each statement of one role tried and taken back inside the database, all in one journey: how many rows it wrote, or why it could not. */
async function surprisesInDeeds(column: Column, deeds: readonly Deed[]): Promise<string[]> {
  const outcomes = await read(test.house.doors, everyRole.actor(column), (db) =>
    db.rows<{ rows: number | null; trouble: string | null }>(sql`select * from access_test.tried(${deeds.map(({ statement }) => statement)}::text[])`),
  )
  return deeds.flatMap(({ expected, said }, at) => {
    const { rows, trouble } = outcomes[at]!
    // Refused by a policy or for want of the right to write at all.
    const done = trouble === '42501' ? 0 : (rows ?? `error ${trouble}`)
    return done === expected ? [] : [`${said}: ${done} of ${expected}`]
  })
}

async function layTried(): Promise<void> {
  await sql
    .raw(`
    create schema access_test;
    grant usage on schema access_test to capulana_app;
    create function access_test.tried(statements text[]) returns table (rows integer, trouble text) language plpgsql as $$
    declare statement text;
    begin
      foreach statement in array statements loop
        rows := null;
        trouble := null;
        begin
          execute statement;
          get diagnostics rows = row_count;
          raise exception using errcode = 'P0T01';
        exception when sqlstate 'P0T01' then null; when others then trouble := sqlstate;
        end;
        return next;
      end loop;
    end $$;`)
    .execute(test.house.doors.owner)
}

const literal = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`

/** A new row as one statement that does not read it back, because reading has a policy of its own. */
function insertion(record: RecordDeclaration, common: { scope: string; class: number }) {
  const answers: Record<string, unknown> = answersFor(record, ground, false)
  const values = Object.fromEntries(Object.entries({ ...answers, ...common }).map(([name, value]) => [snake(name), value]))
  const names = Object.keys(values).join(', ')
  const statement = `insert into ${record.name} (${names}) select ${names} from jsonb_populate_record(null::${record.name}, ${literal(values)})`
  return { statement, organisation: (answers.organisation ?? null) as string | null }
}

describe('what each role writes when the database stands alone', () => {
  beforeAll(layTried)

  it('inserts only where the tables say so', async () => {
    const found: string[] = []
    for (const column of columns) {
      const deeds = records.flatMap((record) =>
        [inside, outside].flatMap((scope) =>
          [usualClassOf(record.name), 4].map((rowClass): Deed => {
            const { statement, organisation } = insertion(record, { scope, class: rowClass })
            const row = { scope, class: rowClass, recordedBy: null, imported: false, published: false, organisation }
            const expected = writes(record.name, row, column, everyRole.actor(column).userId) ? 1 : 0
            return { statement, expected, said: `${record.name} × ${column} × insert ${scope} class ${rowClass}` }
          }),
        ),
      )
      found.push(...(await surprisesInDeeds(column, deeds)))
    }
    expect(found).toEqual([])
  })

  it('changes only the rows that the tables say, even without naming them', async () => {
    const known = [...(await everyKnown())]
    const found: string[] = []
    for (const column of columns) {
      const { userId } = everyRole.actor(column)
      const deeds = known.map(([record, rows]) => ({
        statement: `update ${record.name} set version = version + 1`,
        expected: rows.filter((row) => alters(record.name, row, column, userId)).length,
        said: `${record.name} × ${column} × update`,
      }))
      found.push(...(await surprisesInDeeds(column, deeds)))
    }
    expect(found).toEqual([])
  })

  it('never moves a row out of the area or above the class of the one who writes', async () => {
    const found: string[] = []
    for (const column of ['dataOfficer', 'coordinator'] as const) {
      const deeds = records
        .filter(({ appendOnly }) => !appendOnly)
        .flatMap((record) => {
          const said = `${record.name} × ${column}`
          const mayGoAnywhere = alters(record.name, { scope: outside, class: 1, recordedBy: null, imported: false, published: false }, column, null)
          const away = { statement: `update ${record.name} set scope = '${outside}' where scope = '${inside}'`, expected: 0, said: `${said} × scope` }
          const above = { statement: `update ${record.name} set class = 4 where scope = '${inside}'`, expected: 0, said: `${said} × class` }
          return mayGoAnywhere ? [above] : [above, away]
        })
      found.push(...(await surprisesInDeeds(column, deeds)))
    }
    expect(found).toEqual([])
  })

  it('removes only imported or computed rows that the remover sees', async () => {
    const known = [...(await everyKnown())]
    const found: string[] = []
    for (const column of columns) {
      const { userId } = everyRole.actor(column)
      const deeds = known.map(([record, rows]) => ({
        statement: `delete from ${record.name}`,
        expected: rows.filter((row) => removes(record.name, row, column, userId)).length,
        said: `${record.name} × ${column} × delete`,
      }))
      found.push(...(await surprisesInDeeds(column, deeds)))
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
    const known: Known = new Map([[record, await everyRowOf(test, record)]])
    const owner = asOwner(test.house.doors)
    const all = async () => (await Promise.all(columns.map((column) => surprisesBelow(column, known)))).flat()
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

  it('a start makes good whatever was changed in the database, and touches nothing where nothing was', async () => {
    const owner = asOwner(test.house.doors)
    const written = () => owner.one<{ rows: string }>(sql`select string_agg(xmin::text, ',' order by oid) as rows from pg_policy`)
    await applyPolicies(test.house.doors, records)
    const before = await written()
    await applyPolicies(test.house.doors, records)
    expect(await written()).toEqual(before)
    for (const spoilt of [
      'alter policy reading on displacement.correction using (true)',
      'alter table displacement.correction no force row level security',
      'revoke select on displacement.correction from capulana_app',
      'revoke usage on schema displacement from capulana_app',
    ]) {
      const left = await written()
      await owner.run(sql.raw(spoilt))
      await applyPolicies(test.house.doors, records)
      expect(await written(), spoilt).not.toEqual(left)
    }
  })
})
