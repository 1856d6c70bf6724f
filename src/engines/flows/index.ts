/** Flows: who moves from where to where, how much of it was seen, and what stays unexplained. */
export { balance, type Margins, margins, type PlaceBalance, type Sum } from './balance.ts'
export { type Expanded, type ExpandRefusal, expand, type FlowWarning, net, type Observation, type PointsTotal, totalOfPoints } from './expand.ts'
export { addMatrices, type Corridors, type FlowCounts, type FlowMatrix, type FlowRefusal, flowMatrix } from './flowMatrix.ts'
export { type Seasons, type SeasonsRefusal, seasonality } from './seasonality.ts'
export { type Looked, type TransitionRefusal, type Transitions, transitions } from './transitions.ts'
export { type Movements, type Stocks, type Unaccounted, unaccounted } from './unaccounted.ts'
