/** Writes what was confirmed: organisations and their spellings, the codes that a person settled, new activities with their reach, and changes with what stood before. */
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Db, type House, layOut } from '../../../../kernel/index.ts'
import { knownOrganisations, organisationKey } from '../../../../registry/organisations/index.ts'
import { type Change, keepBefore } from '../keepBefore.ts'
import { type Line, lineColumns, lineOf } from './lines.ts'
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

type Progress = (done: number, of: number) => void

const commentsOf = (rows: 'new_rows' | 'changed_rows', { importId, home }: Writing) => sql`
  insert into coordination.activity_comment as was (scope, import_id, activity, organisation, words)
  select coalesce(r.pcode, ${home}), ${importId}, r.id, r.organisation, left(r.comment, 4000) from ${sql.raw(rows)} r where r.comment is not null`

const keyOf = (organisation: string, externalId: string) => `${organisation} ${externalId}`

async function idsOf(rows: readonly ProposedActivity[], db: Db): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const codes = rows.map(({ externalId }) => externalId)
  const found = await db.rows<{ id: string; organisation: string; externalId: string }>(sql`
    select id, organisation, external_id from coordination.activity where external_id = any (${codes}::text[])`)
  return new Map(found.map(({ id, organisation, externalId }) => [keyOf(organisation, externalId), id]))
}

/** A figure that the file does not bring stays, as do those that only the portal knows. */
async function writeChanged(lines: readonly Line[], writing: Writing): Promise<void> {
  const { importId, db, home, as, confirmedOn } = writing
  if (lines.length === 0) return
  const table = await layOut(db, 'changed_rows', lineColumns)
  await table.fill(table.written(lines))
  await keepBefore(
    db,
    lines.map(({ id }) => id),
    { ...as, importId },
  )
  await db.run(sql`
    update coordination.activity a set version = a.version + 1, scope = coalesce(r.pcode, ${home}), implementer = r.implementer, funder = r.funder, sector = r.sector,
      activity_type = r.activity_type, description = r.description, modality = r.modality, event = r.event, project_code = r.project_code, place = r.place,
      place_unsure = r.place_unsure, location = r.location, from_day = r.from_day, to_day = r.to_day, status = r.status, content = r.content,
      reached_people = r.reached_people, reached_women = r.women, reached_men = r.men, reached_girls = r.girls, reached_boys = r.boys,
      reach_known_by = r.reach_known_by, reached_households = coalesce(r.reached_households, a.reached_households),
      targeted_people = coalesce(r.targeted_people, a.targeted_people), targeted_households = coalesce(r.targeted_households, a.targeted_households),
      last_confirmed = coalesce(${confirmedOn}::date, a.last_confirmed)
    from changed_rows r where a.id = r.id`)
  await db.run(sql`${commentsOf('changed_rows', writing)} on conflict (activity) do update set words = excluded.words, version = was.version + 1`)
}

const activitiesOf = (source: string, { importId, home, confirmedOn }: Writing) => sql`
  insert into coordination.activity (id, scope, import_id, organisation, implementer, funder, external_id, source, sector, activity_type, description, modality, event,
    project_code, place, place_unsure, location, from_day, to_day, status, content, reached_people, reached_women, reached_men, reached_girls, reached_boys,
    reached_households, targeted_people, targeted_households, reach_known_by, last_confirmed)
  select id, coalesce(pcode, ${home}), ${importId}::uuid, organisation, implementer, funder, external_id, ${source}, sector, activity_type, description, modality, event,
    project_code, place, place_unsure, location, from_day, to_day, status, content, reached_people, women, men, girls, boys,
    reached_households, targeted_people, targeted_households, reach_known_by, ${confirmedOn}::date from new_rows`

/** What stands for the first time. While the database writes one portion, the next is made ready. */
async function writeNew(
  rows: readonly ProposedActivity[],
  asLine: (one: ProposedActivity) => Line,
  source: string,
  writing: Writing,
  progress: Progress,
): Promise<string[]> {
  const { db } = writing
  const ids: string[] = []
  const table = await layOut(db, 'new_rows', lineColumns)
  let underWay: Promise<unknown> = Promise.resolve()
  let at = 0
  while (at < rows.length) {
    // A short one first, so that the database begins at once.
    const lines = rows.slice(at, at + (at === 0 ? portion / 4 : portion)).map(asLine)
    const written = table.written(lines)
    await underWay
    progress(at, rows.length)
    await table.fill(written)
    underWay = db.run(activitiesOf(source, writing)).then(() => db.run(commentsOf('new_rows', writing)))
    for (const { id } of lines) ids.push(id)
    at += lines.length
    // The statement must have left before this thread is busy again.
    await setImmediate()
  }
  await underWay
  progress(rows.length, rows.length)
  return ids
}

export const summaryOf = (proposal: FourWProposal) => ({
  ...{ imported: proposal.new.length, changed: proposal.changed.length, known: proposal.same.length, gone: proposal.gone, newPlaces: 0, rounds: [] },
})

/** Returns the activities that are new. */
export async function writeRows(proposal: FourWProposal, writing: Writing, house: House, progress: Progress): Promise<string[]> {
  const { db } = writing
  const organisations = await writeOrganisations(proposal, writing)
  const told = [...proposal.new, ...proposal.changed]
  const pcodes = [...new Set(told.flatMap(({ pcode }) => pcode ?? []))]
  const places = await db.rows<{ id: string; pcode: string }>(sql`
    select id, pcode from places.place where country = ${house.pack.country.iso3} and pcode = any (${pcodes}::text[])`)
  const ids = { organisations, places: new Map(places.map(({ id, pcode }) => [pcode, id])) }
  const known = await idsOf(proposal.changed, db)
  await writeChanged(
    proposal.changed.map((one) => lineOf(one, known.get(keyOf(organisations.get(one.organisation)!, one.externalId))!, ids)),
    writing,
  )
  return writeNew(proposal.new, (one) => lineOf(one, randomUUID(), ids), proposal.source, writing, progress)
}

export async function writeFourW(proposal: FourWProposal, importId: string, db: Db, house: House, progress: Progress): Promise<Record<string, unknown>> {
  if (proposal.new.length + proposal.changed.length === 0) return summaryOf(proposal)
  const writing: Writing = { importId, db, home: house.pack.country.pcode, as: { kind: 'changed' }, confirmedOn: null }
  await writeCodes(proposal, writing)
  await writeRows(proposal, writing, house, progress)
  return summaryOf(proposal)
}
