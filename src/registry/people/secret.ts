/** What names a person, closed under the person's own key; opened for one deed at a time and never written anywhere else. */
import type { House } from '../../kernel/index.ts'

export type Secret = { given: string | null; surname: string | null; birthDate: string | null; phone: string | null; document: string | null }

export const openSecret = ({ vault }: Pick<House, 'vault'>, { id, sealed }: { id: string; sealed: string }): Secret | null => {
  const text = vault.open(id, sealed)
  return text === null ? null : (JSON.parse(text) as Secret)
}

/** A new key for a new person; the one that he has for one who is known. */
export async function closeSecret({ vault }: Pick<House, 'vault'>, id: string, secret: Secret, known: string | null): Promise<string> {
  const text = JSON.stringify(secret)
  const again = known === null ? null : vault.closeAgain(id, known, text)
  return again ?? (await vault.make([id])).get(id)!(text)
}
