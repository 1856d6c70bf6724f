/** The units in which reach is told, and whether a figure holds earlier ones: without that it can be added to nothing. */
export const reachedIn = { person: 'reachedPeople', household: 'reachedHouseholds', facility: 'reachedFacilities', item: 'reachedItems' } as const
export const reachUnits = ['person', 'household', 'facility', 'item'] as const
export type ReachUnit = (typeof reachUnits)[number]
export const reachKinds = ['new', 'cumulative', 'repeat'] as const
export type ReachKind = (typeof reachKinds)[number]
export const reachEvidences = ['counted', 'estimated', 'derived'] as const
export type ReachEvidence = (typeof reachEvidences)[number]

/** A piece of work by its record, its id there, and the name it went by when it was chosen. */
export type CountedFrom = { record: string; row: string; name: string }

/** People reached by sex and age; null: not said. */
export type WhoReached = { women: number | null; men: number | null; girls: number | null; boys: number | null }
export const nobodySaid: WhoReached = { women: null, men: null, girls: null, boys: null }
export const partsOf = ({ women, men, girls, boys }: Partial<WhoReached>): number =>
  [women, men, girls, boys].reduce<number>((sum, part) => sum + (part ?? 0), 0)
export const isSaid = (who: Partial<WhoReached>): boolean => Object.values(who).some((part) => part !== null && part !== undefined)
