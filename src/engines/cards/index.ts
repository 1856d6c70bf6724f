/** The door of the engine of household cards: what stands in the code, and how it is checked, in the office and on a phone without network. */
export { fromBase32, toBase32 } from './base32.ts'
export { type CardFacts, cardText, cardToken, shortKeyId } from './card.ts'
export { type CertificateFacts, type CheckedCertificate, certificateText, checkCertificate } from './certificate.ts'
export { type CardCheck, type CardRefusal, type CheckedCard, checkCard, type RevokedCard } from './checkCard.ts'
export { checkHandOver, type HandOverFacts, handOverNumber, handOverText } from './handOver.ts'
export { signedCode } from './signedCode.ts'
