/**
 * Two counts side by side: the three terms of the change by place identity, by district, and place by place with what stands out. New coverage is not new
 * displacement, and a place that was not visited has not gone home.
 */
import { sql } from 'kysely'
import { change, changeByArea, placesByTerm, type Unit } from '../../engines/rounds/change.ts'
import type { Lineage } from '../../engines/rounds/lineage.ts'
import { outliers } from '../../engines/rounds/outliers.ts'
import { type Db, type Refusal, refuse } from '../../kernel/index.ts'
import type { AreaTree } from './areas.ts'
import { type PlaceFigure, placeFigures } from './placeFigures.ts'
import type { ChangeTerms } from './publicRound.ts'

export type ComparedPlace = {
  place: string
  pcode: string
  name: string
  district: string | null
  from: PlaceFigure['individuals'] | null
  to: PlaceFigure['individuals'] | null
  change: number | null
  group: 'common' | 'new' | 'lost' | 'carried'
  outlier: number | null
  methodFrom: string | null
  methodTo: string | null
  outcomeFrom: string | null
  outcomeTo: string | null
}
export type Comparison = {
  unit: Unit
  terms: ChangeTerms | null
  why: Refusal | null
  byArea: { pcode: string; terms: ChangeTerms }[]
  places: ComparedPlace[]
}

const counted = (figures: PlaceFigure[]) =>
  figures
    .filter(({ outcome }) => outcome === 'assessed' || outcome === 'carried_forward')
    .map((figure) => ({ ...figure, fresh: figure.outcome === 'assessed' }))

/** What a place became, from the register: a series goes on across a division or a new code. */
async function lineageOf(db: Db): Promise<Lineage> {
  const rows = await db.rows<{ before: string; after: string }>(sql`
    select old.id as before, p.id as after from places.place p join places.place old on old.country = p.country and old.pcode = any(p.predecessors)`)
  const lineage = new Map<string, string[]>()
  for (const { before, after } of rows) lineage.set(before, [...(lineage.get(before) ?? []), after])
  return lineage
}

const levelOfDistricts = 2

export type PlacesOfTerm = ReturnType<typeof placesByTerm>[number] & { area: string | null }

/** The places whose people each term of the change between two rounds counts, and the district that they lie in. */
export async function placesBehindTerms(db: Db, from: string, to: string, tree: AreaTree): Promise<PlacesOfTerm[]> {
  const [before, after] = [counted(await placeFigures(db, from)), counted(await placeFigures(db, to))]
  const districtOf = districtsOf([...before, ...after], tree)
  return placesByTerm(before, after, { unit: 'individuals', lineage: await lineageOf(db) }).map((pair) => {
    const areas = new Set((pair.after.length > 0 ? pair.after : pair.before).map(districtOf))
    return { ...pair, area: areas.size === 1 ? [...areas][0]! : null }
  })
}

function districtsOf(figures: readonly PlaceFigure[], tree: AreaTree): (place: string) => string | null {
  const districts = new Map(figures.map(({ place }) => [place, tree.ancestorsOf(place).find(({ level }) => level === levelOfDistricts)?.pcode ?? null]))
  return (place) => districts.get(place) ?? null
}

export async function compareRounds(db: Db, from: string, to: string, unit: Unit, tree: AreaTree): Promise<Comparison> {
  const [before, after] = [counted(await placeFigures(db, from)), counted(await placeFigures(db, to))]
  const lineage = await lineageOf(db)
  const districtOf = districtsOf([...before, ...after], tree)
  const whole = change(before, after, { unit, lineage })
  const areas = changeByArea(before, after, { unit, lineage, areaOf: districtOf })
  return {
    unit,
    terms: 'code' in whole ? null : whole,
    why: 'code' in whole ? refuse(whole.code, whole.facts) : null,
    byArea: 'code' in areas ? [] : areas.flatMap(({ area, terms }) => (area ? [{ pcode: area, terms }] : [])),
    places: placeByPlace(before, after, unit, districtOf),
  }
}

type Counted = ReturnType<typeof counted>[number]

function placeByPlace(before: Counted[], after: Counted[], unit: Unit, districtOf: (place: string) => string | null): ComparedPlace[] {
  const then = new Map(before.map((figure) => [figure.place, figure]))
  const now = new Map(after.map((figure) => [figure.place, figure]))
  const figures = (side: Counted[]) => side.filter(({ fresh }) => fresh).map((figure) => ({ place: figure.place, figure: figure[unit] }))
  const scores = new Map(outliers(figures(before), figures(after)).map(({ place, z }) => [place, z]))
  return [...new Set([...then.keys(), ...now.keys()])].map((place) => {
    const [a, b] = [then.get(place), now.get(place)]
    const known = (b ?? a)!
    const group = !a ? 'new' : !b ? 'lost' : !a.fresh || !b.fresh ? 'carried' : 'common'
    const [x, y] = [a?.[unit] ?? null, b?.[unit] ?? null]
    return {
      place,
      pcode: known.pcode,
      name: known.name,
      district: districtOf(place),
      from: x,
      to: y,
      change: typeof x === 'number' && typeof y === 'number' ? y - x : null,
      group,
      outlier: scores.get(place) ?? null,
      methodFrom: a?.method ?? null,
      methodTo: b?.method ?? null,
      outcomeFrom: a?.outcome ?? null,
      outcomeTo: b?.outcome ?? null,
    }
  })
}
