/** The door of the engine of indicators: achievement, standing, figures together, people counted once. */
export { type Achievement, achievement, type Standing, type StandingLimits, standing } from './achievement.ts'
export {
  type Aggregate,
  type AggregateRefusal,
  type Aggregation,
  aggregate,
  aggregations,
  type BreakdownRefusal,
  breakdownFault,
  type Distinct,
  distinctPeople,
  type Part,
  type PeopleOf,
} from './aggregate.ts'
export { isInDate, isLate, type PlanState, shareElapsed } from './inTime.ts'
export { type Parts, partsOf, sexPart } from './parts.ts'
