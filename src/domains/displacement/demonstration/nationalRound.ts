/**
 * A synthetic full national round for rehearsal and measurement: every administrative post with five illustrative localities, raked to the published
 * province figures of one round. Provinces without a published figure are assessed and empty, so that the printed totals stay those of the source.
 */
import { type Refusal, refuse } from '../../../kernel/index.ts'
import { apportion } from './apportion.ts'
import type { Basis } from './basis.ts'
import { householdsOf, rowWithNobody, rowWithPeople, sizeOf } from './counts.ts'
import { draw } from './draws.ts'
import { type KnownPlace, type Locality, localitiesOf, postosOf } from './localities.ts'
import type { DemonstrationRound } from './northernRounds.ts'

const perPosto = 5

/** @param round number of the published round whose province figures are met. Refusal: `demonstration.round-unknown {round}`. */
export function nationalRound(basis: Basis, places: readonly KnownPlace[], { seed, round }: { seed: number; round: number }): DemonstrationRound | Refusal {
  const published = basis.published.rounds.find(({ number }) => number === round)
  if (!published) return refuse('demonstration.round-unknown', { round })
  const localities = places
    .filter(({ level, validTo }) => level === 2 && !validTo)
    .flatMap((district) => {
      const postos = postosOf(places, district.pcode)
      return localitiesOf(district, postos, postos.length * perPosto, basis.illustrative)
    })
  const placed = published.provinces.flatMap(({ pcode, individuals }) => {
    const lived = mostLikely(
      seed,
      localities.filter(({ province }) => province === pcode),
      Math.floor(individuals / basis.illustrative.smallestNationalLocality),
    )
    const parts = apportion(
      individuals,
      lived.map((locality) => sizeOf(seed, round, locality)),
    )
    return lived.map((locality, at) => ({ locality, individuals: parts[at]! }))
  })
  const shares = householdsOf(seed, published.households ?? Math.round(published.individuals / basis.illustrative.householdSize), placed)
  const counted = new Map(placed.map((place, at) => [place.locality.code, { ...place, households: shares[at]! }]))
  const rows = localities.map((locality) => {
    const people = counted.get(locality.code)
    return people ? rowWithPeople(seed, people, published, basis.illustrative) : rowWithNobody(locality, published)
  })
  return { published, rows }
}

/** A few hundred people are not spread over two hundred places: at least one place, and no more than the people can fill. */
function mostLikely(seed: number, localities: readonly Locality[], places: number): Locality[] {
  return [...localities].sort((a, b) => draw(seed, 'lived', b.code) - draw(seed, 'lived', a.code)).slice(0, Math.max(1, places))
}
