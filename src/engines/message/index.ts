/** What a message costs on the phone and on the air, how it reads, whom it reached and whether it was understood. */
export { type CampaignPart, type Heard, type HeardAround, type HeardKind, heardAround, heardKinds, type Listened, timeAround } from './aroundCampaign.ts'
export { type Channel, channels, type Delivered, type ReachLine, type ReachMethod, type ReachUnit, reachLines, reachMethods } from './reach.ts'
export { type SmsLength, smsLength } from './sms.ts'
export { type ReadingEase, readingEase, spokenSeconds } from './spoken.ts'
export { type Term, type TermHints, termHints } from './terms.ts'
export { type Comprehension, comprehension, type LanguageFit, type LanguageShare, languageFit } from './understood.ts'
