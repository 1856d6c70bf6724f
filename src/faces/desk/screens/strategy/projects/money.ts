/** Budgets are kept in whole minor units; people read and type them in the currency's own unit. */
import type { Language } from '../../../../../kernel/shared.ts'
import { number } from '../../../../portal/numbers.ts'

/** How many minor units make one: the dollar has a hundred cents, the yen none. */
const minorIn = (currency: string): number => {
  try {
    return 10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
  } catch {
    return 100
  }
}

type Money = { minor: number; currency: string }
export const amountOf = ({ minor, currency }: Money): number => minor / minorIn(currency)
export const minorOf = (amount: number, currency: string): number => Math.round(amount * minorIn(currency))
export const moneyText = (money: Money, language: Language): string => `${money.currency} ${number(amountOf(money), language)}`
