/**
 * A rumour names somebody, and written down it goes on naming him. Telephone numbers, addresses and names after a title are refused; a machine knows no more names than that, so the
 * form asks for wording without them, and whoever clears the answer reads both.
 */
import { type Refusal, refuse } from '../../../kernel/index.ts'
import { personalWords } from '../personalWords.ts'

/** A number to call in any country's spelling, and shorter ones than the mission's own. */
const longNumber = /\d(?:[\s().-]?\d){6,}/
const address =
  /\b(?:rua|av\.|avenida|travessa|quarteir[aã]o|street|road|avenue)\s+(?:d[aeo]s?\s+)?[\p{Lu}\d]|\b(?:casa|house|porta)\s+(?:n\.?\s?[ºo°]|n[uú]mero|number|no\.)?\s*\d/u
const titled =
  /\b(?:[Ss]r\.?ª?|[Ss]ra\.?|[Ss]enhora?|[Dd]ona|[Mm]rs?\.?|[Mm]s\.?|[Rr]égulo|[Xx]eque|[Ss]heikh|[Ii]mam|[Pp]astor|[Cc]hefe|[Cc]hief|[Dd]r\.?ª?|[Dd]ra\.?)\s+\p{Lu}\p{Ll}+/u

export async function peopleIn(...texts: (string | null)[]): Promise<Refusal[]> {
  const words = texts.filter((each) => each !== null).join(' | ')
  const personal = await personalWords(words)
  const numbers = personal.length > 0 || longNumber.test(words)
  return [
    ...(numbers ? [refuse('listening.number')] : []),
    ...(address.test(words) ? [refuse('listening.address')] : []),
    ...(titled.test(words) ? [refuse('listening.name')] : []),
  ]
}
