/** Writing a project and its results: what was typed is held against the registers it names before anything is kept. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, isRefused, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { readCatalogue } from '../catalogue.ts'
import { Project, ProjectResult, type ProjectResultRow, type ProjectRow } from './project.ts'

export type TypedProject = Omit<ProjectRow, 'id' | 'scope' | 'class' | 'effectiveAt' | 'recordedAt' | 'recordedBy' | 'importId' | 'version' | 'state' | 'open'>
export type TypedResult = Pick<ProjectResultRow, 'kind' | 'name' | 'assumption' | 'indicators'>

/** The currencies that this machine's own list knows (ISO 4217). */
const currencies = new Set(Intl.supportedValuesOf('currency'))

async function faultsOfProject(db: Db, { fromDay, toDay, budget, donor, code }: TypedProject, self: string | null): Promise<Refusal[]> {
  const known = await db.one(sql`select 1 from organisations.organisation where id = ${donor}`)
  const twin = await db.one<{ id: string }>(sql`select id from results.project where code = ${code}`)
  return [
    ...(toDay < fromDay ? [refuse('results.end-before-start', { from: fromDay, to: toDay })] : []),
    ...(currencies.has(budget.currency) ? [] : [refuse('results.no-such-currency', { currency: budget.currency })]),
    ...(known ? [] : [refuse('results.no-such-donor')]),
    ...(twin && twin.id !== self ? [refuse('results.project-twice', { project: code })] : []),
  ]
}

export async function keepProject(house: House, db: Db, typed: TypedProject): Promise<ProjectRow | Refused> {
  const faults = await faultsOfProject(db, typed, null)
  if (faults.length > 0) return { refused: faults }
  const kept = await insertRow(db, Project, { scope: house.pack.country.iso2, ...typed, state: 'pipeline', open: false })
  await audit(db, 'create', Project.name, kept.id, { code: typed.code })
  return kept
}

export async function changeProject(db: Db, id: string, typed: TypedProject, version: number): Promise<ProjectRow | Refused> {
  const before = await openProject(db, id)
  if (isRefused(before)) return before
  if (before.version !== version) return refused(refuse('record.changed-meanwhile', { yours: version, current: before.version }))
  const faults = await faultsOfProject(db, typed, id)
  if (faults.length > 0) return { refused: faults }
  const after = await updateRow(db, Project, id, typed)
  await audit(db, 'update', Project.name, id, { version: after!.version })
  return after!
}

/** A project that still takes changes: what was closed or cancelled stays as it ended. */
export async function openProject(db: Db, id: string): Promise<ProjectRow | Refused> {
  const project = await getRow(db, Project, id)
  if (!project) return refused(refuse('access.not-found'))
  return project.state === 'closed' || project.state === 'cancelled' ? refused(refuse('results.project-ended', { project: project.code })) : project
}

export async function keepResult(house: House, db: Db, id: string, typed: TypedResult): Promise<ProjectResultRow | Refused> {
  const project = await openProject(db, id)
  if (isRefused(project)) return project
  const catalogue = readCatalogue(house.pack.indicators)
  if ('code' in catalogue) return refused(catalogue)
  const unknown = typed.indicators.filter((code) => !catalogue.indicators.some((each) => each.code === code))
  if (unknown.length > 0) return refused(refuse('results.no-such-indicator', { codes: unknown }))
  const kept = await insertRow(db, ProjectResult, { scope: project.scope, project: id, ...typed })
  await audit(db, 'create', ProjectResult.name, kept.id, { project: project.code, kind: typed.kind })
  return kept
}
