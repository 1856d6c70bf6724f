/**
 * The list that a sample is drawn from. Of a round only the frozen set serves, with households as size: a place whose households nobody knows cannot be drawn, and
 * is named. Of a list each unit has a code and no name. The frame keeps its fingerprint, so that a second person draws from the same one.
 */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { canonicalJson, sha256 } from '../../../kernel/publishing.ts'
import { type AreaTree, treeOfCountry } from '../areas.ts'
import { type FramedUnit, SampleFrame, type SampleFrameRow, type strataLevels } from './sample.ts'
import type { SurveyRow } from './survey.ts'

type Strata = (typeof strataLevels)[number]
export type ListedUnit = { code: string; name?: string | undefined; stratum?: string | undefined; cluster?: string | undefined; pcode?: string | undefined }
export type NewFrame = { kind: 'places' | 'sites'; round: string; strata: Strata } | { kind: 'list'; source: string; units: readonly ListedUnit[] }

type Drawable = Pick<FramedUnit, 'code' | 'name' | 'place'> & { placeId: string; households: number | null }

const levels: Record<Strata, number> = { none: 0, province: 1, district: 2 }

/** Unknown households of one group make the place's size unknown. */
const placesOfRound = (db: Db, round: string, sites: boolean): Promise<Drawable[]> =>
  db.rows<Drawable>(sql`
    select p.pcode as code, p.name, p.pcode as place, p.id as place_id,
      case when bool_or(c.households is null) then null else sum(c.households)::int end as households
    from displacement.presence_cell c join places.place p on p.id = c.place
    where c.round = ${round} and c.population_group = 'IDP' and (p.kind = 'site') = ${sites}
    group by p.id order by p.pcode collate "C"`)

const stratumOf = (tree: AreaTree, id: string, strata: Strata): string =>
  strata === 'none' ? 'all' : (tree.ancestorsOf(id).find(({ level }) => level === levels[strata])?.name ?? '?')

export const frameHash = (units: readonly FramedUnit[]): string => sha256(canonicalJson(units))

type Built = { units: FramedUnit[]; withoutSize: string[]; source: string; sourceRound: string | null; strataBy: Strata | 'list' }

async function fromRound(db: Db, house: House, { round, kind, strata }: Extract<NewFrame, { round: string }>): Promise<Built | Refused> {
  const found = await db.one<{ number: number; type: string; frozenHash: string | null }>(
    sql`select number, assessment_type as type, frozen_hash from displacement.round where id::text = ${round}`,
  )
  if (!found) return refused(refuse('access.not-found'))
  if (!found.frozenHash) return refused(refuse('survey.round-not-frozen', { round: found.number }))
  const tree = await treeOfCountry(db, house.pack.country)
  const places = await placesOfRound(db, round, kind === 'sites')
  const units = places
    .filter(({ households }) => households !== null && households > 0)
    .map(({ code, name, place, placeId, households }) => ({ code, name, place, cluster: null, size: households!, stratum: stratumOf(tree, placeId, strata) }))
  return {
    units: sorted(units),
    withoutSize: places.filter(({ households }) => households === null).map(({ name }) => name),
    source: `${found.type} ${found.number}, ${found.frozenHash}`,
    sourceRound: round,
    strataBy: strata,
  }
}

function fromList({ source, units }: Extract<NewFrame, { kind: 'list' }>): Built | Refused {
  const seen = new Set<string>()
  const twice = units.find(({ code }) => seen.size === seen.add(code).size)
  if (twice) return refused(refuse('survey.list-twice', { code: twice.code }))
  if (source.trim() === '') return refused(refuse('survey.list-without-source'))
  const clustered = units.filter(({ cluster }) => cluster !== undefined).length
  if (clustered > 0 && clustered < units.length) return refused(refuse('survey.list-cluster-missing', { n: units.length - clustered }))
  const framed = units.map(({ code, name, stratum, cluster, pcode }) => ({
    ...{ code, name: name ?? code, stratum: stratum ?? 'all', cluster: cluster ?? null, size: 1, place: pcode ?? null },
  }))
  return { units: sorted(framed), withoutSize: [], source: source.trim(), sourceRound: null, strataBy: 'list' }
}

/** One order for everybody: the draw depends on it. */
const sorted = (units: FramedUnit[]): FramedUnit[] => {
  const key = ({ stratum, cluster, code }: FramedUnit) => JSON.stringify([stratum, cluster, code])
  return units
    .map((unit) => ({ unit, key: key(unit) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ unit }) => unit)
}

export async function layFrame(db: Db, house: House, survey: SurveyRow, given: NewFrame): Promise<{ id: string; hash: string; units: number } | Refused> {
  if (survey.state !== 'designing') return refused(refuse('survey.drawn-already', { state: survey.state }))
  const built = given.kind === 'list' ? fromList(given) : await fromRound(db, house, given)
  if ('refused' in built) return built
  if (built.units.length < 2) return refused(refuse('survey.frame-empty', { n: built.units.length }))
  const next = await db.one<{ n: number }>(sql`select coalesce(max(number), 0) + 1 as n from displacement.sample_frame where survey = ${survey.id}`)
  const { units, ...about } = built
  const frame = await insertRow(db, SampleFrame, {
    ...{ scope: survey.scope, survey: survey.id, number: next!.n, kind: given.kind, ...about, units, hash: frameHash(units) },
    ...{ unitCount: units.length, households: units.reduce((sum, { size }) => sum + size, 0) },
  })
  await audit(db, 'survey.frame', SampleFrame.name, frame.id, { hash: frame.hash, units: units.length })
  return { id: frame.id, hash: frame.hash, units: units.length }
}

/** The newest frame, or the one of a draw. */
export const frameOf = (db: Db, survey: string, number?: number): Promise<SampleFrameRow | null> =>
  db.one<SampleFrameRow>(sql`
    select id, scope, class, survey, number, kind, source_round, source, strata_by, unit_count, households, without_size, hash, units
    from displacement.sample_frame where survey = ${survey} and (${number ?? null}::int is null or number = ${number ?? 0}) order by number desc limit 1`)

/** Households of the round in each stratum of the frame; null where those of one of its places are not known. */
export async function householdsByStratum(
  db: Db,
  tree: AreaTree,
  round: string,
  { kind, strataBy }: Pick<SampleFrameRow, 'kind' | 'strataBy'>,
): Promise<{ label: string; households: number | null }[]> {
  const sums = new Map<string, number | null>()
  for (const { placeId, households } of await placesOfRound(db, round, kind === 'sites')) {
    const stratum = stratumOf(tree, placeId, strataBy === 'list' ? 'none' : strataBy)
    const before = sums.has(stratum) ? sums.get(stratum)! : 0
    sums.set(stratum, before === null || households === null ? null : before + households)
  }
  return [...sums].map(([label, households]) => ({ label, households }))
}
