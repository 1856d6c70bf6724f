/**
 * The demonstration mission: the three northern baseline rounds of 2021 on the real administrative posts, so that every published total of the country, of
 * each province and of each named district comes out exactly. A place carried forward repeats its earlier figure and is part of the total, as in the
 * published rounds of other countries. Strategy: focus area 15, activities B and C.
 */
import { type Refusal, refuse } from '../../../kernel/index.ts'
import { apportion } from './apportion.ts'
import type { Basis, PublishedRound } from './basis.ts'
import { householdsOf, noAges, rowWithNobody, rowWithoutPeople, rowWithPeople, sizeOf } from './counts.ts'
import { type KnownPlace, type Locality, localitiesOf, postosOf } from './localities.ts'
import type { TemplateRow } from './template.ts'

export type DemonstrationRound = { published: PublishedRound; rows: TemplateRow[] }

type Outcome = Basis['illustrative']['outcomes'][number]
type Scope = { locality: Locality; outcome: Outcome | undefined; carried: TemplateRow | undefined }

/**
 * Refusals: `demonstration.place-unknown {pcodes}` when the place list lacks a place that the figures name; `demonstration.figures-disagree {round, problem}`
 * when the figures cannot all come out.
 */
export function northernRounds(basis: Basis, places: readonly KnownPlace[], seed: number): DemonstrationRound[] | Refusal {
  const missing = placesMissing(basis, places)
  if (missing.length) return refuse('demonstration.place-unknown', { pcodes: missing })
  const made: DemonstrationRound[] = []
  for (const published of basis.published.rounds) {
    const rows = roundRows({ basis, places, seed, published, earlier: made.flatMap((round) => round.rows) })
    if ('code' in rows) return rows
    made.push({ published, rows })
  }
  return made
}

type Making = { basis: Basis; places: readonly KnownPlace[]; seed: number; published: PublishedRound; earlier: readonly TemplateRow[] }

function roundRows(making: Making): TemplateRow[] | Refusal {
  const { basis, seed, published } = making
  const scopes = inScope(making)
  const targets = districtTargets(making)
  if (!(targets instanceof Map)) return targets
  const placed: { locality: Locality; individuals: number }[] = []
  for (const [district, total] of targets) {
    const here = scopes.filter(({ locality }) => locality.district === district)
    const fresh = here.filter(({ outcome }) => !outcome)
    const left = total - here.reduce((sum, { carried }) => sum + (carried?.individuals ?? 0), 0)
    if (left < 0 || (left > 0 && fresh.length === 0)) return disagree(published, `district ${district}: ${left} people have no assessed locality`)
    const parts = apportion(
      left,
      fresh.map(({ locality }) => sizeOf(seed, published.number, locality)),
    )
    fresh.forEach(({ locality }, at) => {
      placed.push({ locality, individuals: parts[at]! })
    })
  }
  const households = published.households ?? Math.round(published.individuals / basis.illustrative.householdSize)
  const carriedHouseholds = scopes.reduce((sum, { carried }) => sum + (carried?.households ?? 0), 0)
  const shares = householdsOf(seed, households - carriedHouseholds, placed)
  const counted = new Map(placed.map((place, at) => [place.locality.code, { ...place, households: shares[at]! }]))
  const rows = scopes.map((scope) => {
    const people = counted.get(scope.locality.code)
    return people ? rowWithPeople(seed, people, published, basis.illustrative) : rowByOutcome(scope, published)
  })
  return rows.sort((a, b) => (a.place_code < b.place_code ? -1 : 1))
}

function rowByOutcome({ locality, outcome, carried }: Scope, published: PublishedRound): TemplateRow {
  const told = { status: outcome!.status, reason_not_assessed: outcome!.reason, source_round: outcome!.sourceRound }
  if (outcome!.status === 'not_assessed') return { ...rowWithoutPeople(locality, published), ...told }
  if (!carried) return { ...rowWithNobody(locality, published), ...told }
  return { ...carried, ...noAges, ...told, round: published.number, reporting_date: published.reportingDate, method: 'carried' }
}

function inScope({ basis, places, published, earlier }: Making): Scope[] {
  return basis.illustrative.districts.flatMap(({ pcode, localities }) => {
    const district = places.find((place) => place.pcode === pcode)!
    return localitiesOf(district, postosOf(places, pcode), localities[published.number] ?? 0, basis.illustrative).map((locality) => {
      const outcome = basis.illustrative.outcomes.find(
        (one) => one.round === published.number && one.district === pcode && one.locality === locality.inDistrict,
      )
      const carried = outcome?.sourceRound == null ? undefined : earlier.find((row) => row.round === outcome.sourceRound && row.place_code === locality.code)
      return { locality, outcome, carried }
    })
  })
}

/** Published districts as printed; what is left of a province goes to its other districts by illustrative weight. */
function districtTargets({ basis, published }: Making): Map<string, number> | Refusal {
  const targets = new Map(published.districts.map(({ pcode, individuals }) => [pcode, individuals]))
  for (const { pcode, name, individuals } of published.provinces) {
    const left = published.districts.reduce((rest, district) => (district.pcode.startsWith(pcode) ? rest - district.individuals : rest), individuals)
    const others = basis.illustrative.districts.filter((district) => district.pcode.startsWith(pcode) && !targets.has(district.pcode))
    const weights = others.map((district) => district.weight[published.number] ?? 0)
    const parts = apportion(left, weights)
    if (left < 0 || parts.reduce((sum, part) => sum + part, 0) !== left) return disagree(published, `${name}: ${left} people beside the named districts`)
    others.forEach((district, at) => {
      if (weights[at]! > 0) targets.set(district.pcode, parts[at]!)
    })
  }
  const sum = [...targets.values()].reduce((total, one) => total + one, 0)
  return sum === published.individuals ? targets : disagree(published, `the parts give ${sum}, the total is ${published.individuals}`)
}

const disagree = ({ number }: PublishedRound, problem: string): Refusal => refuse('demonstration.figures-disagree', { round: number, problem })

function placesMissing({ published, illustrative }: Basis, places: readonly KnownPlace[]): string[] {
  const known = new Set(places.map(({ pcode }) => pcode))
  const named = [...published.rounds.flatMap((round) => [...round.provinces, ...round.districts]), ...illustrative.districts, ...illustrative.conflictOrigins]
  const withoutPostos = illustrative.districts.filter(({ pcode }) => postosOf(places, pcode).length === 0)
  return [...new Set([...named.filter(({ pcode }) => !known.has(pcode)), ...withoutPostos].map(({ pcode }) => pcode))].sort()
}
