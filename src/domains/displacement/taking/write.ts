/**
 * Writes what a person has confirmed: operation, rounds, places of the file's own, the rows as they were sent, the presence cells and the outcome of every
 * place. Rounds land in cleaning, where checks and review begin; a round that is published is never written into.
 */
import { sql } from 'kysely'
import { audit, type Db, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { drawSchematicAreas } from '../../../registry/places/index.ts'
import { checkRound } from '../checks.ts'
import type { Settled } from '../import/interpret.ts'
import type { ProposedRound } from '../import/proposal.ts'
import { type Country, writePlaces } from './writePlaces.ts'
import { writeRows } from './writeRows.ts'

export type Target = {
  operation?: string
  country?: string
  licence?: string
  credit?: string
  cause?: string
  demonstration?: string
  illustrativeBelow?: string
}
export type Writing = { importId: string; target: Target; db: Db; house: House; progress: (done: number, of: number) => void }

const unitOf = (kind: string, level: number | null) =>
  kind === 'site' ? 'site' : kind === 'location' || level === null ? 'locality' : level >= 3 ? 'posto' : 'district'

/** Home of national records: the code of the country in the register, or its ISO code, and the name that the file gives, where the register has none. */
async function countryOf({ db, house }: Writing, iso3: string, places: Settled['places']): Promise<Country> {
  const { country } = house.pack
  if (iso3 === country.iso3) return { pcode: country.pcode, name: country.names.pt }
  const known = await db.one<Country>(sql`select pcode, name from places.place where country = ${iso3} and kind = 'country'`)
  const proposed = places.find((place) => place.country === iso3 && place.level === 0)
  return known ?? { pcode: iso3, name: proposed?.name ?? iso3 }
}

async function operationFor(round: ProposedRound, country: Country, { db, house, target, importId }: Writing): Promise<{ id: string; scope: string }> {
  const name = round.operation ?? target.operation!
  const names = round.country === house.pack.country.iso3 ? house.pack.country.names : { pt: country.name, en: country.name }
  await db.run(sql`
    insert into displacement.operation (scope, import_id, name, country_iso3, country_pcode, country_name, cause, status, sensitivity, licence, credit, demonstration)
    values (${country.pcode}, ${importId}, ${name}, ${round.country}, ${country.pcode}, ${JSON.stringify(names)}::jsonb, ${target.cause ?? 'other'},
      ${round.operationActive === false ? 'Inactive' : 'Active'}, 'districts', ${target.licence ?? null}, ${target.credit ?? null}, ${target.demonstration === 'true'})
    on conflict (country_iso3, name) do nothing`)
  return (await db.one<{ id: string; scope: string }>(
    sql`select id, scope from displacement.operation where country_iso3 = ${round.country} and name = ${name}`,
  ))!
}

export type RoundIds = Map<string, { id: string; number: number }>

async function roundsFor(settled: Settled, countries: ReadonlyMap<string, Country>, writing: Writing): Promise<RoundIds | Refused> {
  const { db, importId, target } = writing
  const ids: RoundIds = new Map()
  const closed: number[] = []
  const placeByKey = new Map(settled.places.map((place) => [place.key, place]))
  for (const round of settled.rounds) {
    const operation = await operationFor(round, countries.get(round.country)!, writing)
    const first = settled.assessments.find(({ roundKey }) => roundKey === round.key)
    const place = first && placeByKey.get(first.placeKey)
    const registered =
      first && !place ? await db.one<{ kind: string; level: number }>(sql`select kind, level from places.place where pcode = ${first.placeKey}`) : null
    const unit = place ? unitOf(place.kind, place.level) : registered ? unitOf(registered.kind, registered.level) : 'locality'
    const number = round.number ?? 0
    const existing = await db.one<{ id: string; state: string }>(sql`
      select id, state from displacement.round where operation = ${operation.id} and assessment_type = ${round.assessmentType} and number = ${number}
      order by edition desc limit 1`)
    if (existing && !['draft', 'planned', 'training', 'collecting', 'cleaning'].includes(existing.state)) closed.push(number)
    const made =
      existing ??
      (await db.one<{ id: string }>(sql`
      insert into displacement.round (scope, import_id, operation, assessment_type, number, edition, unit_level, collected_from, collected_to, reporting_date, state, illustrative_below)
      values (${operation.scope}, ${importId}, ${operation.id}, ${round.assessmentType}, ${number}, 1, ${unit}, ${round.from}, ${round.to}, ${round.reportingDate ?? round.to}, 'cleaning',
        ${target.illustrativeBelow ?? null})
      returning id`))
    // A round that was planned here learns from its figures when they were collected, unless a person has said so already.
    if (existing)
      await db.run(sql`
        update displacement.round set version = version + 1, collected_from = coalesce(collected_from, ${round.from}), collected_to = coalesce(collected_to, ${round.to}),
          reporting_date = coalesce(reporting_date, ${round.reportingDate ?? round.to})
        where id = ${existing.id} and (collected_from is null or collected_to is null or reporting_date is null)
          and state in ('draft', 'planned', 'training', 'collecting', 'cleaning')`)
    ids.set(round.key, { id: made!.id, number })
  }
  return closed.length > 0 ? refused(refuse('import.round-closed', { rounds: closed })) : ids
}

export async function writeProposal(settled: Settled, writing: Writing): Promise<{ imported: number; newPlaces: number } | Refused> {
  const { db, importId, house } = writing
  const countries = new Map<string, Country>()
  for (const iso3 of new Set(settled.rounds.map(({ country }) => country))) countries.set(iso3, await countryOf(writing, iso3, settled.places))
  const rounds = await roundsFor(settled, countries, writing)
  if ('refused' in rounds) return rounds
  const places = await writePlaces(db, importId, settled.places, countries)
  if (places > 0) for (const country of countries.keys()) await drawSchematicAreas(db, house, country)
  const unplaced = await writeRows(settled, rounds, writing)
  if (unplaced) return unplaced
  for (const { id } of rounds.values()) {
    await checkRound(db, id)
    await audit(db, 'round.import', 'displacement.round', id, { import: importId })
  }
  return { imported: settled.assessments.length, newPlaces: places }
}
