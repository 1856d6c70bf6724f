/**
 * Sex and age of a round's displaced people. Where everybody was counted by age, the bands are those counts; else the shares of the people who were counted by age
 * are applied, once, to the total (each sex to its own, where the sexes are known), so that the bands sum to it. Strategy: focus area 15, activity C.
 */
import { sql } from 'kysely'
import { type Count, isKnown } from '../../engines/count.ts'
import { applySexAge, type SexAgeTable } from '../../engines/rounds/sexAge.ts'
import type { Db } from '../../kernel/index.ts'
import type { AgeSample } from './publicRound.ts'

/** `counted` stays inside: how many people the share of this band rests on. */
export type AgeSum = { sex: 'f' | 'm'; band: string; individuals: Count; counted: number }
export type Ages = { sample: AgeSample | null; sums: AgeSum[] }

type Counted = { sex: 'f' | 'm'; band: string; individuals: number }

/** Ages of places visited in this round; a place whose ages sum to more than its people is no sample of them (checks.ts asks about it). */
const sampledPlaces = (round: string) => sql`
  select a.place from displacement.age_count a
  join displacement.master_list_line l on l.round = a.round and l.place = a.place and l.outcome = 'assessed'
  join (select place, sum(individuals) as people, bool_or(individuals is null) as gap from displacement.presence_cell
    where round = ${round} and population_group = 'IDP' group by place) c on c.place = a.place
  where a.round = ${round} group by a.place, c.people, c.gap having not c.gap and sum(a.individuals) <= c.people`

/** From the youngest to the oldest: ties of a share go to the earlier band. */
const byAge = (a: Counted, b: Counted) => a.sex.localeCompare(b.sex) || Number.parseInt(a.band, 10) - Number.parseInt(b.band, 10)

export async function agesOf(db: Db, round: string, totals: { individuals: Count; females: Count; males: Count }): Promise<Ages> {
  const bands = await db.rows<Counted>(sql`
    select a.sex, a.age_band as band, sum(a.individuals) as individuals from displacement.age_count a
    where a.round = ${round} and a.place in (${sampledPlaces(round)}) group by a.sex, a.age_band`)
  if (bands.length === 0) return { sample: null, sums: [] }
  bands.sort(byAge)
  const reach = await db.one<{ places: number; placesOf: number }>(sql`
    select (select count(*) from (${sampledPlaces(round)}) s) as places,
      (select count(distinct place) from displacement.presence_cell where round = ${round} and population_group = 'IDP' and individuals > 0) as places_of`)
  const people = (sex?: 'f' | 'm') => bands.reduce((sum, band) => (sex && band.sex !== sex ? sum : sum + band.individuals), 0)
  const same = (total: Count, counted: number) => !isKnown(total) || total === counted
  const everybody = totals.individuals === people() && same(totals.females, people('f')) && same(totals.males, people('m'))
  const sums = everybody ? bands.map((band) => ({ ...band, counted: band.individuals })) : applied(bands, totals)
  return { sample: { method: everybody ? 'counted' : 'applied', individuals: people(), ...reach! }, sums }
}

function applied(bands: Counted[], { individuals, females, males }: { individuals: Count; females: Count; males: Count }): AgeSum[] {
  const sexesKnown = isKnown(females) && isKnown(males)
  const parts: [Count, Counted[]][] = sexesKnown
    ? [
        [females, bands.filter(({ sex }) => sex === 'f')],
        [males, bands.filter(({ sex }) => sex === 'm')],
      ]
    : [[individuals, bands]]
  return parts.flatMap(([total, sample]) => {
    const shared: SexAgeTable | { code: string } = applySexAge({ individuals: total, held: null }, { method: 'counted', bands: sample })
    return sample.map(({ sex, band, individuals: counted }, at) => ({
      sex,
      band,
      individuals: 'code' in shared ? ('unknown' as const) : shared.bands[at]!.individuals,
      counted,
    }))
  })
}
