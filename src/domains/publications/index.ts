/** The door of publications: for the portal. */
export { type Asked, askForData, longestUseDays } from './askForData.ts'
export { countOpening, linkNow } from './openLink.ts'
export { publications } from './publications.ts'
