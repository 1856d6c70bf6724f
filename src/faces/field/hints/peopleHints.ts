/** While a person is being registered: who is already on this phone's list, or was registered on this phone, and looks like the same. Read once for a form. */
import type { LikePerson, ListedPerson } from '../../../engines/registered/index.ts'
import type { Phone } from '../phone.ts'
import { readList } from '../sync/lists.ts'
import { peopleList } from '../sync/peopleLists.ts'
import { type PersonBinding, personBindingIn } from './binding.ts'
import { notOnList, personOnList, registeredHere } from './registeredHere.ts'

/** `household` of the list; `at` for somebody of this phone, whose household has no number yet. */
export type PersonHint = Pick<LikePerson, 'why'> & { label: string; household: string | null; at: string | null }
export type PeopleHints = { binding: PersonBinding; like: (person: ListedPerson) => PersonHint[] }

const nameOf = ({ given, surname }: ListedPerson) => [given, surname].filter(Boolean).join(' ')

/** Null where the form does not say which questions tell who a person is. */
export async function peopleHints({ cache }: Pick<Phone, 'cache'>, xform: string): Promise<PeopleHints | null> {
  const binding = personBindingIn(xform)
  if (binding.size === 0) return null
  const [{ likePeople, listOfPeople }, list, here] = await Promise.all([
    import('../../../engines/registered/index.ts'),
    readList(cache, peopleList),
    registeredHere(cache, Date.now()),
  ])
  const listed = (list?.items ?? []).map((item) => ({ person: personOnList(item), household: item.properties.household_number || null, at: null }))
  const fresh = notOnList(
    here,
    listed.map(({ person }) => person),
  ).map((one) => ({ ...one, household: null }))
  const all = [...listed, ...fresh]
  const ready = listOfPeople(all.map(({ person }) => person))
  return {
    binding,
    like: (person) =>
      likePeople(ready, person).map(({ row, why }) => {
        const { household, at, person: found } = all[row]!
        return { label: nameOf(found), household, at, why }
      }),
  }
}
