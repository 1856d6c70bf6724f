/**
 * Disclosure by subtraction: two releases, each safe alone, whose difference is a handful of people. A district minus the part of it published last
 * month; version 2 of a round minus version 1; a figure printed before and withheld now. Source: Hundepool et al. 2012, section 5.2 (linked tables).
 */
import type { Count } from '../count.ts'

/** `covers`: the smallest units (postos, sites) that the figure counts; `topic`: everything else that defines it (sex, reason), so that like meets like. */
export type ReleasedCell = { topic: string; covers: string[]; count: Count }
export type Release = { name: string; period: string; cells: ReleasedCell[] }
export type Exposure = {
  kind: 'shown-before' | 'version' | 'geography'
  topic: string
  /** The units about which the difference speaks. */
  units: string[]
  people: number
  releases: [string, string]
}

/** Every small group that the next release would expose together with what is out already. Only figures of one period are subtracted: a change between periods is news, not disclosure. */
export function differences(published: Release[], next: Release, minimum: number): Exposure[] {
  const exposures: Exposure[] = []
  const small = (people: number) => people > 0 && people < minimum
  for (const release of [next, ...published].filter((one) => one.period === next.period)) {
    const byTopic = new Map<string, ReleasedCell[]>()
    for (const cell of release.cells) byTopic.set(cell.topic, [...(byTopic.get(cell.topic) ?? []), cell])
    for (const cell of next.cells) {
      for (const other of byTopic.get(cell.topic) ?? []) {
        if (other === cell) continue
        const releases: [string, string] = [release.name, next.name]
        const outside = difference(cell.covers, other.covers)
        const missing = difference(other.covers, cell.covers)
        if (outside.length === 0 && missing.length === 0) {
          if (cell.count === 'withheld' && typeof other.count === 'number') {
            exposures.push({ kind: 'shown-before', topic: cell.topic, units: cell.covers, people: other.count, releases })
          } else if (typeof cell.count === 'number' && typeof other.count === 'number' && small(Math.abs(cell.count - other.count))) {
            exposures.push({ kind: 'version', topic: cell.topic, units: cell.covers, people: Math.abs(cell.count - other.count), releases })
          }
          continue
        }
        if (typeof cell.count !== 'number' || typeof other.count !== 'number') continue
        const nested = missing.length === 0 ? cell.count - other.count : outside.length === 0 ? other.count - cell.count : 0
        const units = missing.length === 0 ? outside : missing
        if (small(nested)) exposures.push({ kind: 'geography', topic: cell.topic, units, people: nested, releases })
      }
    }
  }
  return distinct(exposures)
}

function difference(from: string[], what: string[]): string[] {
  const taken = new Set(what)
  return from.filter((unit) => !taken.has(unit))
}

/** Within one release each pair is met from both sides. */
function distinct(exposures: Exposure[]): Exposure[] {
  return [...new Map(exposures.map((one) => [JSON.stringify([one.kind, one.topic, one.units, one.releases]), one])).values()]
}
