/** The door of the results register: the strategy as data. */
export { resultsSentences } from './sentences.ts'
export type { FocusArea, KeyResult, Priority, StrategicActivity, Strategy, StrategyLink } from './strategy.ts'
export { readStrategy } from './strategy.ts'
