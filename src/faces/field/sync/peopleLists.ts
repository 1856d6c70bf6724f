/** Lists that are no places: nobody browses them on the phone, and they are read only while a person is registered or a card is checked. */
import { declaresPeople } from '../hints/binding.ts'
import type { LockedStore } from '../store/locked.ts'
import { type FieldForm, xformOf } from './formsOfOffice.ts'

export const peopleList = 'registered_people'
export const revokedCardsList = 'revoked_cards'

/**
 * What the app asks for itself, because no form names it: whoever collects with another program must not get people's names as an open file beside the form. An
 * office that has no such list is no trouble.
 */
export async function listsOfApp(cache: LockedStore, forms: readonly FieldForm[]): Promise<string[]> {
  const xforms = await Promise.all(forms.map(({ id }) => xformOf(cache, id)))
  return xforms.some((xform) => xform !== null && declaresPeople(xform)) ? [revokedCardsList, peopleList] : [revokedCardsList]
}

export const isBrowsed = (code: string): boolean => code !== peopleList && code !== revokedCardsList
