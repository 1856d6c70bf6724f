/** Tables drawn from a seed for the laws of this engine: two or three dimensions, areas in two levels, many small counts. Test data only. */
import { type Hierarchies, type Table, tabulate } from './table.ts'

/** Mulberry32 (public domain): the same numbers for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function randomTable(seed: number): { table: Table; hierarchies: Hierarchies } {
  const random = seeded(seed)
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  return peopleTable({
    provinces: 1 + upTo(3),
    districts: 1 + upTo(4),
    groups: upTo(4) + 1,
    bands: random() < 0.4 ? 1 + upTo(3) : 0,
    mean: 1 + random() * 20,
    random,
  })
}

/** Province and district by sex (or reason) and, if asked, age band; counts follow a skewed law, so that small cells are common. */
export function peopleTable(size: { provinces: number; districts: number; groups: number; bands: number; mean: number; random: () => number }): {
  table: Table
  hierarchies: Hierarchies
} {
  const named = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}${i + 1}`)
  const provinces = named('P', size.provinces)
  const areas = provinces.map((total) => ({ total, parts: named(`${total}D`, size.districts) }))
  const groups = named('G', size.groups)
  const bands = named('A', size.bands)
  const hierarchies: Hierarchies = { area: [{ total: 'country', parts: provinces }, ...areas], group: [{ total: 'all', parts: groups }] }
  if (bands.length > 0) hierarchies.band = [{ total: 'any', parts: bands }]
  const draw = () => Math.floor(-Math.log(1 - size.random()) * size.mean * size.random())
  const rows = areas
    .flatMap(({ parts }) => parts)
    .flatMap((area) => groups.flatMap((group) => (bands.length > 0 ? bands.map((band) => [area, group, band]) : [[area, group]])))
    .map((at) => ({ at, value: draw() }))
  return { table: tabulate(rows, Object.keys(hierarchies), hierarchies), hierarchies }
}
