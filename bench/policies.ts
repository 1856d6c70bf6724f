/**
 * What asking through row level security costs: sum over 100,000 cells as each role, against the same question without a policy, in turns in the same run (bar:
 * at most half as long again). Run: npx tsx bench/policies.ts
 */
import { sql } from 'kysely'
import { asOwner, type Db, type Role, read } from '../src/kernel/index.ts'
import { openFreshHouse } from './support/freshHouse.ts'
import { bar, machineLoad, peakMemory, say } from './support/measure.ts'

const rows = 100_000
const turns = 40
const readers = [
  'dataOfficer',
  'reportOfficer',
  'governmentReviewer',
  'coordinator',
  'enumerator',
  'chief',
  'monitoring',
  'partner',
] as const satisfies readonly Role[]

const fresh = await openFreshHouse()
const { doors } = fresh.house
const people = new Map<Role, Awaited<ReturnType<typeof fresh.person>>>()
for (const role of readers) people.set(role, await fresh.person(role, [role], 'MZ01'))
const owner = asOwner(doors)
const operation = await owner.one<{ id: string }>(sql`
  insert into displacement.operation (scope, name, country_iso3, country_pcode, country_name, cause, status, sensitivity, demonstration)
  values ('MZ', 'Bench', 'MOZ', 'MZ', '{"pt":"Moçambique","en":"Mozambique"}', 'conflict', 'Active', 'districts', false) returning id`)
const [draft, published] = await owner.rows<{ id: string }>(sql`
  insert into displacement.round (scope, operation, assessment_type, number, edition, unit_level, state)
  values ('MZ', ${operation!.id}, 'BA', 1, 1, 'posto', 'draft'), ('MZ', ${operation!.id}, 'BA', 2, 1, 'posto', 'published') returning id`)
// Half of the rows in the readers' area, a third in a published round, one in ten of the enumerator's own.
await owner.run(sql`
  insert into displacement.presence_cell (scope, round, place, population_group, reasons, origin_name, method, individuals, recorded_by)
  select case when n % 2 = 0 then 'MZ010902' else 'MZ070101' end, case when n % 3 = 0 then ${published!.id}::uuid else ${draft!.id}::uuid end, p.id, 'IDP', '{}',
    'origin ' || n, 'counted', n % 50, case when n % 10 = 0 then ${people.get('enumerator')!.userId}::uuid end
  from generate_series(1, ${rows}::int) n, (select id from places.place where kind = 'posto' limit 1) p`)
await owner.run(sql`analyze displacement.presence_cell`)

const explained = async (db: Db): Promise<number> => {
  const answer = await db.one<Record<string, { 'Execution Time': number }[]>>(
    sql`explain (analyze, timing off, format json) select count(*), sum(individuals) from displacement.presence_cell`,
  )
  return Object.values(answer!)[0]![0]!['Execution Time']
}

say(`${rows.toLocaleString('en')} cells, the quickest of ${turns} turns`)
for (const [role, actor] of people) {
  let [through, without] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let turn = 0; turn < turns; turn++) {
    through = Math.min(through, await read(doors, actor, explained))
    without = Math.min(without, await explained(owner))
  }
  say(`  ${role.padEnd(20)} ${through.toFixed(1)} ms, without a policy ${without.toFixed(1)} ms`)
  bar(`${role}: ratio`, through / without, 1.5)
}
say(`${peakMemory()}; ${machineLoad()}`)
await fresh.close()
