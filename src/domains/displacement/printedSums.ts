/** A published round read back as the sums that it printed, under the keys by which disclosure control knows them. */
import type { AgeSum } from './ages.ts'
import type { AreaSum, FactSum } from './assemble.ts'
import type { PublicRound } from './publicRound.ts'

type At = { area: { pcode: string; level: number } }
export type PrintedSums = {
  areas: (Omit<AreaSum, 'area'> & At)[]
  facts: (Omit<FactSum, 'area'> & At)[]
  ages: { sums: AgeSum[] }
  methods: PublicRound['methods']
}

/** Copies: whoever puts a count into them changes nothing of the published set. */
export function printedSums({ operation, areas, cells, ageBands, methods }: PublicRound): PrintedSums {
  const pcodeOf = ({ pcode, level }: { pcode: string; level: number }) => (level === 0 ? operation.countryPcode : pcode)
  return {
    areas: areas.map((area) => ({ ...area, area: { pcode: pcodeOf(area), level: area.level } })),
    facts: cells.map((cell) => ({ ...cell, area: { pcode: pcodeOf(cell), level: cell.level } })),
    ages: { sums: ageBands.flatMap(({ sex, ...band }) => (sex === 'unknown' ? [] : [{ sex, ...band, counted: 0 }])) },
    methods: methods.map((sum) => ({ ...sum })),
  }
}
