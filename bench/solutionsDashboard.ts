/**
 * The dashboard of 10,000 houses with 60,000 inspections, as the desk asks for it, through both walls, against the plain SQL count of the same houses and inspections in
 * the same run (durable solutions, done when 9). Run: node bin/run.mjs bench/solutionsDashboard.ts
 */
import { sql } from 'kysely'
import { housesNow, programmesNow } from '../src/domains/solutions/houses/readHouses.ts'
import { asOwner, read } from '../src/kernel/index.ts'
import { openFreshHouse } from './support/freshHouse.ts'
import { bar, machineLoad, median, ms, peakMemory, say, timed } from './support/measure.ts'

const runs = 15
const [programmes, today] = [8, '2026-11-28']
const weights = { foundation: 20, frame: 25, roof: 25, finished: 20, inspected: 10 }
const fresh = await openFreshHouse()
const { house } = fresh
const owner = asOwner(house.doors)

await owner.run(sql`
  insert into solutions.beneficiary_case (scope, class, programme, household, chosen_by, modality)
  select 'MZ0109', 3, 'P' || n % ${programmes}::int, 'H' || n, 'bench', 'in_kind' from generate_series(1, 10000) n`)
await owner.run(sql`
  insert into solutions.house (scope, class, kase, programme, number, place, state, hand_over)
  select 'MZ0109', 2, id, programme, household, 'MZ0109', case when right(household, 1) < '4' then 'handed_over' else 'inspected' end,
    case when right(household, 1) < '4' then '{"on": "2025-06-01"}'::jsonb end from solutions.beneficiary_case`)
// Six looks at each house: every stage passes, the roof at the second.
await owner.run(sql`
  insert into solutions.inspection (scope, class, house, stage, attempt, items, seen_on, passed)
  select 'MZ0109', 2, h.id, s.stage, s.attempt,
    (select jsonb_agg(jsonb_build_object('code', 'item' || i, 'vital', true, 'answer', 'pass', 'note', null, 'photo', null)) from generate_series(1, 4) i), '2025-05-01', s.passed
  from solutions.house h, (values ('foundation', 1, true), ('frame', 1, true), ('roof', 1, false), ('roof', 2, true), ('finished', 1, true), ('inspected', 1, true))
    s(stage, attempt, passed)`)
await owner.run(sql`
  insert into solutions.year_check (scope, class, house, checked_on, outcome, tenure_conflict)
  select 'MZ0109', 2, id, '2026-06-02', 'sound', 'no' from solutions.house where state = 'handed_over'`)
for (const table of ['house', 'inspection', 'year_check', 'defect', 'beneficiary_case']) await owner.run(sql`vacuum analyze ${sql.raw(`solutions.${table}`)}`)
const kept = await owner.one<{ houses: number; inspections: number }>(sql`
  select (select count(*)::int from solutions.house) as houses, (select count(*)::int from solutions.inspection) as inspections`)
say(`${kept!.houses.toLocaleString('en')} houses with ${kept!.inspections.toLocaleString('en')} inspections; ${runs} runs each, in turns`)

const reader = await fresh.person('celia', ['chief'])
const dashboard = () =>
  read(house.doors, reader, async (db) => ({
    programmes: await programmesNow(db, weights, today),
    houses: await housesNow(db, { programme: null, state: null }),
  }))
/** The count alone: no walls, no first looks, no list, and no house counted once that was looked at twice. */
const plain = () =>
  owner.rows(sql`
    select h.programme, i.stage, count(*) filter (where i.passed) as passed, count(*) from solutions.inspection i join solutions.house h on h.id = i.house group by 1, 2`)

const [told] = (await dashboard()).programmes
say(`  first programme: ${told!.houses} houses, ${told!.percent} % of the work, first pass of the roof ${told!.firstPass.roof.rate}`)
const [ours, bare]: [number[], number[]] = [[], []]
for (let run = 0; run <= runs; run++) {
  const [own, peer] = [(await timed(dashboard)).seconds, (await timed(plain)).seconds]
  // In the first, statements are planned.
  if (run === 0) continue
  ours.push(own)
  bare.push(peer)
}
say(`  dashboard ${ms(median(ours))}, plain count ${ms(median(bare))}`)
bar('dashboard, times the plain count', median(ours) / median(bare), 2)
say(`  ${peakMemory()}; ${machineLoad()}`)
await fresh.close()
