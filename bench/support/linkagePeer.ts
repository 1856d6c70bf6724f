/**
 * The peer: DuckDB with the SQL that linkage in a database comes to: one join per blocking rule, each without the pairs of the rules before it, then a
 * level per column by jaro_winkler_similarity. As many threads as ours. Its rules are those of the person plan as near as SQL has them: equal names where ours sound alike, given and
 * family name each in its own place where ours stand in either order, and without the two rules of names alone, which keep rare groups only.
 */
import { DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api'
import type { Table } from '../../src/engines/linkage/index.ts'

const rules = [
  'l.document = r.document',
  'l.phone = r.phone and l.sex = r.sex',
  'l.given = r.given and l.family = r.family and l.birth[:4] = r.birth[:4]',
  'l.given = r.given and l.birth = r.birth',
  'l.given = r.given and l.family = r.family and l.origin = r.origin',
  "l.birth = r.birth and l.origin = r.origin and l.sex = r.sex and l.birth[6:] <> '01-01'",
  'l.given = r.given and l.birth[:4] = r.birth[:4] and l.origin = r.origin and l.sex = r.sex',
  'l.family = r.family and l.birth[:4] = r.birth[:4] and l.origin = r.origin and l.sex = r.sex',
  'l.given[:3] = r.given[:3] and l.family[:3] = r.family[:3] and l.origin = r.origin and l.sex = r.sex',
  'l.given[-3:] = r.given[-3:] and l.family[-3:] = r.family[-3:] and l.origin = r.origin and l.sex = r.sex',
  'l.given[:3] = r.given[:3] and l.family[:3] = r.family[:3] and l.site = r.site',
  'l.given = r.given and l.family = r.family and l.site = r.site',
  'l.given = r.given and l.origin = r.origin and l.site = r.site',
]

const level = (column: string) =>
  `case when l.${column} is null or r.${column} is null then -1 when l.${column} = r.${column} then 3
    when jaro_winkler_similarity(l.${column}, r.${column}) >= .92 then 2 when jaro_winkler_similarity(l.${column}, r.${column}) >= .82 then 1 else 0 end`
const same = (column: string) => `case when l.${column} is null or r.${column} is null then -1 when l.${column} = r.${column} then 1 else 0 end`

export async function peerSeconds(table: Table, threads: number): Promise<{ seconds: number; processor: number; pairs: number }> {
  const database = await (await DuckDBInstance.create(':memory:', { threads: String(threads) })).connect()
  const names = Object.keys(table.columns)
  await database.run(`create table people (${names.map((name) => `${name} varchar`).join(', ')})`)
  const appender = await database.createAppender('people')
  const most = 2048
  for (let from = 0; from < table.size; from += most) {
    const chunk = DuckDBDataChunk.create(names.map(() => VARCHAR))
    chunk.setColumns(names.map((name) => table.columns[name]!.slice(from, from + most)))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  await database.run('create table person as select row_number() over () as row, * from people')
  const [start, used] = [performance.now(), process.cpuUsage()]
  const blocked = rules.map((rule, i) => {
    const before = rules.slice(0, i).map((earlier) => `and not coalesce(${earlier}, false)`)
    return `select l.row as one, r.row as other from person l join person r on ${rule} and l.row < r.row ${before.join(' ')}`
  })
  await database.run(`create table pair as ${blocked.join(' union all ')}`)
  const levels = [...['given', 'family', 'birth', 'phone', 'document'].map(level), ...['sex', 'origin', 'site'].map(same)]
  await database.run(`create table scored as
    select one, other, ${levels.map((sql, i) => `${sql} as level${i}`).join(', ')}
    from pair join person l on l.row = one join person r on r.row = other`)
  const counted = await database.runAndReadAll('select count(*)::integer from scored')
  const { user, system } = process.cpuUsage(used)
  return { seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6, pairs: Number(counted.getRows()[0]![0]) }
}
