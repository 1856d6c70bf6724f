/** The door of stock: moves and balances, lots to pick, kits and loads, and the weeks to come. */
export { type KitParts, kitsAvailable, type LoadFigure, type LoadLine, loadOf, missingFor, type Stock } from './kits.ts'
export { balance, countDifference, type Move, type Shelf, type Shortfall, shortfall } from './move.ts'
export { type LotOnHand, type Picked, pickLots } from './pick.ts'
export {
  type Forecast,
  type ForecastOrder,
  firstWeekWithout,
  forecast,
  lossRate,
  monthsOfCover,
  project,
  promise,
  type UncertainArrival,
  type Weeks,
} from './pipeline.ts'
