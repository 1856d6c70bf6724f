/**
 * Finding a registered person by what is known of him. The names lie sealed, so the search runs in memory over what the reader may see, with the spelling tolerance of
 * the linkage engine. Each search leaves a line: who, for what, how many were found; never the words.
 */
import { sql } from 'kysely'
import { candidates, type Evidence, explain, type Index, index, prepare, type Row } from '../../engines/linkage/index.ts'
import { audit, type Db, type House } from '../../kernel/index.ts'
import { type ListedPerson, listedPeople, tableOf } from './peopleTable.ts'
import { Person } from './person.ts'
import { searchPlan } from './personPlan.ts'
import { modelFor, type Weights } from './weights.ts'

/** `evidence` adds up to the weight: both come from the same model, whatever the list's size. */
export type Likely = { person: ListedPerson; weightBits: number; evidence(): Evidence[] }
type Held = { stamp: string; people: ListedPerson[]; index: Index }

/** Opened names are held for the readers of a few areas at most, and only while nothing has changed. */
const mostHeld = 4
const held = new WeakMap<object, Map<string, Held>>()

async function indexFor(db: Db, house: House, weights: Weights): Promise<Held> {
  const mine = held.get(house.vault) ?? new Map<string, Held>()
  held.set(house.vault, mine)
  const key = JSON.stringify([db.actor.roles.includes('system') ? '*' : [...db.actor.areas].sort(), weights.version])
  const { stamp } = (await db.one<{ stamp: string }>(sql`
    select concat_ws(' ', count(*), max(p.recorded_at), sum(p.version), sum(h.version), count(distinct h.id)) as stamp
    from people.person p join people.household h on h.id = p.household`))!
  const known = mine.get(key)
  if (known?.stamp === stamp) return known
  const people = await listedPeople(db, house)
  const prepared = prepare(searchPlan, tableOf(people.map(({ row }) => row)))
  const made = { stamp, people, index: index(modelFor(weights, prepared), prepared) }
  mine.delete(key)
  if (mine.size >= mostHeld) mine.delete(mine.keys().next().value!)
  mine.set(key, made)
  return made
}

/** Best first; as the actor of `db` may see them. */
export async function likelyPeople(db: Db, house: House, weights: Weights, asked: Row, atMost: number): Promise<Likely[]> {
  const { people, index: over } = await indexFor(db, house, weights)
  return candidates(over, asked, atMost).map(({ row, weightBits }) => {
    const person = people[row]!
    return { person, weightBits, evidence: () => explain(over.model, prepare(over.model.plan, tableOf([asked, person.row])), 0, 1) }
  })
}

export async function searchPeople(db: Db, house: House, weights: Weights, asked: Row, purpose: string): Promise<Likely[]> {
  // A name alone weighs less than a whole registration: what is shown is what is likeliest, and the reader judges.
  const found = (await likelyPeople(db, house, weights, asked, 20)).filter(({ weightBits }) => weightBits > -12)
  await audit(db, 'person.search', Person.name, null, { purpose, found: found.length })
  return found
}
