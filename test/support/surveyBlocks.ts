/** A list of households in blocks, as a site's committee keeps it, and what a draw from it must be. */
import { expect } from 'vitest'

type Drawn = { stratum: string; cluster: string; weight: number }

/** Three blocks of different size in each of two sites: 12 + 18 + 30 households, and 10 + 10 + 20. */
const blocks = [12, 18, 30, 10, 10, 20].map((n, i) => ({ stratum: i < 3 ? 'Metuge' : 'Pemba', cluster: `B${i + 1}`, n }))

export const householdsOfBlocks = blocks.flatMap(({ stratum, cluster, n }) =>
  Array.from({ length: n }, (_, i) => ({ code: `${cluster}-${String(i + 1).padStart(2, '0')}`, stratum, cluster })),
)

/** Twenty of the hundred, of whom sixty are in Metuge: chances add up to the list. */
export function expectStrata(units: readonly Drawn[]): void {
  const found = (['Metuge', 'Pemba'] as const).map((stratum) => units.filter((unit) => unit.stratum === stratum))
  expect(found.map(({ length }) => length)).toEqual([12, 8])
  expect(found.map((of) => Math.round(of.reduce((total, { weight }) => total + weight, 0)))).toEqual([60, 40])
}

/** Two of three blocks in each site: every household of them is asked and stands for one and a half. */
export function expectWholeBlocks(units: readonly Drawn[]): void {
  const clusters = [...new Set(units.map(({ cluster }) => cluster))]
  expect(clusters).toHaveLength(4)
  for (const cluster of clusters) expect(units.filter((unit) => unit.cluster === cluster)).toHaveLength(blocks.find((block) => block.cluster === cluster)!.n)
  for (const { weight } of units) expect(weight).toBeCloseTo(1.5, 9)
}
