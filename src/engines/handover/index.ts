/** The door of the engine of a distribution day: the same rules in the office and on a tablet without network. */
export { custodyLeft, type Held, leftOf, takeLots } from './custody.ts'
export {
  type AboveEntitlement,
  aboveEntitlement,
  type Entitled,
  type EntitledLine,
  entitlementHash,
  listHash,
  packageFor,
  type SizeBand,
  type Standing,
  standingOf,
} from './entitled.ts'
export {
  acknowledgements,
  type FactReceipt,
  type FieldFact,
  factKinds,
  factReceiptText,
  factText,
  keyOfFact,
  type LotTaken,
  outOf,
  readFactReceipt,
  receivers,
} from './fact.ts'
export { type AssistedBy, type Day, dayOf, distinctFacts, expectedCount, isAssisted } from './meet.ts'
export {
  isAllSeen,
  readShown,
  type Seen,
  type Served,
  type ShownRefusal,
  type ShownService,
  seeMore,
  servedOf,
  shownBody,
  shownPictures,
  signedPart,
  vouchText,
} from './shown.ts'
export { checkToken, isPrintable, type RevokedToken, signedToken, type TokenFacts, type TokenRefusal, tokenText } from './token.ts'
