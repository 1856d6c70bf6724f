/**
 * The demonstration mission, brought in the way a mission would: its files through the import, its rounds through review, endorsement and publication by its
 * invented people, each with the role the step needs. One step removes every trace. Strategy: focus area 15; experience of the first start.
 */
import { sql } from 'kysely'
import {
  type Actor,
  act,
  addPerson,
  allPeople,
  asOwner,
  carryOut,
  type House,
  isRefused,
  type Person,
  type Refused,
  refuse,
  refused,
  takeFile,
  takeStep,
} from '../../../kernel/index.ts'
import { lifeOfRound } from '../lifeOfRound.ts'
import { basisInPack } from './basis.ts'
import { northernRounds } from './northernRounds.ts'
import { demonstrationPeople } from './people.ts'
import { csvOf } from './template.ts'

const operationName = 'Cabo Delgado Conflict'
const seed = 2021

/** Its rows are localities inside posts that the register knows: what a data officer would say in the mapping step. */
const columns = { siteCode: 'place_code', siteName: 'place_name', adm3Code: 'posto_code', statusReason: 'reason_not_assessed', originCode: 'origin_code' }

const actorOf = (person: Person): Actor => ({ userId: person.id, name: person.name, roles: person.roles, areas: person.areas, credential: 'session' })

export const hasDemonstration = async (house: House): Promise<boolean> =>
  (await asOwner(house.doors).one(sql`select 1 from displacement.operation limit 1`)) !== null ||
  (await asOwner(house.doors).one(sql`select 1 from kernel.import limit 1`)) !== null

type Cast = { cleaner: Actor; checker: Actor; government: Actor; reporter: Actor }

async function castOf(house: House): Promise<Cast | Refused> {
  const known = new Map((await allPeople(house.doors)).map((person) => [person.email, person]))
  const people: Person[] = []
  for (const invented of demonstrationPeople) {
    const person = known.get(invented.email) ?? (await addPerson(house.doors, invented))
    if (isRefused(person)) return person
    people.push(person)
  }
  const holding = (role: Person['roles'][number]) => people.filter(({ roles }) => roles.includes(role)).map(actorOf)
  const [cleaner, checker] = holding('dataOfficer')
  return { cleaner: cleaner!, checker: checker!, government: holding('governmentReviewer')[0]!, reporter: holding('reportOfficer')[0]! }
}

/** Each step by the person whose step it is; a guard that refuses stops the demonstration as it would stop a mission. */
async function publish(house: House, round: string, cast: Cast, decidedOn: string): Promise<Refused | null> {
  const steps: [Actor, string, Record<string, unknown>][] = [
    [cast.cleaner, 'submit', {}],
    [cast.checker, 'forward', {}],
    [cast.government, 'endorse', { office: `${house.pack.country.reviewOffice.short} (demonstração)`, decision: 'endorsed', decidedOn }],
    [cast.reporter, 'publish', {}],
  ]
  for (const [actor, step, input] of steps) {
    const taken = await act(house.doors, actor, async (db) => {
      if (step === 'submit')
        await db.run(sql`
          update displacement.finding set disposition = 'confirmed_by_call', note = 'Demonstração: confirmado por telefone com o informante.' where round = ${round} and severity = 'warning' and disposition is null`)
      return takeStep(lifeOfRound, round, step, { db, input, house })
    })
    if (isRefused(taken)) return taken
  }
  return null
}

export async function loadDemonstration(house: House, say: (line: string) => void): Promise<{ rounds: number[] } | Refused> {
  if (await hasDemonstration(house)) return refused(refuse('demonstration.mission-not-empty'))
  const basis = await basisInPack(house.pack.folder)
  if (!basis) return refused(refuse('demonstration.none-in-pack'))
  if ('code' in basis) return refused(basis)
  const rounds = northernRounds(basis, house.pack.places, seed)
  if ('code' in rounds) return refused(rounds)
  const cast = await castOf(house)
  if (isRefused(cast)) return cast
  for (const { published, rows } of rounds) {
    const file = { name: `demonstracao-ronda-${published.number}.csv`, bytes: Buffer.from(csvOf(rows), 'utf8') }
    const target = {
      operation: operationName,
      round: String(published.number),
      from: published.collectedFrom,
      to: published.collectedTo,
      assessmentType: 'BA',
      cause: 'conflict',
      demonstration: 'true',
      illustrativeBelow: 'district',
      licence: 'Demonstração; números publicados pela OIM DTM em 2021',
      credit: 'OIM DTM Moçambique 2021 (totais publicados); Capulana (ilustração)',
    }
    const taken = await takeFile(house, cast.cleaner, 'displacement', file, { target, columns })
    if (isRefused(taken)) return taken
    const imported = await carryOut(house, cast.cleaner, taken.import.id)
    if (isRefused(imported)) return imported
    const [{ id }] = imported.summary.rounds as { id: string }[]
    const stopped = await publish(house, id, cast, published.reportingDate)
    if (stopped) return stopped
    say(`Demonstração: ronda ${published.number} publicada · round ${published.number} published`)
  }
  return { rounds: rounds.map(({ published }) => published.number) }
}

/** Operations marked as demonstration with all that hangs on them, their products and their people. The audit keeps its lines. */
export async function removeDemonstration(house: House): Promise<{ rounds: number; people: number } | Refused> {
  return house.doors.owner.transaction().execute(async (transaction) => {
    const rounds = sql`select r.id from displacement.round r join displacement.operation o on o.id = r.operation where o.demonstration`
    const gone = await sql`select r.id from displacement.round r join displacement.operation o on o.id = r.operation where o.demonstration`.execute(transaction)
    for (const statement of [
      ...house.domains.flatMap(({ demonstrationGone = [] }) => demonstrationGone),
      sql`delete from displacement.correction where round in (${rounds})`,
      sql`delete from displacement.finding where round in (${rounds})`,
      sql`delete from displacement.endorsement where round in (${rounds})`,
      sql`delete from displacement.presence_cell where round in (${rounds})`,
      sql`delete from displacement.age_count where round in (${rounds})`,
      sql`delete from displacement.assessment where round in (${rounds})`,
      sql`delete from displacement.master_list_line where round in (${rounds})`,
      sql`update displacement.round set supersedes = null, compared_with = null where id in (${rounds})`,
      sql`delete from displacement.round where id in (${rounds})`,
      sql`delete from displacement.operation where demonstration`,
      sql`delete from kernel.product where demonstration`,
      sql`delete from places.alias where import_id in (select id from kernel.import where choices -> 'target' ->> 'demonstration' = 'true')`,
      sql`delete from places.boundary where place in (select id from places.place where import_id in (select id from kernel.import where choices -> 'target' ->> 'demonstration' = 'true'))`,
      sql`delete from places.place where import_id in (select id from kernel.import where choices -> 'target' ->> 'demonstration' = 'true')`,
      sql`delete from kernel.import where choices -> 'target' ->> 'demonstration' = 'true'`,
    ])
      await statement.execute(transaction)
    // Whoever still stands in a record stays, closed, so that the record keeps its author.
    const closed = await sql`update kernel.person set disabled_at = now() where demonstration and disabled_at is null`.execute(transaction)
    return { rounds: gone.rows.length, people: Number(closed.numAffectedRows ?? 0) }
  })
}
