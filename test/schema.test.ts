/** Declaration and database: the migrated tables are exactly what the records declare, and no table of records stands without its policies. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, type RecordDeclaration, snake } from '../src/kernel/index.ts'
import { columnsOf, uniqueName } from '../src/kernel/record/table.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let records: RecordDeclaration[]
beforeAll(async () => {
  test = await openTestHouse()
  records = [...test.house.records.values()]
})
afterAll(() => test?.close())

const owner = () => asOwner(test.house.doors)
const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

describe('the table of every record', () => {
  it('has the declared columns with their types, and no other', async () => {
    for (const record of records) {
      const found = await owner().rows<{ name: string; type: string; nullable: boolean }>(sql`
        select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable from pg_attribute
        where attrelid = ${record.name}::regclass and attnum > 0 and not attisdropped`)
      expect(found.toSorted(byName), record.name).toEqual(columnsOf(record).toSorted(byName))
    }
  })

  it('holds scopes in the byte order in which areas are compared', async () => {
    const wrong = await owner().rows<{ name: string }>(sql`
      select a.attrelid::regclass::text as name from pg_attribute a join pg_collation c on c.oid = a.attcollation
      where a.attname = 'scope' and a.attrelid::regclass::text = any(${records.map(({ name }) => name)}::text[]) and c.collname <> 'C'`)
    expect(wrong).toEqual([])
  })

  it('refuses a second row where the declaration says one', async () => {
    for (const record of records) {
      const found = await owner().rows<{ name: string; columns: string[] }>(sql`
        select c.conname as name, array(select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
        from pg_constraint c where c.conrelid = ${record.name}::regclass and c.contype = 'u'`)
      const declared = (record.unique ?? []).map((fields) => ({ name: uniqueName(record, fields), columns: fields.map(snake).toSorted() }))
      expect(found.map(({ name, columns }) => ({ name, columns: columns.toSorted() })).toSorted(byName), record.name).toEqual(declared.toSorted(byName))
    }
  })

  it('checks states, kinds and bounds itself', async () => {
    for (const record of records) {
      const checks = await owner().rows<{ text: string }>(
        sql`select pg_get_constraintdef(oid) as text from pg_constraint where conrelid = ${record.name}::regclass and contype = 'c'`,
      )
      const all = checks.map(({ text }) => text)
      for (const [name, field] of Object.entries(record.fields)) {
        const own = all.filter((text) => new RegExp(`\\b${snake(name)}\\b`).test(text)).join(' ')
        const said = [...own.matchAll(/'([^']+)'::text/g)].map(([, value]) => value!)
        if (field.values) expect(said.toSorted(), `${record.name}.${name}`).toEqual([...field.values].toSorted())
        for (const [bound, sign] of [
          [field.min, '>='],
          [field.max, '<='],
        ] as const)
          if (bound !== undefined) expect(own.replace(/[()']|::[a-z ]+/g, ''), `${record.name}.${name}`).toContain(`${snake(name)} ${sign} ${bound}`)
      }
    }
  })

  it('points where the declaration points', async () => {
    for (const record of records) {
      const found = await owner().rows<{ column: string; to: string }>(sql`
        select a.attname as column, c.confrelid::regclass::text as to from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.conrelid = ${record.name}::regclass and c.contype = 'f'`)
      const declared = Object.entries(record.fields).flatMap(([name, field]) => (field.kind === 'ref' ? [{ column: snake(name), to: field.to! }] : []))
      const order = (a: { column: string }, b: { column: string }) => (a.column < b.column ? -1 : 1)
      expect(found.toSorted(order), record.name).toEqual(declared.toSorted(order))
    }
  })

  it('stands in a schema of its domain together with declared records only', async () => {
    const tables = await owner().rows<{ name: string }>(sql`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema = any(${[...new Set(records.map(({ schema }) => schema))]}::text[])`)
    expect(tables.map(({ name }) => name).toSorted()).toEqual(records.map(({ name }) => name).toSorted())
  })
})

describe('row level security', () => {
  it('is on and forced for every record, with a policy for each deed', async () => {
    for (const record of records) {
      const state = await owner().one<{ enabled: boolean; forced: boolean; policies: string[] }>(sql`
        select relrowsecurity as enabled, relforcerowsecurity as forced,
          array(select policyname::text || ' ' || cmd from pg_policies p where p.schemaname = ${record.schema} and p.tablename = ${record.table} order by 1) as policies
        from pg_class where oid = ${record.name}::regclass`)
      const deeds = ['creating INSERT', 'reading SELECT', 'undoing DELETE', ...(record.appendOnly ? [] : ['changing UPDATE'])]
      expect(state, record.name).toEqual({ enabled: true, forced: true, policies: deeds.toSorted() })
    }
  })

  it('is asked of an app that owns nothing, makes nothing and bypasses nothing', async () => {
    const role = await owner().one(sql`
      select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        exists (select 1 from pg_class where relowner = r.oid) as owns,
        exists (select 1 from pg_namespace n where n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'CREATE')) as makes
      from pg_roles r where rolname = 'capulana_app'`)
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owns: false, makes: false })
  })

  it('leaves the secrets of people, sessions and links out of the reach of the app', async () => {
    const readable = await owner().rows<{ name: string }>(sql`
      select table_name || '.' || column_name as name from information_schema.column_privileges
      where grantee = 'capulana_app' and table_schema = 'kernel' and privilege_type = 'SELECT'
        and (table_name in ('session', 'token', 'sign_in_link', 'audit_chain', 'audit_seal') or column_name in ('password_hash', 'totp_secret', 'email'))`)
    expect(readable).toEqual([])
  })

  it('covers update and removal of facts that are written once: the app may do neither without a policy', async () => {
    const granted = await owner().rows<{ name: string }>(sql`
      select table_schema || '.' || table_name as name from information_schema.table_privileges where grantee = 'capulana_app' and privilege_type = 'UPDATE'`)
    const once = records.filter(({ appendOnly }) => appendOnly).map(({ name }) => name)
    expect(granted.filter(({ name }) => once.includes(name) || name === 'kernel.audit')).toEqual([])
  })
})

describe('the country pack', () => {
  it('has every code list that a field names', () => {
    const missing = records.flatMap((record) =>
      Object.entries(record.fields).flatMap(([name, { list }]) => (list && !test.house.pack.codeLists.has(list) ? [`${record.name}.${name}: ${list}`] : [])),
    )
    // Codes of places are the register itself.
    expect(missing.filter((field) => !field.endsWith(': pcode'))).toEqual([])
  })
})
