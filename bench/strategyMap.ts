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
import { countProcessor } from './support/processor.ts'

const [turns, runs] = [5, 50]
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
say(`${kept!.n.toLocaleString('en')} figures of ${catalogue.indicators.length} indicators; ${turns * runs} runs each, in turns`)

const chief = await fresh.person('celia', ['chief'])
const ours = (place?: string) => read(house.doors, chief, (db) => strategyMap(house, db, strategy, catalogue, { place }, today))
/** What somebody would write who wants the latest figures alone: no walls, no plans, no marks. */
const plain = (place = 'MZ') =>
  owner.rows(sql`select distinct on (indicator) indicator, value, to_day from results.indicator_value where scope = ${place} order by indicator, to_day desc`)

/** In turns, so that other work on the machine meets both alike; the first turn, in which statements are planned and code is made ready, is not counted. */
async function inTurns(works: readonly (() => Promise<unknown>)[]): Promise<{ seconds: number; processor: number }[]> {
  const counted = works.map(() => ({ seconds: [] as number[], processor: 0 }))
  for (let turn = 0; turn <= turns; turn++) {
    for (const [at, work] of works.entries()) {
      const used = await countProcessor(house)
      const seconds: number[] = []
      for (let run = 0; run < runs; run++) seconds.push((await timed(work)).seconds)
      const { own, database } = await used()
      if (turn === 0) continue
      counted[at]!.seconds.push(...seconds)
      counted[at]!.processor += (own + database) / (turns * runs)
    }
  }
  return counted.map(({ seconds, processor }) => ({ seconds: median(seconds), processor }))
}
for (const place of [undefined, 'MZ01']) {
  const [map, bare] = await inTurns([() => ours(place), () => plain(place)])
  say(
    `  ${place ?? 'the whole country'}: map ${ms(map!.seconds)} (of the processor ${ms(map!.processor)}), plain read ${ms(bare!.seconds)} (${ms(bare!.processor)})`,
  )
  bar('map, times the plain read', map!.seconds / bare!.seconds, 2)
  bar('the same of the processor', map!.processor / bare!.processor, 2)
}
say(`  ${peakMemory()}; ${machineLoad()}`)
await fresh.close()
