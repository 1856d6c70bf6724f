/** The units in which reach is told, and whether a figure holds earlier ones: without that it can be added to nothing. */
export const reachedIn = { person: 'reachedPeople', household: 'reachedHouseholds', facility: 'reachedFacilities', item: 'reachedItems' } as const
export const reachUnits = ['person', 'household', 'facility', 'item'] as const
export type ReachUnit = (typeof reachUnits)[number]
export const reachKinds = ['new', 'cumulative', 'repeat'] as const
export type ReachKind = (typeof reachKinds)[number]

/** A piece of work by its record, its id there, and the name it went by when it was chosen. */
export type CountedFrom = { record: string; row: string; name: string }
