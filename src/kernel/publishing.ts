/** The kernel's door for what leaves the house: fingerprints, charts, maps, PDF, products. */
export * from './publish/charts.ts'
export { collectBytes } from './publish/collectBytes.ts'
export * from './publish/hash.ts'
export * from './publish/map.ts'
export * from './publish/palette.ts'
export { personalDataIn } from './publish/personalData.ts'
export * from './publish/products.ts'
export { compilePdf } from './publish/typst.ts'
