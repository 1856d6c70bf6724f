/**
 * Puts people into localities so that every total above them comes out exactly, and gives them households, a split by sex, a reason and an origin. All of
 * it below the published totals is illustrative.
 */
import { apportion } from './apportion.ts'
import type { Illustrative, PublishedRound } from './basis.ts'
import { between, draw, oneByWeight } from './draws.ts'
import type { Locality } from './localities.ts'
import { type AgeColumn, ageColumns, type TemplateRow } from './template.ts'

/** A locality keeps its size from round to round, within six percent, as places do. */
export const sizeOf = (seed: number, round: number, { code }: Locality): number =>
  between(0.35, 2.5, draw(seed, 'size', code) ** 2) * between(0.94, 1.06, draw(seed, 'round', round, code))

/** Households in proportion to people, with a household size that differs a little from place to place. */
export const householdsOf = (seed: number, total: number, placed: readonly { locality: Locality; individuals: number }[]): number[] =>
  apportion(
    total,
    placed.map(({ locality, individuals }) => individuals / between(0.9, 1.12, draw(seed, 'household', locality.code))),
  )

export const noAges = Object.fromEntries(ageColumns.map((column) => [column, null])) as Record<AgeColumn, null>

/** A part of the people of a place, counted by age: never more than the place has of either sex. */
function sampledAges(seed: number, { code }: Locality, people: { females: number; males: number }, { ages }: Illustrative): Record<AgeColumn, number> {
  const bandsOf = (sex: 'females' | 'males') => {
    const weights = ages.weights[sex].map((weight, at) => weight * between(0.9, 1.1, draw(seed, 'age', sex, at, code)))
    return apportion(Math.floor(people[sex] * ages.shareOfPeople), weights)
  }
  return Object.fromEntries([...bandsOf('females'), ...bandsOf('males')].map((counted, at) => [ageColumns[at]!, counted])) as Record<AgeColumn, number>
}

export function rowWithoutPeople(locality: Locality, round: PublishedRound): TemplateRow {
  return {
    place_code: locality.code,
    place_name: locality.name,
    posto_code: locality.posto,
    round: round.number,
    reporting_date: round.reportingDate,
    status: 'not_assessed',
    source_round: null,
    reason_not_assessed: null,
    households: null,
    individuals: null,
    returnees: null,
    females: null,
    males: null,
    displacement_reason: null,
    origin_code: null,
    setting: null,
    method: null,
    latitude: null,
    longitude: null,
    sex_method: null,
    ...noAges,
  }
}

/** A place that was visited and found without displaced people: a counted zero. */
export const rowWithNobody = (locality: Locality, round: PublishedRound): TemplateRow => ({
  ...rowWithoutPeople(locality, round),
  status: 'empty',
  households: 0,
  individuals: 0,
  females: 0,
  males: 0,
  method: 'key_informant',
})

export function rowWithPeople(
  seed: number,
  counted: { locality: Locality; individuals: number; households: number },
  round: PublishedRound,
  invented: Illustrative,
): TemplateRow {
  const { locality, individuals, households } = counted
  const femaleShare = invented.femaleShare + between(-0.02, 0.02, draw(seed, 'sex', locality.code))
  const [females, males] = apportion(individuals, [femaleShare, 1 - femaleShare]) as [number, number]
  const reason = invented.reasons.find(({ province }) => province === locality.province)?.reason ?? 'No reason for displacement reported'
  const fledFrom = invented.conflictOrigins.filter(({ pcode }) => pcode !== locality.district)
  return {
    ...rowWithoutPeople(locality, round),
    status: 'assessed',
    households,
    individuals,
    females,
    males,
    displacement_reason: reason,
    origin_code: reason === 'Conflict' ? oneByWeight(fledFrom, draw(seed, 'origin', locality.code)).pcode : locality.district,
    setting: draw(seed, 'setting', locality.code) < invented.siteShare ? 'site' : 'host_community',
    method: 'key_informant',
    sex_method: 'applied',
    ...(draw(seed, 'asked-ages', round.number, locality.code) < invented.ages.shareOfPlaces
      ? sampledAges(seed, locality, { females, males }, invented)
      : noAges),
  }
}
