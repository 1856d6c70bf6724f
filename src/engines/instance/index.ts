/** The door of the engine that reads a filled form: in the server, in the field app and in the reviewer's browser alike. */

export type { PublicKey } from '../signature.ts'
export { type AnswerRow, type AskedQuestion, answersOf, type Reading, readingOf } from './answers.ts'
export { canonicalForm, filesLines, type NamedFile } from './canonical.ts'
export { type Change, changesBetween } from './diff.ts'
export type { Element } from './element.ts'
export { type InstanceMeta, metaOf } from './meta.ts'
export { parseInstance, type XmlProblem } from './parse.ts'
export { letsGo, type Outcome, parseReceipt, type ReceiptFacts, receiptHolds, receiptText, type SignedReceipt } from './receipt.ts'
