/** What a household is owed, what it has, and what may still be handed to it. More than entitled is refused before it happens; less stays owed. */
import { type FieldFact, outOf } from './fact.ts'

/** `item`: code of an item or of a kit; `quantity` in its base unit. */
export type EntitledLine = { line: number; item: string; quantity: number }
export type Entitled = { household: string; people: number | null; lines: EntitledLine[] }

export type LineStanding = EntitledLine & { handed: number; owed: number }
/** `green` served in full, `amber` something is owed, `red` something was handed twice. */
export type Standing = { state: 'waiting' | 'partly' | 'served' | 'twice' | 'no_show' | 'refused'; lines: LineStanding[] }

export function standingOf({ household, lines }: Entitled, facts: readonly FieldFact[]): Standing {
  const own = facts.filter((fact) => fact.household === household && fact.kind !== 'exception')
  const standing = lines.map((line) => {
    const handed = own.filter((fact) => fact.line === line.line).reduce((sum, fact) => sum + outOf(fact), 0)
    return { ...line, handed, owed: Math.max(0, line.quantity - handed) }
  })
  const said = own.filter(({ kind }) => kind === 'no_show' || kind === 'refused').sort((a, b) => (a.at < b.at ? -1 : 1))
  const last = said.at(-1)?.kind as 'no_show' | 'refused' | undefined
  if (standing.some(({ handed, quantity }) => handed > quantity)) return { state: 'twice', lines: standing }
  if (standing.length > 0 && standing.every(({ owed }) => owed === 0)) return { state: 'served', lines: standing }
  // Whoever came after all was served: what he has outweighs what was said before.
  if (standing.some(({ handed }) => handed > 0)) return { state: 'partly', lines: standing }
  return { state: last ?? 'waiting', lines: standing }
}

export type AboveEntitlement = { item: string; entitled: number; handed: number; asked: number }

/** Null: it may be handed over. */
export function aboveEntitlement(
  entitled: Entitled,
  facts: readonly FieldFact[],
  { line, quantity }: { line: number; quantity: number },
): AboveEntitlement | null {
  const found = standingOf(entitled, facts).lines.find((one) => one.line === line)
  if (!found) return { item: '', entitled: 0, handed: 0, asked: quantity }
  const { item, quantity: all, handed } = found
  return handed + quantity > all ? { item, entitled: all, handed, asked: quantity } : null
}

/** What is signed with the list and printed into a token: the same lines give the same text, in whatever order they came. */
const entitlementText = ({ household, lines }: Pick<Entitled, 'household' | 'lines'>): string =>
  [household, ...[...lines].sort((a, b) => a.line - b.line).map(({ line, item, quantity }) => `${line} ${item} ${quantity}`)].join('\n')

/** Enough of SHA-256 that nobody finds another entitlement with it, short enough for a code on paper. */
const hashLetters = 16

async function sha256Hex(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
export const entitlementHash = async (entitled: Pick<Entitled, 'household' | 'lines'>): Promise<string> =>
  (await sha256Hex(entitlementText(entitled))).slice(0, hashLetters).toUpperCase()

/** Of the whole frozen list. */
export const listHash = (list: readonly Pick<Entitled, 'household' | 'lines'>[]): Promise<string> =>
  sha256Hex(
    list
      .map(entitlementText)
      .sort((a, b) => (a < b ? -1 : 1))
      .join('\n\n'),
  )

/** A package stands for households of a size; `to` left out: and larger. */
export type SizeBand = { from: number; to?: number; lines: { item: string; quantity: number }[] }

/** Where one package is for every size, a household of unknown size gets it too. */
const forEverySize = ([first, ...others]: readonly SizeBand[]): SizeBand | undefined =>
  first && others.length === 0 && first.from === 1 && first.to === undefined ? first : undefined

/** Null where the size is unknown or no band holds it: nobody guesses what a household gets. */
export function packageFor(bands: readonly SizeBand[], people: number | null): EntitledLine[] | null {
  const band = people === null ? forEverySize(bands) : bands.find(({ from, to }) => people >= from && people <= (to ?? Number.POSITIVE_INFINITY))
  return band ? band.lines.map((line, at) => ({ ...line, line: at + 1 })) : null
}
