/** Who works where: distinct organisations for each place and sector. A consortium and its members are one presence, or a consortium would look like a crowd; a member that works there alone stands under its own name. */

export type PresenceRow = {
  organisation: string
  /** The consortium in whose name the organisation works here. */
  consortium: string | null
  sector: string
  place: string
  status: string | null
  confirmedOn: string | null
}

export type Presence = {
  place: string
  sector: string
  organisations: string[]
  activities: number
  byStatus: Record<string, number>
  /** The latest day on which somebody said that any of it is still true. */
  confirmedOn: string | null
}

export function presenceOf(rows: readonly PresenceRow[]): Presence[] {
  const cells = new Map<string, Presence & { seen: Map<string, Set<string>> }>()
  for (const { organisation, consortium, sector, place, status, confirmedOn } of rows) {
    const key = `${place} ${sector}`
    const cell = cells.get(key) ?? { place, sector, organisations: [], activities: 0, byStatus: {}, confirmedOn: null, seen: new Map<string, Set<string>>() }
    cells.set(key, cell)
    const presence = consortium ?? organisation
    cell.seen.set(presence, (cell.seen.get(presence) ?? new Set()).add(organisation))
    cell.activities++
    const named = status ?? 'unknown'
    cell.byStatus[named] = (cell.byStatus[named] ?? 0) + 1
    if (confirmedOn !== null && (cell.confirmedOn === null || confirmedOn > cell.confirmedOn)) cell.confirmedOn = confirmedOn
  }
  return [...cells.values()].map(({ seen, ...cell }) => ({
    ...cell,
    organisations: [...seen].map(([presence, working]) => (working.size === 1 ? [...working][0]! : presence)).sort(),
  }))
}
