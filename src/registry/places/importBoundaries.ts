/** Official boundaries by one step: read, checked against the register, written all or none; from then on every map shows them with their credit. */
import { sql } from 'kysely'
import { type Actor, act, audit, type House, type Refused, refuse, refused } from '../../kernel/index.ts'
import { type Outline, putBoundaries } from './boundaries.ts'
import { readBoundaryFile } from './boundaryFiles/readBoundaryFile.ts'
import { keepBoundaries } from './earlierGeometry.ts'

export type BoundaryImport = { areas: number; levels: Record<string, number>; unknown: string[]; credit: string }

export async function importBoundaryFile(
  house: House,
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
  credit: string,
): Promise<BoundaryImport | Refused> {
  if (credit.trim() === '') return refused(refuse('places.credit-missing'))
  const read = await readBoundaryFile(file)
  if ('code' in read) return refused(read)
  const { country } = house.pack
  return act(house.doors, actor, async (db) => {
    const known = await db.rows<{ id: string; pcode: string; level: number }>(
      sql`select id, pcode, level from places.place where country = ${country.iso3} and valid_to is null`,
    )
    const levelOf = new Map(known.map(({ pcode, level }) => [pcode, level]))
    const unknown = read.features.map(({ pcode }) => pcode).filter((pcode) => !levelOf.has(pcode))
    // A few codes of a newer list are told and left out; a file that mostly does not fit is of another country or year.
    if (unknown.length > read.features.length / 10) return refused(refuse('places.boundary-codes-unknown', { n: unknown.length, codes: unknown }))
    const outlines = read.features.filter(({ pcode }) => levelOf.has(pcode)).map(({ pcode, geometry }) => ({ pcode, geometry: geometry as Outline }))
    // What stood before can be set again, area by area.
    const brought = new Set(outlines.map(({ pcode }) => pcode))
    const replaced = known.filter(({ pcode }) => brought.has(pcode)).map(({ id }) => id)
    await keepBoundaries(db, replaced, file.name)
    const areas = await putBoundaries(db, country.iso3, 'official', credit, outlines)
    const levels: Record<string, number> = {}
    for (const { pcode } of outlines) levels[levelOf.get(pcode)!] = (levels[levelOf.get(pcode)!] ?? 0) + 1
    await audit(db, 'places.boundaries', 'places.boundary', null, { file: file.name, areas, credit })
    return { areas, levels, unknown, credit }
  })
}
