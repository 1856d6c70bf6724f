/**
 * The grid of a printed map: squares of round metres, letters from west to east and numbers from north to south, so that a place is found from the index by its square
 * and its metres can be read with a ruler. A scale is a round number too.
 */
import type { Metres } from './utm.ts'

/** West, south, east, north, in metres of the map's projection. */
export type Extent = readonly [west: number, south: number, east: number, north: number]
export type MapGrid = { extent: Extent; squareMetres: number; columns: number; rows: number }

const roundNumbers = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
/** The smallest round number that is not below. */
export function roundUp(value: number, steps: readonly number[] = roundNumbers): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return steps.map((step) => step * power).find((candidate) => candidate >= value * (1 - 1e-9)) ?? 10 * power
}

export function mapGrid(extent: Extent, mostColumns: number): MapGrid {
  const [west, south, east, north] = extent
  const squareMetres = roundUp(Math.max(east - west, north - south) / mostColumns, [1, 2, 5, 10])
  const count = (low: number, high: number) => Math.floor(high / squareMetres) - Math.floor(low / squareMetres) + 1
  return { extent, squareMetres, columns: count(west, east), rows: count(south, north) }
}

/** A, B, … Z, AA. */
export const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))

/** Null: it lies outside the map. */
export function squareOf({ extent: [west, south, east, north], squareMetres }: MapGrid, [x, y]: Metres): string | null {
  if (x < west || x > east || y < south || y > north) return null
  const column = Math.floor(x / squareMetres) - Math.floor(west / squareMetres)
  const row = Math.floor(north / squareMetres) - Math.floor(y / squareMetres)
  return `${columnName(column)}${row + 1}`
}
