/**
 * How long the first page of a filtered list takes over a million presence cells: through the records' own list with row level security, over HTTP, and the
 * same query without row level security, in the same run. Run: npx tsx bench/list.ts [rows]
 */
import { sql } from 'kysely'
import { PresenceCell } from '../src/domains/displacement/presence.ts'
import { type Actor, asOwner, type House, listRows, openSession, read } from '../src/kernel/index.ts'
import type { ListQuery } from '../src/kernel/record/store.ts'
import { serve } from '../src/serve.ts'
import { openFreshHouse } from './support/freshHouse.ts'
import { bar, machineLoad, median, ms, peakMemory, percentile, say, timed } from './support/measure.ts'

const rows = Number(process.argv[2] ?? 1_000_000)
const runs = 50
const perRound = 10_000

/** Rounds of ten thousand cells spread over every post of the country; a round is what a person filters by. Indexes are made once the rows are in. */
async function fill(house: House): Promise<string> {
  const owner = asOwner(house.doors)
  const operation = await owner.one<{ id: string }>(sql`
    insert into displacement.operation (scope, name, country_iso3, country_pcode, country_name, cause, status, sensitivity, demonstration)
    values ('MZ', 'Bench', 'MOZ', 'MZ', '{"pt":"Moçambique","en":"Mozambique"}', 'conflict', 'Active', 'districts', false) returning id`)
  await owner.run(sql`
    insert into displacement.round (scope, operation, assessment_type, number, edition, unit_level, state)
    select 'MZ', ${operation!.id}, 'BA', n, 1, 'locality', 'cleaning' from generate_series(1, ${Math.ceil(rows / perRound)}::int) n`)
  await house.doors.owner.transaction().execute(async (transaction) => {
    const { rows: indexes } = await sql<{ name: string; definition: string }>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid = 'displacement.presence_cell'::regclass and not indisunique`.execute(transaction)
    for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(transaction)
    await sql`set local session_replication_role = replica`.execute(transaction)
    await sql`
      insert into displacement.presence_cell (scope, round, place, population_group, reasons, origin_name, households, individuals, method)
      select p.scope, r.id, p.id, case when g.n % 10 = 0 then 'RET' else 'IDP' end, array['Conflict'], 'origin ' || g.n, g.n % 200, g.n % 200 * 4, 'key_informant'
      from generate_series(1, ${rows}::int) g(n)
      join (select id, row_number() over (order by number) - 1 as at from displacement.round) r on r.at = (g.n - 1) / ${perRound}::int
      join (select id, scope, row_number() over (order by pcode) - 1 as at, count(*) over () as of from places.place where level = 3) p on p.at = g.n % p.of`.execute(
      transaction,
    )
    for (const { definition } of indexes) await sql.raw(definition).execute(transaction)
  })
  await owner.run(sql`vacuum analyze displacement.presence_cell`)
  return (await owner.one<{ id: string }>(sql`select id from displacement.round order by number desc limit 1`))!.id
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number[]> => {
  for (let warm = 0; warm < 5; warm++) await work()
  const seconds: number[] = []
  for (let run = 0; run < runs; run++) seconds.push((await timed(work)).seconds)
  return seconds
}

const shown = (name: string, seconds: readonly number[]) => say(`    ${name.padEnd(34)} median ${ms(median(seconds))}, p95 ${ms(percentile(seconds, 0.95))}`)

const fresh = await openFreshHouse()
const { house } = fresh
const filled = await timed(() => fill(house))
say(`${rows.toLocaleString('en')} presence cells in ${filled.seconds.toFixed(0)} s; ${runs} runs each, first page of 50`)
const round = filled.answer
const server = await serve(house)
await server.ready()

const everywhere = await fresh.person('bento', ['dataOfficer'])
const oneProvince = await fresh.person('carla', ['dataOfficer'], 'MZ01')
const questions: [string, Actor, ListQuery][] = [
  ['one round, newest first, every area', everywhere, { where: { round }, descending: true }],
  ['one round, most people first, one province', oneProvince, { where: { round }, sort: 'individuals', descending: true }],
  ['one group of one district, every area', everywhere, { where: { populationGroup: 'RET', scope: 'MZ0101' } }],
  ['nothing filtered, one province', oneProvince, {}],
]

/** Ours asks with both walls up; "without" takes only the database's away, so that the two differ in row level security and in nothing else. */
async function measure([title, actor, query]: (typeof questions)[number]): Promise<void> {
  const owner = asOwner(house.doors)
  const page = () => read(house.doors, actor, (db) => listRows(db, PresenceCell, query))
  const { total, totalIsMore } = await page()
  const secret = await openSession(house.doors, actor.userId!)
  const search = new URLSearchParams({
    ...query.where,
    ...(query.sort ? { sort: query.sort } : {}),
    ...(query.descending ? { descending: 'true' } : {}),
  })
  const url = `/api/displacement/presence-cell?${search}`
  const over = async () => {
    const answered = await server.inject({ method: 'GET', url, cookies: { capulana_session: secret } })
    if (answered.statusCode !== 200) throw new Error(`${answered.statusCode} ${answered.body.slice(0, 300)}`)
  }
  say(`  ${title}: ${total}${totalIsMore ? ' and more' : ''} rows`)
  const withPolicies = await secondsOf(page)
  await owner.run(sql`alter table displacement.presence_cell disable row level security`)
  await owner.run(sql`alter table displacement.round disable row level security`)
  const without = await secondsOf(page)
  await owner.run(sql`alter table displacement.presence_cell enable row level security`)
  await owner.run(sql`alter table displacement.round enable row level security`)
  const http = await secondsOf(over)
  shown('with row level security', withPolicies)
  shown('without, in the same run', without)
  shown('over HTTP, with row level security', http)
  bar('row level security, times without', median(withPolicies) / median(without), 1.5)
}

for (const question of questions) await measure(question)
say(`  ${peakMemory()}; ${machineLoad()}`)
await server.close()
await fresh.close()
