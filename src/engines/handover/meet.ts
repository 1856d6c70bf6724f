/**
 * What several tablets say together: each fact once, whoever brings it; two that served one family are two facts, both true, and the leader is told. Identities
 * of the day: verified = served + did not come + refused; opening + received − handed − returned − damaged = counted (relief specification, 4.10).
 */
import { type Entitled, standingOf } from './entitled.ts'
import { type FieldFact, keyOfFact, outOf } from './fact.ts'

/** The first copy of each. */
export function distinctFacts(facts: readonly FieldFact[]): FieldFact[] {
  const seen = new Map<string, FieldFact>()
  for (const fact of facts) if (!seen.has(keyOfFact(fact))) seen.set(keyOfFact(fact), fact)
  return [...seen.values()]
}

export type DoubleService = { household: string; line: number; item: string; entitled: number; handed: number; devices: string[] }
export type Day = { verified: number; served: number; noShow: number; refused: number; waiting: number; exceptions: number; doubleService: DoubleService[] }

/** Once the day is over nobody waits any more: who did not come did not come. */
export function dayOf(list: readonly Entitled[], all: readonly FieldFact[], isOver: boolean): Day {
  const facts = distinctFacts(all)
  const byHousehold = new Map<string, FieldFact[]>()
  for (const fact of facts) byHousehold.set(fact.household, [...(byHousehold.get(fact.household) ?? []), fact])
  const day: Day = { verified: list.length, served: 0, noShow: 0, refused: 0, waiting: 0, exceptions: 0, doubleService: [] }
  day.exceptions = new Set(facts.filter(({ kind }) => kind === 'exception').map(({ household }) => household)).size
  for (const entitled of list) {
    const own = byHousehold.get(entitled.household) ?? []
    const { state, lines } = standingOf(entitled, own)
    if (state === 'served' || state === 'partly' || state === 'twice') day.served++
    else if (state === 'refused') day.refused++
    else if (state === 'no_show' || isOver) day.noShow++
    else day.waiting++
    for (const { line, item, quantity, handed } of lines) {
      if (handed <= quantity) continue
      const devices = [...new Set(own.filter((fact) => fact.line === line && outOf(fact) > 0).map(({ device }) => device))]
      day.doubleService.push({ household: entitled.household, line, item, entitled: quantity, handed, devices })
    }
  }
  return day
}

export type Reconciled = { opening: number; received: number; handed: number; returned: number; damaged: number }
export const expectedCount = ({ opening, received, handed, returned, damaged }: Reconciled): number => opening + received - handed - returned - damaged

/** Any one of these is enough to have been assisted; which ones is dated and sourced with the distribution. */
export type AssistedBy = { item: string; quantity: number }

export const isAssisted = (standard: readonly AssistedBy[], handed: ReadonlyMap<string, number>): boolean =>
  standard.some(({ item, quantity }) => (handed.get(item) ?? 0) >= quantity)
