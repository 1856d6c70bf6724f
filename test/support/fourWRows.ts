/** The least that each record of the 4W asks for, for the access tables: every second row is of the partner's own organisation. */
import { sql } from 'kysely'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/index.ts'
import { ownOrganisation } from './everyRole.ts'

export type FourWGround = { organisation: string; cycles: string[]; activities: string[]; ownActivities: string[] }

/** Somebody else's organisation, and months and activities enough for each row to have its own. */
export async function layFourW(db: Db): Promise<FourWGround> {
  const organisation = (await insertRow(db, Organisation, { scope: 'MZ', class: 4, name: 'Another organisation', kind: 'un' })).id
  const cycles = await db.rows<{ id: string }>(sql`
    insert into coordination.cycle (scope, class, month, due_on, state)
    select 'MZ', 4, date '1950-01-01' + n * interval '1 month', date '1950-01-08' + n * interval '1 month', 'open' from generate_series(1, 300) n returning id`)
  // A figure and a comment are of their activity's own organisation.
  const activitiesOf = async (whose: string) => {
    const rows = await db.rows<{ id: string }>(sql`
      insert into coordination.activity (scope, class, organisation, external_id, source, sector, place_unsure, content)
      select 'MZ', 4, ${whose}::uuid, 'ground ' || n, 'ground', 'wash', false, '0' from generate_series(1, 300) n returning id`)
    return rows.map(({ id }) => id)
  }
  return {
    ...{ organisation, cycles: cycles.map(({ id }) => id) },
    ...{ activities: await activitiesOf(organisation), ownActivities: await activitiesOf(ownOrganisation) },
  }
}

export function fourWAnswers(ground: FourWGround, place: string, n: number): Record<string, Record<string, unknown>> {
  const organisation = n % 2 === 0 ? ownOrganisation : ground.organisation
  const activity = (n % 2 === 0 ? ground.ownActivities : ground.activities)[n]!
  return {
    'organisations.alias': { organisation, name: `Other spelling ${n}` },
    'organisations.merge': { merged: ground.organisation, joinedTo: organisation, reason: 'r', moved: [], lists: [], accounts: [] },
    'organisations.consortium_member': { consortium: ground.organisation, member: organisation },
    'coordination.cycle': { month: `${2000 + n}-01-01`, dueOn: `${2000 + n}-01-08`, state: 'open' },
    'coordination.monthly_report': { cycle: ground.cycles[n]!, organisation, state: 'waiting' },
    'coordination.place_figure': { place, figure: 'population', people: 10, asOf: `${2000 + n}-01-01`, source: 'Test' },
    'coordination.activity': { organisation, externalId: `A${n}`, source: 'test', sector: 'wash', placeUnsure: false, content: '0' },
    'coordination.activity_comment': { activity, organisation, words: 'Words' },
    'coordination.activity_change': { activity, organisation, kind: 'confirmed', before: {} },
    'coordination.same_work_answer': { first: activity, second: ground.activities[n + 1]!, organisation, answer: 'different', because: 'Because' },
  }
}
