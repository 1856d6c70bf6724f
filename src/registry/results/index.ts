/** The door of the results register: the strategy as data, the catalogue of indicators, and their figures. */
export { lifeOfValue } from './lifeOfValue.ts'
export { resultsRoutes } from './resultsRoutes.ts'
export { resultsSentences } from './sentences.ts'
export { readStrategy } from './strategy.ts'
export { IndicatorMark, IndicatorValue } from './value.ts'
