/** The door of allocation. */
export { type AllocationLine, type AllocationOrder, type AllocationPlan, allocate, type Demand } from './allocate.ts'
