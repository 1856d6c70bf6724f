/**
 * The strategy map over 50 indicators × 36 months × 11 provinces (and the whole country), through both walls and with everything that it judges, against the
 * plain SQL read of the latest figures in the same run. Run: npx tsx bench/strategyMap.ts
 */
import { sql } from 'kysely'
import { asOwner, read } from '../src/kernel/index.ts'
import { type IndicatorCatalogue, readCatalogue } from '../src/registry/results/catalogue.ts'
import { strategyMap } from '../src/registry/results/map/strategyMap.ts'
import { readStrategy, type Strategy } from '../src/registry/results/strategy.ts'
import { openFreshHouse } from './support/freshHouse.ts'
import { bar, machineLoad, median, ms, peakMemory, say, timed } from './support/measure.ts'

const runs = 50
const today = '2026-12-31'
const fresh = await openFreshHouse()
const { house } = fresh
const owner = asOwner(house.doors)
const strategy = readStrategy(house.pack.strategy) as Strategy
const given = readCatalogue(house.pack.indicators) as IndicatorCatalogue
// The catalogue holds fewer than fifty; the missing ones are copies under codes of their own.
const copies = Array.from({ length: Math.max(0, 50 - given.indicators.length) }, (_, at) => ({ ...given.indicators[at]!, code: `15.${50 + at}` }))
const catalogue: IndicatorCatalogue = { ...given, indicators: [...given.indicators, ...copies].slice(0, 50) }

await owner.run(sql`
  insert into results.indicator_value (scope, indicator, indicator_version, from_day, to_day, edition, method, value, state, lineage)
  select place, code, 1, first::date, (first + interval '1 month - 1 day')::date, 1, 'computed', 1, 'locked', '{"records": []}'
  from unnest(${catalogue.indicators.map(({ code }) => code)}::text[]) code,
    generate_series('2024-01-01'::timestamp, '2026-12-01'::timestamp, interval '1 month') first,
    unnest(array['MZ'] || (select array_agg(pcode) from places.place where level = 1)) place`)
await owner.run(sql`vacuum analyze results.indicator_value`)
const kept = await owner.one<{ n: number }>(sql`select count(*)::int as n from results.indicator_value`)
say(`${kept!.n.toLocaleString('en')} figures of ${catalogue.indicators.length} indicators; ${runs} runs each`)

const chief = await fresh.person('celia', ['chief'])
const ours = (place?: string) => read(house.doors, chief, (db) => strategyMap(house, db, strategy, catalogue, { place }, today))
/** What somebody would write who wants the latest figures alone: no walls, no plans, no marks. */
const plain = (place = 'MZ') =>
  owner.rows(sql`select distinct on (indicator) indicator, value, to_day from results.indicator_value where scope = ${place} order by indicator, to_day desc`)

const secondsOf = async (work: () => Promise<unknown>) => {
  for (let warm = 0; warm < 5; warm++) await work()
  const seconds: number[] = []
  for (let run = 0; run < runs; run++) seconds.push((await timed(work)).seconds)
  return median(seconds)
}
for (const place of [undefined, 'MZ01']) {
  const [map, bare] = [await secondsOf(() => ours(place)), await secondsOf(() => plain(place))]
  say(`  ${place ?? 'the whole country'}: map ${ms(map)}, plain read ${ms(bare)}`)
  bar('map, times the plain read', map / bare, 2)
}
say(`  ${peakMemory()}; ${machineLoad()}`)
await fresh.close()
