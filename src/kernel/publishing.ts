/** The kernel's door for what leaves the house: fingerprints, charts, maps, PDF, products. */
export type { House } from './house.ts'
export * from './publish/hash.ts'
export * from './publish/products.ts'
export * from './publish/charts.ts'
export { collectBytes } from './publish/collectBytes.ts'
export * from './publish/map.ts'
export { personalDataIn as personalDataInFile } from './publish/personalData.ts'
export { compilePdf } from './publish/typst.ts'
