/**
 * Who is where, how many were reached and what is missing, from the activities that stand. The rows behind every figure can be asked for by the same words. An
 * activity that was cancelled is nobody's presence; rows above the district stay where they are, and nobody spreads them.
 */
import { sql } from 'kysely'
import { type Count, isKnown } from '../../../engines/count.ts'
import { type Gap, gapOf, type Presence, presenceOf, type ReachFigure, type ReachRow, reachOf } from '../../../engines/reach/index.ts'
import type { Db } from '../../../kernel/index.ts'
import { consortiumMembers, daysMeet, type Membership } from '../../../registry/organisations/index.ts'
import type { CountedFrom, WhoReached } from './reach.ts'
import { linksNow } from './sameWork/links.ts'

export type ActivityRow = {
  id: string
  organisation: string
  organisationName: string
  sector: string
  activityType: string | null
  place: string | null
  placeName: string | null
  /** The district in which it lies; null above the district. */
  district: string | null
  status: string | null
  lastConfirmed: string | null
  /** Work that is not over is silent when nobody has told of it for two months. */
  standing: 'told' | 'silent' | 'over'
  people: number | null
  /** By sex and age, as far as it was said. */
  who: WhoReached
  kind: ReachRow['kind']
  disjointWith: string | null
  evidence: string | null
  countedFrom: CountedFrom[] | null
  /** Distinct people of the records that it was counted from (`exactReach.ts`). */
  exact: boolean
  /** The donor's row of work that its implementer sent too: it counts in that organisation's row, and not here. */
  countedWith: string | null
  fromDay: string | null
  toDay: string | null
  /** With which it is one presence on these days, the consortium itself among them. */
  consortium: { id: string; name: string } | null
}

const consortiumOf = (row: Pick<ActivityRow, 'organisation' | 'fromDay' | 'toDay'>, members: readonly Membership[]): ActivityRow['consortium'] => {
  const found = members.find((one) => one.consortium === row.organisation || (one.member === row.organisation && daysMeet(one, row)))
  return found ? { id: found.consortium, name: found.consortiumName } : null
}

export const thatCount = <Row extends Pick<ActivityRow, 'countedWith'>>(rows: readonly Row[]): Row[] => rows.filter(({ countedWith }) => countedWith === null)

export type About = { sector?: string; district?: string; status?: readonly string[] }

export async function activitiesFor(db: Db, { sector, district, status }: About = {}): Promise<ActivityRow[]> {
  const links = new Map((await linksNow(db)).map(({ donor, implementer }) => [donor.id, implementer.name]))
  const members = await consortiumMembers(db)
  const rows = await db.rows<Omit<ActivityRow, 'countedWith' | 'consortium' | 'exact'>>(sql`
    select a.id, a.organisation, o.name as organisation_name, a.sector, a.activity_type, p.pcode as place, p.name as place_name, d.pcode as district, a.status,
      a.last_confirmed, case when a.status = 'completed' then 'over' when coalesce(a.last_confirmed, a.recorded_at::date) < current_date - interval '2 months' then 'silent'
        else 'told' end as standing, a.from_day, a.to_day, a.reached_people as people,
      jsonb_build_object('women', a.reached_women, 'men', a.reached_men, 'girls', a.reached_girls, 'boys', a.reached_boys) as who, a.reach_kind as kind, a.disjoint_with,
      a.reach_known_by as evidence, a.counted_from
    from coordination.activity a join organisations.organisation o on o.id = a.organisation
    left join places.place p on p.id = a.place
    left join places.place d on d.level = 2 and d.country = p.country and (d.id = p.id or d.id = p.parent)
    where a.status is distinct from 'cancelled' and (${sector ?? null}::text is null or a.sector = ${sector ?? null})
      and (${district ?? null}::text is null or d.pcode = ${district ?? null}) and (${status ?? null}::text[] is null or a.status = any (${status ?? null}::text[]))
    order by a.external_id, a.id`)
  return rows.map((row) => ({ ...row, exact: false, countedWith: links.get(row.id) ?? null, consortium: consortiumOf(row, members) }))
}

/** The newest figure of each place, by place and sector (empty: all sectors). */
async function figuresOf(db: Db, figure: 'population' | 'in_need'): Promise<Map<string, { people: number; source: string; asOf: string }>> {
  const rows = await db.rows<{ pcode: string; sector: string | null; people: number; source: string; asOf: string }>(sql`
    select distinct on (p.pcode, f.sector) p.pcode, f.sector, f.people, f.source, f.as_of from coordination.place_figure f
    join places.place p on p.id = f.place where f.figure = ${figure} order by p.pcode, f.sector, f.as_of desc`)
  return new Map(rows.map(({ pcode, sector, ...one }) => [`${pcode} ${sector ?? ''}`, one]))
}

export const presenceIn = (rows: readonly ActivityRow[]): Presence[] =>
  presenceOf(
    thatCount(rows).flatMap(({ organisation, consortium, sector, district, status, lastConfirmed }) =>
      district === null ? [] : [{ organisation, consortium: consortium?.id ?? null, sector, place: district, status, confirmedOn: lastConfirmed }],
    ),
  )

/** Districts in which nobody has confirmed any work that goes on for two months: it may go on, and nobody says so. */
export const silentIn = (rows: readonly ActivityRow[]): string[] => {
  const goesOn = thatCount(rows).filter(({ standing }) => standing !== 'over')
  const told = new Set(goesOn.flatMap(({ standing, district }) => (standing === 'told' ? [district] : [])))
  return [...new Set(goesOn.flatMap(({ district }) => (district === null || told.has(district) ? [] : [district])))].sort()
}

const toReach = ({ id, organisation, sector, activityType, district, kind, people, disjointWith, exact }: ActivityRow): ReachRow => ({
  ...{ id, organisation, sector, type: activityType, place: district!, period: null, kind, people, disjointWith, exact },
})

export type Reached = ReachFigure & { aboveDistrict: number; populationSources: string[] }

/** `distinctIn`: distinct people of districts in which every row is exact. */
export async function reachIn(db: Db, rows: readonly ActivityRow[], distinctIn: ReadonlyMap<string, number> = new Map()): Promise<Reached> {
  const population = await figuresOf(db, 'population')
  const counted = thatCount(rows)
  const placed = counted.filter(({ district }) => district !== null)
  const figure = reachOf(placed.map(toReach), {
    parentOf: () => null,
    populationOf: (place) => population.get(`${place} `)?.people ?? null,
    distinctIn: (place) => distinctIn.get(place) ?? null,
  })
  const used = figure.perPlace.flatMap(({ place }) => population.get(`${place} `) ?? [])
  return {
    ...figure,
    aboveDistrict: counted.length - placed.length,
    populationSources: [...new Set(used.map(({ source, asOf }) => `${source}, ${asOf}`))],
  }
}

export type GapRow = Gap & {
  place: string
  sector: string
  inNeed: Count
  /** Who says how many are in need, and for which day; null where nobody does. */
  needFrom: { source: string; asOf: string } | null
  reached: { lower: number; upper: number } | null
}

/** Every cell in which somebody is in need or somebody works; `about` what the rows are about, so that no need stands here whose work was not asked for. */
export async function gapsIn(db: Db, rows: readonly ActivityRow[], about: About = {}): Promise<GapRow[]> {
  const need = await figuresOf(db, 'in_need')
  const byCell = new Map<string, ActivityRow[]>()
  for (const row of thatCount(rows))
    if (row.district !== null) byCell.set(`${row.district} ${row.sector}`, [...(byCell.get(`${row.district} ${row.sector}`) ?? []), row])
  const isAsked = (key: string) => {
    const [place, sector] = key.split(' ')
    return sector !== '' && (about.sector ?? sector) === sector && (about.district ?? place) === place
  }
  const cells = new Set([...byCell.keys(), ...[...need.keys()].filter(isAsked)])
  return [...cells].sort().map((key) => {
    const [place = '', sector = ''] = key.split(' ')
    const figure = reachOf((byCell.get(key) ?? []).map(toReach), { parentOf: () => null, populationOf: () => null, distinctIn: () => null })
    const reached = figure.known > 0 ? { lower: figure.lower, upper: figure.upper } : null
    const known = need.get(key)
    const inNeed: Count = known?.people ?? 'unknown'
    return { place, sector, inNeed, needFrom: known ? { source: known.source, asOf: known.asOf } : null, reached, ...gapOf(inNeed, reached) }
  })
}

/** How many cells of the gap matrix can be judged at all: the others are unknown, and not without a gap. */
export const judged = (gaps: readonly GapRow[]): number => gaps.filter(({ most }) => isKnown(most)).length
