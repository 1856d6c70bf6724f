/**
 * Cash, vouchers or goods: a table of rules proposes, an officer decides. Whatever nobody knows makes the question undecidable and is named, never assumed
 * (durable solutions specification, 4.4).
 */

/** Null: nobody has asked. */
export type MarketFacts = {
  shopsAble: number | null
  shopsNeeded: number | null
  /** Percent since the last assessment. */
  priceRise: number | null
  roadOpen: boolean | null
  /** Risk to people of handing out money. */
  cashRisk: 'low' | 'medium' | 'high' | null
}
export type ModalityNote = { proposed: 'cash_or_voucher' | 'in_kind' | 'not_decidable'; ask: (keyof MarketFacts)[]; because: (keyof MarketFacts)[] }

export function modalityNote(facts: MarketFacts, priceLimit: number): ModalityNote {
  const { shopsAble, shopsNeeded, priceRise, roadOpen, cashRisk } = facts
  const ask = (Object.keys(facts) as (keyof MarketFacts)[]).filter((name) => facts[name] === null)
  const because: (keyof MarketFacts)[] = [
    ...(shopsAble !== null && shopsNeeded !== null && shopsAble < shopsNeeded ? (['shopsAble'] as const) : []),
    ...(priceRise !== null && priceRise > priceLimit ? (['priceRise'] as const) : []),
    ...(roadOpen === false ? (['roadOpen'] as const) : []),
    ...(cashRisk === 'high' ? (['cashRisk'] as const) : []),
  ]
  if (ask.length > 0) return { proposed: 'not_decidable', ask, because }
  return { proposed: because.length === 0 ? 'cash_or_voucher' : 'in_kind', ask, because }
}
