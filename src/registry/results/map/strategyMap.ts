/**
 * The strategy on one page: of each focus area what is under way and late, which of its indicators speak for today and how far they have come, and which of
 * its letters nobody works on. Unknown is a word of its own, neither good nor bad (specification: results, sections 5.5, 5.6 and 6).
 */
import { sql } from 'kysely'
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
type Figure = Pick<ValueRow, 'indicator' | 'indicatorVersion' | 'value' | 'toDay'>

const plansOf = (db: Db, { place, donor }: MapAsked) =>
  db.rows<Plan>(sql`
    select a.activity, a.state, a.from_day, a.to_day from results.planned_activity a join results.project p on p.id = a.project
    where ${donor ? sql`p.donor = ${donor}` : sql`true`}
      and ${place ? sql`exists (select 1 from jsonb_array_elements_text(a.places) at where starts_with(at, ${place}))` : sql`true`}`)

/** The latest figure of each indicator of the catalogue: one step into the index for each, however long the series are. */
const figuresOf = (db: Db, indicators: readonly { code: string; version: number }[], scope: string) =>
  db.rows<Figure>(sql`
    select latest.* from unnest(${indicators.map(({ code }) => code)}::text[], ${indicators.map(({ version }) => version)}::int[]) as asked (code, version)
    cross join lateral (
      select v.indicator, v.indicator_version, v.value, v.to_day from results.indicator_value v
      where v.indicator = asked.code and v.indicator_version = asked.version and v.scope = ${scope}
      order by v.to_day desc, v.edition desc limit 1) latest`)

const indicatorsOfDonor = async (db: Db, donor: string) => {
  const rows = await db.rows<{ code: string }>(sql`
    select distinct jsonb_array_elements_text(r.indicators) as code from results.project_result r join results.project p on p.id = r.project
    where p.donor = ${donor}`)
  return new Set(rows.map(({ code }) => code))
}

export async function strategyMap(
  house: House,
  db: Db,
  strategy: Strategy,
  catalogue: IndicatorCatalogue,
  asked: MapAsked,
  today: string,
): Promise<StrategyMap> {
  const scope = asked.place ?? house.pack.country.iso2
  const ofDonor = asked.donor ? await indicatorsOfDonor(db, asked.donor) : null
  const indicators = catalogue.indicators.filter(({ code }) => ofDonor === null || ofDonor.has(code))
  const plans = await plansOf(db, asked)
  const figures = await figuresOf(db, indicators, scope)
  const marks = await db.rows<MarkRow>(sql`select * from results.indicator_mark where scope = ${scope} order by recorded_at, id`)
  const risks = await db.one<{ n: number }>(sql`select count(*)::int as n from results.risk where harm and standing <> 'closed'`)
  const donors = await db.rows<{ id: string; name: string }>(sql`
    select o.id, o.name from organisations.organisation o where exists (select 1 from results.project p where p.donor = o.id) order by o.name`)
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
  return { asOf: today, areas, harmRisks: risks!.n, donors }
}
