/** The door of coordination. */
export { agreementObstacles } from './agreements/keepAgreement.ts'
export { coordination } from './coordination.ts'
export type { PublicSnapshot } from './fourW/snapshot/publicSnapshot.ts'
export { snapshotKind } from './fourW/snapshot/snapshotProduct.ts'
export { linesOf as snapshotLines, snapshotMap } from './fourW/snapshot/snapshotSheet.ts'
export { type SnapshotWords, snapshotWords } from './fourW/snapshot/snapshotWords.ts'
export { type CertificateAnswer, certificateAnswer } from './learning/certificateCheck.ts'
export { servicesOnMap } from './services/servicesOnMap.ts'
