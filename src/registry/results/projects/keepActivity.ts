/** Writing what a project plans: the letter, places, partners and dates must exist, and each theme or approach says how it is lived up to. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, isRefused, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { readStrategy, type Strategy } from '../strategy.ts'
import { openProject } from './keepProject.ts'
import { PlannedActivity, type PlannedActivityRow, ProgressNote, type ProgressNoteRow } from './plannedActivity.ts'
import type { ProjectRow } from './project.ts'

export type TypedActivity = Pick<
  PlannedActivityRow,
  'result' | 'activity' | 'name' | 'places' | 'partners' | 'fromDay' | 'toDay' | 'budgetLine' | 'markers' | 'nexusPart' | 'hazard' | 'modality'
>

const hasLetter = ({ areas }: Strategy, activity: string) =>
  areas.some(({ number, activities }) => activities.some(({ letter }) => `FA${number}.${letter}` === activity))

function faultsOfMarkers({ crosscuttingThemes, approaches }: Strategy, { markers, nexusPart }: TypedActivity): Refusal[] {
  const known = [...crosscuttingThemes, ...approaches].map(({ code }) => code)
  const codes = markers.map(({ code }) => code)
  const strange = codes.filter((code, at) => !known.includes(code) || codes.indexOf(code) !== at)
  const silent = markers.filter(({ how }) => how.trim() === '').map(({ code }) => code)
  return [
    ...(strange.length > 0 ? [refuse('results.no-such-marker', { markers: strange })] : []),
    ...(silent.length > 0 ? [refuse('results.marker-without-how', { markers: silent })] : []),
    ...(codes.includes('nexus') && nexusPart === null ? [refuse('results.nexus-without-part')] : []),
  ]
}

async function faultsOfActivity(house: House, db: Db, project: ProjectRow, typed: TypedActivity): Promise<Refusal[]> {
  const { activity, fromDay, toDay, places, partners, result } = typed
  const strategy = readStrategy(house.pack.strategy)
  if ('code' in strategy) return [strategy]
  const found = await db.one<{ places: string[]; partners: string[]; result: boolean }>(sql`
    select (select coalesce(array_agg(distinct pcode), '{}') from places.place where pcode = any(${places}::text[])) as places,
      (select coalesce(array_agg(id::text), '{}') from organisations.organisation where id = any(${partners}::uuid[])) as partners,
      exists (select 1 from results.project_result where id = ${result} and project = ${project.id}) as result`)
  const lost = places.filter((place) => place !== house.pack.country.pcode && !found!.places.includes(place))
  return [
    ...(hasLetter(strategy, activity) ? [] : [refuse('results.no-such-activity', { activity })]),
    ...(toDay < fromDay ? [refuse('results.end-before-start', { from: fromDay, to: toDay })] : []),
    ...(fromDay < project.fromDay || toDay > project.toDay ? [refuse('results.outside-project', { from: project.fromDay, to: project.toDay })] : []),
    ...(places.length === 0 ? [refuse('results.no-place')] : []),
    ...(lost.length > 0 ? [refuse('results.no-such-place', { places: lost })] : []),
    ...(partners.every((partner) => found!.partners.includes(partner)) ? [] : [refuse('results.no-such-partner')]),
    ...(result === null || found!.result ? [] : [refuse('results.result-of-another')]),
    ...faultsOfMarkers(strategy, typed),
  ]
}

/** One place is where its row belongs; several belong to the country. */
const scopeOf = (house: House, { places }: TypedActivity) => (places.length === 1 ? places[0]! : house.pack.country.iso2)

export async function keepActivity(house: House, db: Db, projectId: string, typed: TypedActivity): Promise<PlannedActivityRow | Refused> {
  const project = await openProject(db, projectId)
  if (isRefused(project)) return project
  const faults = await faultsOfActivity(house, db, project, typed)
  if (faults.length > 0) return { refused: faults }
  const kept = await insertRow(db, PlannedActivity, { scope: scopeOf(house, typed), project: projectId, ...typed, state: 'planned' })
  await audit(db, 'create', PlannedActivity.name, kept.id, { project: project.code, activity: typed.activity })
  return kept
}

export async function changeActivity(house: House, db: Db, id: string, typed: TypedActivity, version: number): Promise<PlannedActivityRow | Refused> {
  const before = await getRow(db, PlannedActivity, id)
  if (!before) return refused(refuse('access.not-found'))
  if (before.version !== version) return refused(refuse('record.changed-meanwhile', { yours: version, current: before.version }))
  if (before.state === 'done' || before.state === 'cancelled') return refused(refuse('results.activity-ended'))
  const project = await openProject(db, before.project)
  if (isRefused(project)) return project
  const faults = await faultsOfActivity(house, db, project, typed)
  if (faults.length > 0) return { refused: faults }
  const after = await updateRow(db, PlannedActivity, id, typed)
  await audit(db, 'update', PlannedActivity.name, id, { version: after!.version })
  return after!
}

export async function noteProgress(db: Db, id: string, { day, words }: { day: string; words: string }): Promise<ProgressNoteRow | Refused> {
  const activity = await getRow(db, PlannedActivity, id)
  if (!activity) return refused(refuse('access.not-found'))
  if (words.trim() === '') return refused(refuse('results.note-empty'))
  const kept = await insertRow(db, ProgressNote, { scope: activity.scope, activity: id, day, words: words.trim() })
  await audit(db, 'results.progress', ProgressNote.name, kept.id, {})
  return kept
}
