/** The door of the results register: the strategy as data. */
export type { FocusArea, KeyResult, Priority, StrategicActivity, Strategy, StrategyLink } from './strategy.ts'
export { readStrategy } from './strategy.ts'
