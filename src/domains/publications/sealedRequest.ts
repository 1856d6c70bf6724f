/** Who asks and why, closed under the request's own key: destroying it erases them from every backup. */
import type { House } from '../../kernel/index.ts'
import type { DataRequestRow, Sealed } from './dataRequest.ts'

type Keys = Pick<House, 'vault'>

export const openRequest = ({ vault }: Keys, { id, sealed }: Pick<DataRequestRow, 'id' | 'sealed'>): Sealed | null => {
  const words = sealed === null ? null : vault.open(id, sealed)
  return words === null ? null : (JSON.parse(words) as Sealed)
}

export const closeNewRequest = async ({ vault }: Keys, id: string, content: Sealed): Promise<string> =>
  (await vault.make([id])).get(id)!(JSON.stringify(content))

/** Null: the key was destroyed meanwhile. */
export const closeRequestAgain = ({ vault }: Keys, { id, sealed }: Pick<DataRequestRow, 'id' | 'sealed'>, content: Sealed): string | null =>
  sealed === null ? null : vault.closeAgain(id, sealed, JSON.stringify(content))
