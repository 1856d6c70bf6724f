/**
 * Flow monitoring of a period: what each point saw in the hours that somebody watched, and who went from where to where. A point without a session has no
 * figure; a session without groups is a counted zero. Points of one corridor are never added.
 */
import { sql } from 'kysely'
import type { Count } from '../../../engines/count.ts'
import { expand, type FlowMatrix, flowMatrix, totalOfPoints } from '../../../engines/flows/index.ts'
import type { Db, Refused } from '../../../kernel/index.ts'
import { refused } from '../../../kernel/index.ts'
import type { flowDirections } from './flow.ts'

export type PointSeen = {
  code: string
  name: string
  kind: string
  place: string
  openHours: number
  corridor: string | null
  standsForCorridor: boolean | null
  sessions: number
  /** Days with at least one session, and the minutes watched on all of them. */
  days: number
  minutes: number
  /** People in groups whose number is known; `uncounted` groups have none. */
  people: number
  groups: number
  uncounted: number
  status: 'open' | 'partial' | 'closed' | null
  restrictions: string | null
}
export type GroupSeen = {
  point: string
  direction: (typeof flowDirections)[number]
  origin: string | null
  destination: string | null
  reason: string | null
  transport: string | null
  individuals: number | null
  womenAdult: number | null
  menAdult: number | null
  girls: number | null
  boys: number | null
}

const pointsSeen = (db: Db, from: string, to: string): Promise<PointSeen[]> =>
  db.rows<PointSeen>(sql`
    with seen as (
      select s.point, count(distinct s.id)::int as sessions, count(distinct s.day)::int as days from displacement.observation_session s
      where s.day between ${from} and ${to} group by s.point
    ), watched as (
      select point, sum(observed_minutes)::int as minutes from displacement.observation_session where day between ${from} and ${to} group by point
    ), passed as (
      select s.point, count(*)::int as groups, coalesce(sum(g.individuals), 0)::int as people, count(*) filter (where g.individuals is null)::int as uncounted
      from displacement.flow_group g join displacement.observation_session s on s.id = g.session where s.day between ${from} and ${to} group by s.point
    )
    select p.code, p.name, p.kind, l.name as place, p.open_hours, p.corridor, p.stands_for_corridor,
      coalesce(seen.sessions, 0) as sessions, coalesce(seen.days, 0) as days, coalesce(watched.minutes, 0) as minutes, coalesce(passed.people, 0) as people,
      coalesce(passed.groups, 0) as groups, coalesce(passed.uncounted, 0) as uncounted, e.status, e.restrictions
    from displacement.flow_point p join places.place l on l.id = p.place
    left join seen on seen.point = p.id left join watched on watched.point = p.id left join passed on passed.point = p.id
    left join lateral (
      select status, restrictions from displacement.entry_point_status e where e.point = p.id and e.from_day <= ${to} and coalesce(e.to_day, ${to}) >= ${to}
      order by e.from_day desc limit 1) e on true
    where coalesce(p.opened_on, ${from}) <= ${to} and coalesce(p.closed_on, ${to}) >= ${from} order by p.name`)

const groupsSeen = (db: Db, from: string, to: string): Promise<GroupSeen[]> =>
  db.rows<GroupSeen>(sql`
    select p.code as point, g.direction, g.origin, g.destination, g.reason, g.transport, g.individuals, g.women_adult, g.men_adult, g.girls, g.boys
    from displacement.flow_group g join displacement.observation_session s on s.id = g.session join displacement.flow_point p on p.id = s.point
    where s.day between ${from} and ${to} order by g.recorded_at, g.id`)

export type PointFigure = Pick<PointSeen, 'code' | 'name' | 'kind' | 'place' | 'sessions' | 'days' | 'uncounted' | 'status' | 'restrictions' | 'corridor'> & {
  hours: number
  observed: Count
  perHour: number | null
  /** Share of the open hours of the period that were watched. */
  coverage: number
  estimate: Count
  method: 'counted' | 'extrapolated' | 'not-observed'
}

const daysIn = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

/** Watching may run over several sessions a day: hours are averaged over the days that were watched. */
function figureOfPoint(point: PointSeen, from: string, to: string): PointFigure {
  const { code, name, kind, place, sessions, days, uncounted, status, restrictions, corridor, minutes, openHours, people } = point
  const about = { code, name, kind, place, sessions, days, uncounted, status, restrictions, corridor, hours: round(minutes / 60, 1) }
  if (sessions === 0) return { ...about, observed: 'unknown', perHour: null, coverage: 0, estimate: 'unknown', method: 'not-observed' }
  const hoursObserved = Math.min(openHours, minutes / 60 / days)
  const found = expand({ observed: people, hoursObserved, hoursOpen: openHours, daysObserved: days, daysInPeriod: daysIn(from, to) })
  if ('code' in found) return { ...about, observed: people, perHour: null, coverage: 0, estimate: 'unknown', method: 'not-observed' }
  const estimate = typeof found.value === 'number' ? Math.round(found.value) : found.value
  return {
    ...about,
    observed: people,
    perHour: round(people / (minutes / 60), 1),
    coverage: found.coverage,
    estimate,
    method: found.method === 'not-observed' ? 'extrapolated' : found.method,
  }
}

const endsOf = (groups: readonly GroupSeen[]): string[] =>
  [...new Set(groups.flatMap(({ origin, destination }) => [origin, destination].filter((end) => end !== null)))].sort()

/** One step, the whole period. Points of a corridor count once, by the one that stands for it. */
function matrixOf(points: readonly PointSeen[], groups: readonly GroupSeen[]): FlowMatrix | Refused {
  const inCorridor = points.filter(({ corridor }) => corridor !== null)
  const corridors = {
    of: Object.fromEntries(inCorridor.map(({ code, corridor }) => [code, corridor!])),
    counting: Object.fromEntries(inCorridor.filter(({ standsForCorridor }) => standsForCorridor).map(({ code, corridor }) => [corridor!, code])),
  }
  const columns = {
    from: groups.map(({ origin }) => origin),
    to: groups.map(({ destination }) => destination),
    step: groups.map(() => 0),
    people: groups.map(({ individuals }) => individuals),
    point: groups.map(({ point }) => point),
  }
  const matrix = flowMatrix([columns], endsOf(groups), 1, corridors)
  return 'code' in matrix ? refused(matrix) : matrix
}

export type Cell = { from: string | null; to: string | null; people: number; uncounted: number }
export type Part = { code: string | null; people: number }

export type Picture = {
  from: string
  to: string
  points: PointFigure[]
  cells: Cell[]
  /** Codes of the points that the sums are made of: of a corridor only the one that stands for it. */
  summed: string[]
  /** People of every group that is in the matrix. */
  people: number
  uncounted: number
  directions: Part[]
  reasons: Part[]
  transports: Part[]
  /** Women, men, girls, boys; null: nobody said. */
  who: Part[]
  estimate: ReturnType<typeof totalOfPoints>
}

function partsBy(groups: readonly GroupSeen[], codeOf: (group: GroupSeen) => string | null): Part[] {
  const sums = new Map<string | null, number>()
  for (const group of groups) sums.set(codeOf(group), (sums.get(codeOf(group)) ?? 0) + (group.individuals ?? 0))
  return [...sums].map(([code, people]) => ({ code, people })).sort((a, b) => Number(a.code === null) - Number(b.code === null) || b.people - a.people)
}

function whoOf(groups: readonly GroupSeen[]): Part[] {
  const sums = { women: 0, men: 0, girls: 0, boys: 0 }
  let people = 0
  for (const { womenAdult, menAdult, girls, boys, individuals } of groups) {
    people += individuals ?? 0
    if (individuals === null || [womenAdult, menAdult, girls, boys].some((part) => part === null)) continue
    sums.women += womenAdult!
    sums.men += menAdult!
    sums.girls += girls!
    sums.boys += boys!
  }
  const known = Object.entries(sums).map(([code, n]): Part => ({ code, people: n }))
  return [...known, { code: null, people: people - known.reduce((sum, part) => sum + part.people, 0) }]
}

const isAlone = (points: readonly PointSeen[], { corridor }: PointSeen) => corridor === null || points.filter((each) => each.corridor === corridor).length === 1

export async function pictureOf(db: Db, from: string, to: string): Promise<Picture | Refused> {
  const [points, groups] = [await pointsSeen(db, from, to), await groupsSeen(db, from, to)]
  const matrix = matrixOf(points, groups)
  if ('refused' in matrix) return matrix
  const ends = [...matrix.places, null]
  const side = ends.length
  const cells = ends.flatMap((origin, i) =>
    ends.flatMap((destination, j): Cell[] => {
      const [people, uncounted] = [matrix.people[i * side + j]!, matrix.uncounted[i * side + j]!]
      return people > 0 || uncounted > 0 ? [{ from: origin, to: destination, people, uncounted }] : []
    }),
  )
  const summed = points.filter((point) => point.standsForCorridor || isAlone(points, point)).map(({ code }) => code)
  const counted = groups.filter(({ point }) => summed.includes(point))
  const figures = points.map((point) => figureOfPoint(point, from, to))
  return {
    ...{ from, to, points: figures, cells, summed },
    people: cells.reduce((sum, cell) => sum + cell.people, 0),
    uncounted: cells.reduce((sum, cell) => sum + cell.uncounted, 0),
    directions: partsBy(counted, ({ direction }) => direction),
    reasons: partsBy(counted, ({ reason }) => reason),
    transports: partsBy(counted, ({ transport }) => transport),
    who: whoOf(counted),
    estimate: totalOfPoints(
      figures
        .filter(({ code }) => summed.includes(code))
        .map(({ estimate, method, coverage }) => ({ value: estimate, method, coverage, factor: null, warnings: [] })),
    ),
  }
}
