/**
 * Unbiased random rounding to a base: each count goes to one of its two neighbouring multiples, nearer ones more often, so that sums stay right on
 * average. The draw depends only on seed, cell and figure: the same cell rounds the same way in every product, and repeating a request reveals nothing.
 * Rounding never replaces suppression of small cells in restricted topics. Source: Hundepool et al. 2012, section 5.4.
 */
import { cellKey, type Table } from './table.ts'

export function roundTo(table: Table, base: number, seed: number): Table {
  const round = (at: string[], value: number) => {
    const rest = value % base
    if (rest === 0) return value
    return value - rest + (draw(`${seed}\u0001${cellKey(at)}\u0001${value}`) < rest / base ? base : 0)
  }
  return { ...table, cells: table.cells.map((cell) => (typeof cell.value === 'number' ? { ...cell, value: round(cell.at, cell.value) } : cell)) }
}

/** A number in 0..1 from a text: FNV-1a, then the finalizer of MurmurHash3 (both public domain). */
function draw(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
