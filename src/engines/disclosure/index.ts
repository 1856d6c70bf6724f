/** Disclosure control: publish without exposing anyone. */
export { audit } from './audit.ts'
export { differences } from './differences.ts'
export { primary } from './primary.ts'
export { type AreaParents, auditPublication, type FigureToPublish, type PublishedFigure, withhold } from './publication.ts'
export { type Risk, risk } from './risk.ts'
export { roundTo } from './rounding.ts'
export { type Suppressed, suppress } from './suppress.ts'
export { type Hierarchies, type Table, tabulate } from './table.ts'
