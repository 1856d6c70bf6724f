/**
 * The strategy on one page: of each focus area what is under way and late, which of its indicators speak for today and how far they have come, and which of
 * its letters nobody works on. Unknown is a word of its own, neither good nor bad (specification: results, sections 5.5, 5.6 and 6).
 */
import { type RawBuilder, sql } from 'kysely'
import { type Achievement, isInDate, isLate, type Standing, shareElapsed, standing } from '../../../engines/indicators/index.ts'
import type { Db, House } from '../../../kernel/index.ts'
import type { IndicatorCatalogue } from '../catalogue.ts'
import { reachedBy, standing as standingMarks } from '../marks.ts'
import type { PlannedActivityRow } from '../projects/plannedActivity.ts'
import type { Strategy } from '../strategy.ts'
import type { MarkRow, ValueRow } from '../value.ts'

export type MapAsked = { place?: string; donor?: string }
export type MapIndicator = { code: string; value: number | null; toDay: string | null; inDate: boolean; standing: Standing; achievement: Achievement }
export type MapArea = {
  area: number
  activities: { planned: number; underWay: number; late: number; done: number }
  indicators: MapIndicator[]
  inDate: number
  unknown: number
  /** How many letters have an activity that is planned or under way, of how many. */
  letters: { active: number; all: number }
}
export type StrategyMap = { asOf: string; areas: MapArea[]; harmRisks: number; donors: { id: string; name: string }[] }

type Plan = Pick<PlannedActivityRow, 'activity' | 'state' | 'fromDay' | 'toDay'>
type Figure = Pick<ValueRow, 'indicator' | 'value' | 'toDay'>

type Read = { plans: Plan[]; figures: Figure[]; marks: MarkRow[]; harmRisks: number; donors: StrategyMap['donors']; ofDonor: string[] }

const listOf = (query: RawBuilder<unknown>) => sql`(select coalesce(jsonb_agg(to_jsonb(one)), '[]') from (${query}) one)`

/**
 * Everything in one journey to the database: the first page of the chief must not wait six times. The latest figure is one step into an index each. The statement
 * has a name, so that it is planned once for each connection: planning six lists through their policies costs as much as reading them.
 */
const readAll = (db: Db, indicators: readonly { code: string; version: number }[], scope: string, { place, donor }: MapAsked) =>
  db.one<Read>(sql`/*= strategy-map */
    select ${listOf(sql`
        select a.activity, a.state, a.from_day as "fromDay", a.to_day as "toDay" from results.planned_activity a join results.project p on p.id = a.project
        where ${donor ? sql`p.donor = ${donor}` : sql`true`}
          and ${place ? sql`exists (select 1 from jsonb_array_elements_text(a.places) at where starts_with(at, ${place}))` : sql`true`}`)} as plans,
      ${listOf(sql`
        select latest.* from unnest(${indicators.map(({ code }) => code)}::text[], ${indicators.map(({ version }) => version)}::int[]) as asked (code, version)
        cross join lateral (
          select v.indicator, v.value, v.to_day as "toDay" from results.indicator_value v
          where v.indicator = asked.code and v.indicator_version = asked.version and v.scope = ${scope}
          order by v.to_day desc, v.edition desc limit 1) latest`)} as figures,
      ${listOf(sql`select id, indicator, kind, day, value, replaces from results.indicator_mark where scope = ${scope} order by recorded_at, id`)} as marks,
      (select count(*)::int from results.risk where harm and standing <> 'closed') as harm_risks,
      ${listOf(sql`
        select o.id, o.name from organisations.organisation o where exists (select 1 from results.project p where p.donor = o.id) order by o.name`)} as donors,
      (select coalesce(array_agg(distinct judged.code), '{}') from results.project_result r join results.project p on p.id = r.project,
        jsonb_array_elements_text(r.indicators) as judged (code) where p.donor = ${donor ?? null}) as of_donor`)

export async function strategyMap(
  house: House,
  db: Db,
  strategy: Strategy,
  catalogue: IndicatorCatalogue,
  asked: MapAsked,
  today: string,
): Promise<StrategyMap> {
  const scope = asked.place ?? house.pack.country.iso2
  const { plans, figures, marks, harmRisks, donors, ofDonor } = (await readAll(db, catalogue.indicators, scope, asked))!
  const indicators = catalogue.indicators.filter(({ code }) => !asked.donor || ofDonor.includes(code))
  const { onTrackShare: onTrack, behindShare: behind } = house.pack.thresholds

  const judged = ({ code, frequency }: IndicatorCatalogue['indicators'][number]): MapIndicator => {
    const figure = figures.find(({ indicator }) => indicator === code)
    const own = marks.filter(({ indicator }) => indicator === code)
    const reached = reachedBy(own, figure?.value ?? null)
    const { baseline, target } = standingMarks(own)
    const elapsed = baseline && target ? shareElapsed(baseline.day, target.day, today) : 0
    const known = figure !== undefined && figure.value !== null
    return {
      ...{ code, value: figure?.value ?? null, toDay: figure?.toDay ?? null, achievement: reached },
      inDate: known && isInDate(figure.toDay, frequency, today),
      standing: standing(reached, elapsed, { onTrack, behind }),
    }
  }
  const areas = strategy.areas.map(({ number, activities }): MapArea => {
    const own = plans.filter(({ activity }) => activity.startsWith(`FA${number}.`))
    const count = (state: Plan['state']) => own.filter((plan) => plan.state === state).length
    const judgements = indicators.filter(({ code }) => code.startsWith(`${number}.`)).map(judged)
    const active = new Set(own.filter(({ state }) => state === 'planned' || state === 'underWay').map(({ activity }) => activity))
    return {
      area: number,
      activities: { planned: count('planned'), underWay: count('underWay'), done: count('done'), late: own.filter((plan) => isLate(plan, today)).length },
      indicators: judgements,
      inDate: judgements.filter(({ inDate }) => inDate).length,
      unknown: judgements.filter(({ value }) => value === null).length,
      letters: { active: active.size, all: activities.length },
    }
  })
  return { asOf: today, areas, harmRisks, donors }
}
