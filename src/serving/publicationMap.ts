/** The map of a published round as SVG, drawn once per language from the outlines that the register holds now. */
import { outlinesByPcode, type PublicRound, roundMap } from '../domains/displacement/index.ts'
import { type House, type Language, read, thePublic } from '../kernel/index.ts'
import { areasOfLevel } from '../registry/places/index.ts'

const drawn = new Map<string, string | null>()
const keptAtMost = 60

export async function publicationMap(house: House, round: PublicRound, lang: Language): Promise<string | null> {
  const { operation, round: about, boundaries } = round
  const key = JSON.stringify([house.dataFolder, operation, about, boundaries, lang])
  const known = drawn.get(key)
  if (known !== undefined) return known
  const outlines = await read(house.doors, thePublic, (db) => areasOfLevel(db, operation.countryIso3, 2))
  const svg = roundMap({ ...round, boundaries: outlines.boundaries }, outlinesByPcode(outlines), lang)
  drawn.set(key, svg)
  for (const oldest of [...drawn.keys()].slice(0, -keptAtMost)) drawn.delete(oldest)
  return svg
}
