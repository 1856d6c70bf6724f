/**
 * Who was registered on this phone and is not on the office's list yet, because nobody has approved it: kept locked beside the lists, not in the outbox, for a
 * fortnight at most. It goes with the lists: when the office takes them back, after ten wrong PINs, or when a person is to be forgotten.
 */
import type { ListedPerson } from '../../../engines/registered/index.ts'
import type { LockedStore } from '../store/locked.ts'
import type { FieldList } from '../sync/lists.ts'

export type RegisteredHere = { at: string; people: ListedPerson[] }

export const registeredHereAt = 'registered-here:'
const keptDays = 14

export async function keepRegistered(cache: LockedStore, instanceId: string, people: ListedPerson[], at: string): Promise<void> {
  if (people.length > 0) await cache.write({ key: registeredHereAt + instanceId, value: { at, people } satisfies RegisteredHere })
}

export async function registeredHere(cache: LockedStore, now: number): Promise<RegisteredHere[]> {
  const kept: RegisteredHere[] = []
  for (const name of await cache.names(registeredHereAt)) {
    const one = await cache.value<RegisteredHere>(name)
    const age = now - Date.parse(one?.at ?? '')
    if (one && age < keptDays * 86_400_000) kept.push(one)
    else await cache.write({ key: name, remove: 'value' })
  }
  return kept
}

export const personOnList = ({ properties }: FieldList['items'][number]): ListedPerson => ({
  given: properties.given || null,
  surname: properties.surname || null,
  sex: properties.sex || null,
  birth: properties.birth_year || null,
})

const sameText = (person: ListedPerson) => JSON.stringify([person.given, person.surname, person.sex, person.birth?.slice(0, 4) ?? null])

/** A person who is to be forgotten is forgotten here too; `gone` null: all of them. */
export async function forgetRegistered(cache: LockedStore, gone: readonly ListedPerson[] | null): Promise<void> {
  const lost = gone && new Set(gone.map(sameText))
  for (const name of await cache.names(registeredHereAt)) {
    const one = lost && (await cache.value<RegisteredHere>(name))
    const people = one ? one.people.filter((person) => !lost.has(sameText(person))) : []
    if (one && people.length === one.people.length) continue
    await cache.write(people.length > 0 ? { key: name, value: { ...one, people } } : { key: name, remove: 'value' })
  }
}

/** Those of this phone who are on the list by now stand there. */
export function notOnList(here: readonly RegisteredHere[], listed: readonly ListedPerson[]): { at: string; person: ListedPerson }[] {
  const known = new Set(listed.map(sameText))
  return here.flatMap(({ at, people }) => people.map((person) => ({ at, person }))).filter(({ person }) => !known.has(sameText(person)))
}
