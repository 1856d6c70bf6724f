/** A place as the country pack lists it. A code is a key that holds in a period; names change, are shared, and are spelled in many ways. */
export type Place = {
  pcode: string
  name: string
  /** 1 province, 2 district, 3 administrative post, or what the country's pack calls these levels; further levels go on from there. */
  level: number
  parent: string | null
  /** First day on which the code holds; null: the sources name no beginning. */
  validFrom: string | null
  /** First day on which it no longer holds. */
  validTo?: string
  predecessors?: Predecessor[]
  aliases: string[]
  point: [number, number] | null
}

/** `whole`: everything that the old code covered is here now; `unknown`: some of it, the sources do not say how much. */
export type Predecessor = { pcode: string; on: string; extent: 'whole' | 'unknown'; source: string }

export const holdsOn = (place: Place, date: string): boolean =>
  (place.validFrom === null || place.validFrom <= date) && (place.validTo === undefined || date < place.validTo)

/** A place that the lists of today still have. */
export const isCurrent = (place: Place): boolean => place.validTo === undefined
