/** Row level security on 100,000 rows: who asks is worked out once a query, never once a row. What a policy costs in time is measured by bench/policies.ts. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, type Db, read } from '../src/kernel/index.ts'
import { layGround } from './support/accessRows.ts'
import { type Column, type EveryRole, openEveryRole } from './support/everyRole.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const rows = 100_000
const readers = ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'enumerator', 'chief', 'monitoring', 'partner'] as const

let test: TestHouse
let everyRole: EveryRole

beforeAll(async () => {
  test = await openTestHouse()
  everyRole = await openEveryRole(test)
  const { rounds } = await layGround(test)
  const db = asOwner(test.house.doors)
  // Half of the rows in the readers' area, a third in a published round, one in ten of the enumerator's own.
  await db.run(sql`
    insert into displacement.presence_cell (scope, round, place, population_group, reasons, origin_name, method, individuals, recorded_by)
    select case when n % 2 = 0 then 'MZ010902' else 'MZ070101' end, case when n % 3 = 0 then ${rounds.published}::uuid else ${rounds.draft}::uuid end, p.id, 'IDP', '{}',
      'origin ' || n, 'counted', n % 50, case when n % 10 = 0 then ${everyRole.actor('enumerator').userId}::uuid end
    from generate_series(1, ${rows}::int) n, (select id from places.place where kind = 'posto' limit 1) p`)
  await db.run(sql`analyze displacement.presence_cell`)
})
afterAll(() => test?.close())

type Plan = { 'Node Type': string; Filter?: string; Plans?: Plan[]; 'Parent Relationship'?: string; 'Actual Loops'?: number; 'Index Name'?: string }
type Explained = { Plan: Plan; 'Execution Time': number }

const sum = sql`select count(*), sum(individuals) from displacement.presence_cell`
const explain = async (db: Db): Promise<Explained> => {
  const answer = await db.one<Record<string, Explained[]>>(sql`explain (analyze, timing off, format json) ${sum}`)
  return Object.values(answer!)[0]![0]!
}
const everyNode = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(everyNode)]

const explainedFor = (column: Column) => read(test.house.doors, everyRole.actor(column), explain)

describe('reading 100,000 rows through a policy', () => {
  it('works out who asks once a query, for every role', async () => {
    for (const column of [...readers, 'public', 'system'] as const) {
      const nodes = everyNode((await explainedFor(column)).Plan)
      const scan = nodes.find(({ 'Node Type': type }) => type.includes('Scan'))!
      expect(scan.Filter ?? '', `${column}: a setting read for each row`).not.toContain('current_setting')
      for (const node of nodes.filter((each) => each['Parent Relationship'] === 'InitPlan')) expect(node['Actual Loops'], column).toBeLessThanOrEqual(1)
      // What a partner may see hangs on the state of the round: looked up in a table made once, not once a row.
      for (const node of nodes.filter((each) => each['Parent Relationship'] === 'SubPlan')) expect(node['Actual Loops'], column).toBeLessThanOrEqual(1)
    }
  })

  it('reads the area of one person by index when that is the smaller part', async () => {
    const person = { ...everyRole.actor('dataOfficer'), areas: ['MZ0109029'] }
    const plan = await read(test.house.doors, person, (db) =>
      db.one<Record<string, Explained[]>>(
        sql`explain (format json) select * from displacement.presence_cell r where r.scope collate "C" >= 'MZ0109029' and r.scope collate "C" < 'MZ0109029~'`,
      ),
    )
    const nodes = everyNode(Object.values(plan!)[0]![0]!.Plan)
    expect(nodes.map((node) => node['Index Name']).filter(Boolean)).toContain('presence_cell_scope_idx')
  })
})
