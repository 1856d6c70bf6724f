/** Writes what was confirmed: organisations and their spellings, the codes that a person settled, new activities with their reach, and changes with what stood before. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, House } from '../../../../kernel/index.ts'
import { knownOrganisations, organisationKey } from '../../../../registry/organisations/index.ts'
import { type Change, keepBefore } from '../keepBefore.ts'
import type { FourWProposal, ProposedActivity } from './shapes.ts'

const portion = 2000

/** `as` says what a change is kept as; `confirmedOn` is the day on which the organisation itself vouches for its rows. */
export type Writing = { importId: string; db: Db; home: string; as: Change; confirmedOn: string | null }

async function writeOrganisations({ organisations }: FourWProposal, { importId, db, home }: Writing): Promise<Map<string, string>> {
  const fresh = organisations.filter(({ known }) => known === null).map(({ name, kind }) => ({ name, kind }))
  await db.run(sql`
    insert into organisations.organisation (scope, import_id, name, kind)
    select ${home}, ${importId}, r.name, r.kind from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as r(name text, kind text) on conflict do nothing`)
  const known = await knownOrganisations(db)
  // A row stands under the register's own name, whichever spelling its file wrote.
  const ids = new Map(
    organisations.flatMap(({ key }) => {
      const { id, name } = known.get(key)!
      return [key, organisationKey(name)].map((one): [string, string] => [one, id])
    }),
  )
  const spellings = organisations.flatMap(({ key, spellings: all }) => all.map((name) => ({ organisation: ids.get(key)!, name })))
  await db.run(sql`
    insert into organisations.alias (scope, import_id, organisation, name)
    select ${home}, ${importId}, r.organisation, r.name from jsonb_to_recordset(${JSON.stringify(spellings)}::jsonb) as r(organisation uuid, name text)
    on conflict do nothing`)
  return ids
}

/** An answer given for this file holds for every later one: the register keeps it as another code of the place. */
async function writeCodes({ answered }: FourWProposal, { importId, db }: Writing): Promise<void> {
  const codes = [...answered].map(([code, pcode]) => ({ code, pcode }))
  await db.run(sql`
    insert into places.alias (scope, import_id, place, name, kind, source)
    select p.scope, ${importId}, p.id, r.code, 'code', '4W' from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as r(code text, pcode text)
    join places.place p on p.pcode = r.pcode on conflict do nothing`)
}

type Placed = ProposedActivity & { id: string; organisationId: string; implementerId: string | null; funderId: string | null; placeId: string | null }

/** Each figure that a row can bring, as a column of its own: the text that travels to the database is shorter, and is read there once. */
const figures = [
  ['reached', 'person', 'rp'],
  ['reached', 'household', 'rh'],
  ['targeted', 'person', 'tp'],
  ['targeted', 'household', 'th'],
] as const

/** What stands for the first time: activities, their figures and their comments in one statement. */
async function writeNew(rows: readonly Placed[], source: string, { importId, db, home, confirmedOn }: Writing): Promise<void> {
  const flat = rows.map(({ reach, organisation: _, implementer: __, funder: ___, line: ____, ...row }) => {
    const numbers = figures.map(([measure, unit, column]) => [column, reach.find((one) => one.measure === measure && one.unit === unit)?.number ?? null])
    return { ...row, ...Object.fromEntries(numbers), derived: reach.some(({ evidence }) => evidence === 'derived') }
  })
  const figuresOfRow = figures.map(([measure, unit, column]) => sql`(${sql.lit(measure)}, ${sql.lit(unit)}, r.${sql.raw(column)})`)
  await db.run(sql`
    with r as materialized (
      select r.*, coalesce(r.pcode, ${home}) as scope from json_to_recordset(${JSON.stringify(flat)}::json) as r(id uuid, pcode text, "organisationId" uuid, "implementerId" uuid,
        "funderId" uuid, "externalId" text, sector text, "activityType" text, description text, modality text, event text, "projectCode" text, "placeId" uuid,
        "placeUnsure" boolean, location text, "fromDay" date, "toDay" date, status text, content text, comment text, rp int, rh int, tp int, th int, derived boolean)),
    activities as (
      insert into coordination.activity (id, scope, import_id, organisation, implementer, funder, external_id, source, sector, activity_type, description, modality, event,
        project_code, place, place_unsure, location, from_day, to_day, status, content, last_confirmed)
      select id, scope, ${importId}::uuid, "organisationId", "implementerId", "funderId", "externalId", ${source}, sector, "activityType", description, modality, event,
        "projectCode", "placeId", "placeUnsure", location, "fromDay", "toDay", status, content, ${confirmedOn}::date from r),
    comments as (
      insert into coordination.activity_comment (scope, import_id, activity, organisation, words)
      select scope, ${importId}::uuid, id, "organisationId", left(comment, 4000) from r where comment is not null)
    insert into coordination.reach_figure (scope, import_id, activity, organisation, measure, unit, number, evidence)
    select r.scope, ${importId}::uuid, r.id, r."organisationId", f.measure, f.unit, f.number,
      case when r.derived and f.measure = 'reached' and f.unit = 'person' then 'derived' else 'not_stated' end
    from r cross join lateral (values ${sql.join(figuresOfRow)}) f(measure, unit, number)
    where f.number is not null or (f.measure = 'reached' and f.unit = 'person')`)
}

/** Figures and comments of activities that stood before. */
async function writeParts(rows: readonly Placed[], { importId, db, home }: Writing): Promise<void> {
  const reach = rows.flatMap(({ id, organisationId, pcode, reach: parts }) =>
    parts.map((part) => ({ activity: id, organisation: organisationId, scope: pcode ?? home, ...part })),
  )
  await db.run(sql`
    insert into coordination.reach_figure as was (scope, import_id, activity, organisation, measure, unit, number, evidence)
    select r.scope, ${importId}, r.activity, r.organisation, r.measure, r.unit, r.number, r.evidence
    from json_to_recordset(${JSON.stringify(reach)}::json) as r(scope text, activity uuid, organisation uuid, measure text, unit text, number int, evidence text)
    on conflict (activity, measure, unit) do update set number = excluded.number, evidence = excluded.evidence, version = was.version + 1`)
  const comments = rows.flatMap(({ id, organisationId, pcode, comment }) =>
    comment ? [{ activity: id, organisation: organisationId, scope: pcode ?? home, words: comment }] : [],
  )
  await db.run(sql`
    insert into coordination.activity_comment as was (scope, import_id, activity, organisation, words)
    select r.scope, ${importId}, r.activity, r.organisation, left(r.words, 4000)
    from json_to_recordset(${JSON.stringify(comments)}::json) as r(scope text, activity uuid, organisation uuid, words text)
    on conflict (activity) do update set words = excluded.words, version = was.version + 1`)
}

async function writeChanged(rows: readonly Placed[], { importId, db, home, as, confirmedOn }: Writing): Promise<void> {
  await keepBefore(
    db,
    rows.map(({ id }) => id),
    { ...as, importId },
  )
  const flat = rows.map(({ reach: _, comment: __, organisation: ___, implementer: ____, funder: _____, ...row }) => row)
  await db.run(sql`
    update coordination.activity a set version = a.version + 1, scope = coalesce(r.pcode, ${home}), implementer = r."implementerId", funder = r."funderId", sector = r.sector,
      activity_type = r."activityType", description = r.description, modality = r.modality, event = r.event, project_code = r."projectCode", place = r."placeId",
      place_unsure = r."placeUnsure", location = r.location, from_day = r."fromDay", to_day = r."toDay", status = r.status, content = r.content,
      last_confirmed = coalesce(${confirmedOn}::date, a.last_confirmed)
    from json_to_recordset(${JSON.stringify(flat)}::json) as r(id uuid, pcode text, "implementerId" uuid, "funderId" uuid, sector text, "activityType" text, description text, modality text,
      event text, "projectCode" text, "placeId" uuid, "placeUnsure" boolean, location text, "fromDay" date, "toDay" date, status text, content text) where a.id = r.id`)
}

export const summaryOf = (proposal: FourWProposal) => ({
  ...{ imported: proposal.new.length, changed: proposal.changed.length, known: proposal.same.length, gone: proposal.gone, newPlaces: 0, rounds: [] },
})

/** Returns the activities that are new. */
export async function writeRows(proposal: FourWProposal, writing: Writing, house: House, progress: (done: number, of: number) => void): Promise<string[]> {
  const { db } = writing
  const organisations = await writeOrganisations(proposal, writing)
  const told = [...proposal.new, ...proposal.changed]
  const pcodes = [...new Set(told.flatMap(({ pcode }) => pcode ?? []))]
  const places = await db.rows<{ id: string; pcode: string }>(sql`
    select id, pcode from places.place where country = ${house.pack.country.iso3} and pcode = any (${pcodes}::text[])`)
  const placeIds = new Map(places.map(({ id, pcode }) => [pcode, id]))
  const known = await db.rows<{ id: string; organisation: string; externalId: string }>(sql`select id, organisation, external_id from coordination.activity`)
  const knownIds = new Map(known.map(({ id, organisation, externalId }) => [`${organisation} ${externalId}`, id]))
  const placed = (one: ProposedActivity): Placed => {
    const organisationId = organisations.get(one.organisation)!
    const id = knownIds.get(`${organisationId} ${one.externalId}`) ?? randomUUID()
    const idOf = (key: string | null) => (key === null ? null : organisations.get(key)!)
    return {
      ...one,
      id,
      organisationId,
      implementerId: idOf(one.implementer),
      funderId: idOf(one.funder),
      placeId: one.pcode === null ? null : placeIds.get(one.pcode)!,
    }
  }
  const [fresh, changed] = [proposal.new.map(placed), proposal.changed.map(placed)]
  await writeChanged(changed, writing)
  await writeParts(changed, writing)
  for (let at = 0; at < fresh.length; at += portion) {
    const rows = fresh.slice(at, at + portion)
    await writeNew(rows, proposal.source, writing)
    progress(Math.min(at + portion, fresh.length), fresh.length)
  }
  return fresh.map(({ id }) => id)
}

export async function writeFourW(
  proposal: FourWProposal,
  importId: string,
  db: Db,
  house: House,
  progress: (done: number, of: number) => void,
): Promise<Record<string, unknown>> {
  if (proposal.new.length + proposal.changed.length === 0) return summaryOf(proposal)
  const writing: Writing = { importId, db, home: house.pack.country.pcode, as: { kind: 'changed' }, confirmedOn: null }
  await writeCodes(proposal, writing)
  await writeRows(proposal, writing, house, progress)
  return summaryOf(proposal)
}
