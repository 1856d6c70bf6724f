/**
 * The frame as the distributions themselves tell it, so that nobody types it anew: served is who went home with something, on the list or beside it; not served is who was
 * on the frozen list or was chosen and went home with nothing; not selected is whom the selection left out. A household of several distributions stands once, with the
 * best that happened to it. Strata are the points. Relief specification, 2.5.
 */
import { sql } from 'kysely'
import { asTheHouse, type Db, getRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { settledStates } from '../distribution/distribution.ts'
import type { FrameLine } from './drawRound.ts'
import { PdmRound, pdmKinds } from './pdmRound.ts'

type Covered = { id: string; code: string; scope: string; point: string; placeName: string; state: string }
type Told = Pick<FrameLine, 'household' | 'kind'> & { distribution: string }

/** Before it is reconciled hand-overs are still on their way, and a household that was served would be asked why it was not. */
const settled: readonly string[] = settledStates
const fewestOfStratum = 2

const coveredBy = (db: Db, codes: readonly string[]): Promise<Covered[]> =>
  db.rows<Covered>(sql`
    select d.id, d.code, d.scope, d.point, coalesce(p.name, d.place) as place_name, d.state from relief.distribution d left join places.place p on p.pcode = d.place
    where d.code = any (${[...codes]}::text[]) or d.id::text = any (${[...codes]}::text[]) order by d.day, d.code`)

/** Best first: `served`, `not_served`, `not_selected`. */
const toldOf = (db: Db, ids: readonly string[]): Promise<Told[]> =>
  db.rows<Told>(sql`
    with covered as (select id, day, code, selection from relief.distribution where id = any (${[...ids]}::uuid[]))
    select told.distribution, told.household, (array['served', 'not_served', 'not_selected'])[told.rank] as kind from (
      select h.distribution, h.household, 1 as rank from relief.handover h join covered c on c.id = h.distribution where h.item is not null
      group by h.distribution, h.household having sum(case h.kind when 'taken_back' then -h.quantity else h.quantity end) > 0
      union all
      select e.distribution, e.household, 2 from relief.entitlement e join covered c on c.id = e.distribution where e.verified
      union all
      select c.id, l.household, case l.outcome when 'selected' then 2 else 3 end from covered c join relief.selection_line l on l.run = c.selection
    ) told join covered c on c.id = told.distribution order by told.rank, c.day, c.code, told.household`)

/** Of a point with a single household no error could be known: it joins the smallest of the others. */
function joinedStrata(frame: readonly FrameLine[]): FrameLine[] {
  const sizes = new Map<string, number>()
  for (const { stratum } of frame) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
  const [smallest, next] = [...sizes].toSorted(([a, n], [b, m]) => n - m || (a < b ? -1 : 1))
  if (!smallest || !next || smallest[1] >= fewestOfStratum) return [...frame]
  const joined = `${next[0]} + ${smallest[0]}`.slice(0, 80)
  return joinedStrata(frame.map((line) => ([smallest[0], next[0]].includes(line.stratum) ? { ...line, stratum: joined } : line)))
}

function frameFrom(covered: readonly Covered[], told: readonly Told[]): FrameLine[] {
  const places = new Set(covered.map(({ placeName }) => placeName)).size
  const points = new Map(covered.map(({ id, point, placeName }) => [id, (places > 1 ? `${placeName} · ${point}` : point).slice(0, 80)]))
  const best = new Map<string, FrameLine>()
  for (const { household, kind, distribution } of told) if (!best.has(household)) best.set(household, { household, kind, stratum: points.get(distribution)! })
  return pdmKinds.flatMap((kind) => joinedStrata([...best.values()].filter((line) => line.kind === kind)))
}

/** The house reads who was served: whoever draws learns the numbers that are visited, and no more. */
export async function frameOfDistributions(db: Db, id: string): Promise<{ frame: FrameLine[] } | Refused> {
  const round = await getRow(db, PdmRound, id)
  if (!round) return refused(refuse('access.not-found'))
  return asTheHouse(db, async (house): Promise<{ frame: FrameLine[] } | Refused> => {
    const covered = await coveredBy(house, round.distributions)
    const here = covered.filter(({ scope }) => scope.startsWith(round.scope))
    const strangers = round.distributions.filter((named) => !here.some(({ id: known, code }) => known === named || code === named))
    if (here.length === 0 || strangers.length > 0) return refused(refuse('monitoring.distribution-unknown', { list: strangers, place: round.place }))
    const going = here.filter(({ state }) => !settled.includes(state))
    if (going.length > 0) return refused(refuse('monitoring.distribution-going', { list: going.map(({ code }) => code) }))
    const told = await toldOf(
      house,
      here.map(({ id: distribution }) => distribution),
    )
    return { frame: frameFrom(here, told) }
  })
}
